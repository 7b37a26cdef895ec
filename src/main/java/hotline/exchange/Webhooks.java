package hotline.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks and tells Hotline, with the faults that are switched on. */
final class Webhooks {
    /** What is still to be told about a call or conference while one telling is under way. */
    private final Map<String, Deque<Telling>> untold = new HashMap<>();

    private final Timeline timeline;
    private final Complaints complaints;
    private final Faults faults;
    private final Sids sids;
    private final WebhookSender sender;

    Webhooks(Timeline timeline, Complaints complaints, Faults faults, Sids sids, ExchangeSettings settings) {
        this.timeline = timeline;
        this.complaints = complaints;
        this.faults = faults;
        this.sids = sids;
        this.sender = new WebhookSender(timeline, settings);
    }

    /** Asks for instructions; the answer, or the failure (which has then been complained about), comes back inside. */
    void ask(Webhook webhook, Consumer<WebhookAnswer> then) {
        Webhook sent = odd(webhook);
        String token = sids.token();
        boolean twice = faults.isDuplicated();
        boolean atOnce = twice && faults.isAtOnce();
        Duplicate duplicate = new Duplicate(sent);
        if (atOnce) {
            sender.send(sent, token, duplicate::second);
        }
        sender.send(sent, token, answer -> {
            if (answer.failure() != null) {
                complaints.add(answer.errorCode(), "webhook: " + answer.failure(), webhook.about(), webhook.url());
            }
            duplicate.first(answer);
            if (twice && !atOnce) {
                sender.send(sent, token, duplicate::second);
            }
            then.accept(answer);
        });
    }

    /**
     * Tells of an event; the answer's content means nothing, but it has to be a good one. Unless a fault is switched on, what is
     * told about one call or conference arrives in order.
     */
    void tell(Webhook webhook) {
        if (faults.isLost()) {
            return;
        }
        Telling telling = new Telling(odd(webhook), sids.token());
        int times = faults.isDuplicated() ? 2 : 1;
        for (int i = 0; i < times; i++) {
            Duration lateness = faults.lateness();
            if (lateness.isZero()) {
                inOrder(telling);
            } else {
                timeline.after(lateness, () -> send(telling, () -> {}));
            }
        }
    }

    private record Telling(Webhook webhook, String token) {}

    private void inOrder(Telling telling) {
        String about = telling.webhook().about();
        Deque<Telling> waiting = untold.get(about);
        if (waiting != null) {
            waiting.add(telling);
            return;
        }
        untold.put(about, new ArrayDeque<>());
        send(telling, () -> nextInOrder(about));
    }

    private void nextInOrder(String about) {
        Deque<Telling> waiting = untold.getOrDefault(about, new ArrayDeque<>());
        Telling next = waiting.poll();
        if (next == null) {
            untold.remove(about);
        } else {
            send(next, () -> nextInOrder(about));
        }
    }

    private void send(Telling telling, Runnable then) {
        Webhook webhook = telling.webhook();
        sender.send(webhook, telling.token(), answer -> {
            if (answer.failure() != null) {
                complaints.add(
                        answer.errorCode(), "status callback: " + answer.failure(), webhook.about(), webhook.url());
            }
            then.run();
        });
    }

    /** "Twilio will occasionally add new parameters without advance notice": …/usage/webhooks/webhooks-security. */
    private Webhook odd(Webhook webhook) {
        if (!faults.isOdd() || webhook.parameters().isEmpty()) {
            return webhook;
        }
        List<Parameter> more = new ArrayList<>(webhook.parameters());
        more.add(new Parameter("ShinyNewParameter", "ü & ="));
        more.add(new Parameter("ShinyNewParameter", "another"));
        more.add(webhook.parameters().get(0));
        return new Webhook(webhook.url(), webhook.method(), List.copyOf(more), webhook.about());
    }

    /** Twilio asks nothing of the answer to a repeated request; Hotline promises that it is the same one. */
    private final class Duplicate {
        private final Webhook webhook;
        private @Nullable WebhookAnswer one;
        private @Nullable WebhookAnswer other;

        private Duplicate(Webhook webhook) {
            this.webhook = webhook;
        }

        private void first(WebhookAnswer answer) {
            one = answer;
            compare();
        }

        private void second(WebhookAnswer answer) {
            other = answer;
            compare();
        }

        private void compare() {
            if (one != null && other != null && !one.says(other)) {
                complaints.add(
                        0, "the same webhook, sent twice, was answered differently", webhook.about(), webhook.url());
            }
        }
    }
}
