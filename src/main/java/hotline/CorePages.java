package hotline;

import hotline.agent.WebSessions;
import hotline.call.CallHistory;
import hotline.call.FailedVoice;
import hotline.call.FailedVoices;
import hotline.report.ReportRules;
import hotline.report.Reports;
import hotline.store.Database;
import hotline.store.Writer;
import hotline.twilio.AccessTokens;
import hotline.twilio.PublicUrl;
import hotline.twilio.Recordings;
import hotline.web.ReadyCheck;
import hotline.web.Softphone;
import hotline.web.TestCalls;
import hotline.web.WebParts;
import hotline.web.WebSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hands the pages and the API what they stand on. */
final class CorePages {
    private CorePages() {}

    /**
     * The parts of a node, as the pages take them.
     *
     * @param phonePages the address of a network that has a page for each browser's phone; otherwise the carrier rings browsers, if it
     *     gave us a key
     */
    static WebParts parts(Core core, Settings settings, Optional<URI> phonePages) {
        return new WebParts(
                webSettings(settings, phonePages),
                new WebParts.Storage(core.database(), core.writer(), core.changes(), core.clock()),
                WebParts.People.of(core.agents(), new WebSessions()),
                new WebParts.Cases(
                        core.tickets(),
                        core.messages(),
                        core.orders(),
                        Optional.of(core.ownOrders()).filter(own -> own == core.orders()),
                        core.orderJson()),
                new WebParts.Line(
                        core.acd(),
                        core.ratings(),
                        new CallHistory(),
                        new Reports(core.flowSettings().zone(), ReportRules.DEFAULTS)),
                new WebParts.Voice(core.voicemails(), new Recordings(settings.account())::fetch),
                new WebParts.Menu(
                        core.liveFlows(),
                        core.failedVoices(),
                        core.incidents(),
                        new TestCalls(PublicUrl.of(settings.publicUrl()).of("/twilio/voice"), phonePages)),
                new WebParts.Watch(checks(core), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
    }

    private static WebSettings webSettings(Settings settings, Optional<URI> phonePages) {
        return new WebSettings(
                "https".equals(settings.publicUrl().getScheme()),
                settings.apiToken(),
                settings.signIn().trustedProxies(),
                settings.signIn().openId(),
                phonePages
                        .<Softphone>map(Softphone.OnPage::new)
                        .or(() -> settings.apiKey()
                                .map(key ->
                                        new Softphone.OfCarrier(new AccessTokens(settings.accountSid(), key)::issue))));
    }

    private static List<ReadyCheck> checks(Core core) {
        return List.of(
                new ReadyCheck("database", () -> state(core.database())),
                new ReadyCheck("writer", () -> state(core.writer())),
                new ReadyCheck("flows", core.liveFlows()::state),
                new ReadyCheck("voices", () -> state(core.failedVoices())));
    }

    /** A node with a voice less still takes calls. */
    private static String state(FailedVoices voices) {
        List<FailedVoice> failed = voices.list();
        return failed.isEmpty()
                ? "all speak"
                : failed.stream()
                        .map(voice ->
                                voice.name() + " failed (" + voice.errorCode() + "), tried again at " + voice.backAt())
                        .collect(Collectors.joining("; "));
    }

    private static String state(Database database) {
        return database.read(handle ->
                handle.createQuery("select 'answers'").mapTo(String.class).one());
    }

    private static String state(Writer writer) {
        if (!writer.isHealthy()) {
            throw new IllegalStateException("the writer does not commit");
        }
        return "commits";
    }
}
