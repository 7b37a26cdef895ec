package hotline.queue;

import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.phone.CallSid;
import hotline.phone.Language;
import hotline.phone.PhoneNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes wishes to be rung back: at the place the caller had, one for each number, and only numbers that may be rung. */
final class Bookings {
    private final Tables tables;
    private final Contacts contacts;
    private final Effects effects;
    private final QueueRules rules;
    private final CallbackNumbers numbers;

    Bookings(Tables tables, Contacts contacts, Effects effects, QueueRules rules, CallbackNumbers numbers) {
        this.tables = tables;
        this.contacts = contacts;
        this.effects = effects;
        this.rules = rules;
        this.numbers = numbers;
    }

    Answer book(
            Handle handle,
            CallSid call,
            Question.BookCallback question,
            Optional<PhoneNumber> caller,
            Language language,
            Instant now) {
        Optional<PhoneNumber> number =
                question.number().or(() -> caller.map(PhoneNumber::e164)).flatMap(numbers::read);
        if (number.isEmpty()) {
            return Answer.of("refused");
        }
        Optional<Contact> open = tables.contacts.findOpenCallback(handle, number.get());
        if (open.isPresent()) {
            contacts.over(handle, call, ContactOutcome.CALLBACK_BOOKED, now);
            return answer(open.get().call().equals(call) ? "booked" : "already", open.get(), now);
        }
        Contact booked = callback(handle, call, question, number.get(), language, now);
        contacts.over(handle, call, ContactOutcome.CALLBACK_BOOKED, now);
        if (!tables.contacts.insert(handle, booked, question.about())) {
            return answer("already", booked, now);
        }
        caller.ifPresent(booker -> tables.contacts.updateBooker(handle, booked.id(), booker));
        effects.deadline(handle, Effects.MATCH, "due:" + booked.id(), booked.notBefore());
        effects.deadline(
                handle,
                Effects.CONTACT_EXPIRY,
                booked.id().toString(),
                now.plus(rules.callbacksOf(booked.skill()).longest()));
        effects.tellContact(handle, booked.id());
        return answer("booked", booked, now);
    }

    private Answer answer(String exit, Contact callback, Instant now) {
        Map<String, String> facts =
                new HashMap<>(CallbackTime.facts(callback, rules.callbacksOf(callback.skill()), now));
        facts.put("callback.number", callback.getCaller().e164());
        return new Answer(exit, facts);
    }

    private Contact callback(
            Handle handle,
            CallSid call,
            Question.BookCallback question,
            PhoneNumber number,
            Language language,
            Instant now) {
        CallbackRules callbacks = rules.callbacksOf(question.skill());
        Optional<Contact> before = tables.contacts.findNewest(handle, call).filter(Bookings::keepsItsPlace);
        return new Contact(
                UUID.randomUUID(),
                ContactKind.CALLBACK,
                ContactState.WAITING,
                Optional.empty(),
                question.skill(),
                question.topic(),
                language,
                before.map(Contact::priority).orElse(0),
                before.map(Contact::since).orElse(now),
                now,
                callbacks.next(number, now.plus(callbacks.firstAfter())),
                Optional.of(number),
                call,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** Who waits, or waited until they were told that nobody can come, has a place to keep; who was served has not. */
    private static boolean keepsItsPlace(Contact contact) {
        return contact.outcome()
                .map(outcome -> outcome != ContactOutcome.ANSWERED)
                .orElse(contact.state() != ContactState.CONNECTED);
    }
}
