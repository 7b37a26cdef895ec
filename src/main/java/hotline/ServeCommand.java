package hotline;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code hotline serve}: the real thing. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Answers calls through the carrier and the database named in the settings.",
        footerHeading = "%nSettings (environment variables):%n",
        modelTransformer = SettingsHelp.class)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.read(System.getenv());
        settings.listenAddress().requireFree(Setting.HOTLINE_PORT);
        try (Shutdown shutdown = new Shutdown();
                Hotline hotline = Hotline.open(settings, Clock.systemUTC())) {
            hotline.start();
            System.out.println("Hotline answers on " + settings.host() + ":" + hotline.port() + " for "
                    + settings.publicUrl() + "; stop with Ctrl-C");
            shutdown.await();
        }
        return 0;
    }
}
