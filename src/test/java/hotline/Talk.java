package hotline;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.agent.NewAgent;
import hotline.agent.Role;
import hotline.agent.Skills;
import hotline.exchange.Heard;
import hotline.exchange.Phone;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import hotline.queue.Consults.Asked;
import hotline.queue.Destination;
import hotline.queue.SupervisionMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A caller who talks with Budi, while Sari is free. */
final class Talk implements AutoCloseable {
    static final Duration SHORT = Duration.ofSeconds(5);
    static final Destination SARI = new Destination.ToAgent("sari");
    private static final String SARIS_PHONE = "+6281100000002";
    private static final String SUES_PHONE = "+6281100000003";

    final CallRig rig = CallRig.start();
    final Phone budi;
    final Phone sari;
    final Phone caller;

    Talk() {
        rig.openShop();
        budi = rig.agent("budi", CallRig.BUDI);
        caller = rig.dialAndPress("1", "1", "1", "0");
        rig.take(budi);
        sari = rig.agent("sari", SARIS_PHONE);
    }

    Asked asks(Destination whom) {
        Asked asked = rig.write(h -> rig.core().acd().consults().ask(h, "budi", whom, rig.now()));
        rig.pass(SHORT);
        return asked;
    }

    void completes() {
        assertThat(rig.<Boolean>write(h -> rig.core().acd().consults().complete(h, "budi", rig.now())))
                .isTrue();
        rig.pass(SHORT);
    }

    void cancels() {
        assertThat(rig.<Boolean>write(h -> rig.core().acd().consults().cancel(h, "budi", rig.now())))
                .isTrue();
        rig.pass(SHORT);
    }

    void holds(boolean hold) {
        assertThat(rig.<Boolean>write(h -> rig.core().acd().controls().hold(h, "budi", hold, rig.now())))
                .isTrue();
        rig.pass(SHORT);
    }

    /** Whether what one says is heard by another. */
    boolean hears(Phone listener, Phone speaker) {
        String words = "kata " + UUID.randomUUID();
        speaker.say(words);
        rig.pass(Duration.ofSeconds(1));
        return listener.heard().stream().map(Heard::text).anyMatch(words::equals);
    }

    void talk(Phone one, Phone other) {
        assertThat(hears(one, other)).isTrue();
        assertThat(hears(other, one)).isTrue();
    }

    void doNotTalk(Phone one, Phone other) {
        assertThat(hears(one, other)).isFalse();
        assertThat(hears(other, one)).isFalse();
    }

    long musicHeardBy(Phone phone) {
        return phone.heard().stream()
                .filter(heard ->
                        heard.kind() == Heard.Kind.AUDIO && heard.text().contains("hold"))
                .count();
    }

    UUID contact() {
        return rig.read(h -> rig.core().agents().get(h, "budi")).activeContact().orElseThrow();
    }

    UUID listens(SupervisionMode mode) {
        rig.write(h -> {
            rig.core()
                    .agents()
                    .put(
                            h,
                            new NewAgent(
                                    "sue",
                                    "Sue",
                                    Optional.of(new PhoneNumber(SUES_PHONE)),
                                    List.of(Language.INDONESIAN),
                                    Skills.NONE,
                                    Role.SUPERVISOR),
                            rig.now());
            return true;
        });
        UUID id = rig.<Optional<UUID>>write(
                        h -> rig.core().acd().supervision().listen(h, "sue", contact(), mode, rig.now()))
                .orElseThrow();
        Phone sue = rig.exchange().phone(SUES_PHONE);
        rig.exchange().advanceUntil(sue::isRinging, Duration.ofSeconds(10));
        sue.answer();
        rig.listen(sue);
        sue.press("1");
        rig.pass(SHORT);
        return id;
    }

    void changes(UUID supervision, SupervisionMode mode) {
        assertThat(rig.<Boolean>write(h -> rig.core().acd().supervision().change(h, supervision, mode, rig.now())))
                .isTrue();
        rig.pass(SHORT);
    }

    Phone sue() {
        return rig.exchange().phone(SUES_PHONE);
    }

    @Override
    public void close() {
        rig.close();
    }

    static String spoken(Phone phone) {
        return String.join(" ", phone.words());
    }
}
