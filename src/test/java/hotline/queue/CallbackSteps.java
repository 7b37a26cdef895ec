package hotline.queue;

import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.phone.CallSid;
import hotline.phone.CarrierRequest;
import hotline.phone.Endpoint;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests of callbacks do and look at. */
abstract class CallbackSteps extends QueueContract {
    Answer books(CallSid call, Optional<String> number, Optional<PhoneNumber> caller) {
        Question.BookCallback question = new Question.BookCallback(
                CenterRules.SKILL, CenterRules.SKILL, number, Map.of("ticket.number", "123456782"));
        return center.does(
                h -> center.acd.callbacks().book(h, call, question, caller, Language.INDONESIAN, center.now()));
    }

    Answer books(CallSid call) {
        return books(call, Optional.empty(), Optional.of(CallCenter.BUDI));
    }

    static Answer toBudi(String exit, String when, Instant from) {
        String moment = LocalDateTime.ofInstant(from, ZoneId.of("Asia/Jakarta"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        return new Answer(
                exit,
                Map.of("callback.number", CallCenter.BUDI.e164(), "callback.when", when, "callback.from", moment));
    }

    List<CarrierRequest.Dial> dialsTo(Endpoint endpoint) {
        return center.carrier.asked(CarrierRequest.Dial.class).stream()
                .filter(dial -> dial.to().equals(endpoint.address()))
                .toList();
    }

    Contact callback() {
        return center.database.read(h -> new ContactRepository()
                .findOpenCallback(h, CallCenter.BUDI)
                .orElseThrow(() -> new AssertionError("no callback is open")));
    }
}
