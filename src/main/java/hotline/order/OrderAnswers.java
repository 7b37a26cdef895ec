package hotline.order;

import hotline.flow.Answer;
import hotline.flow.Question;
import hotline.phone.CardNumbers;
import hotline.phone.NearMiss;
import hotline.phone.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers a flow's questions about orders, with no transaction open. To a caller who has not shown that an order is
 * theirs, an order of somebody else and one that does not exist are the same: the same questions to the directory, the
 * same exit, and no fact but what was typed. The exits {@code too-many} are {@link LookUpLimits}' to give.
 */
public final class OrderAnswers {
    private static final int LAST_DIGITS = 4;

    private final OrderDirectory directory;
    private final Supplier<List<OrderFormat>> formats;
    private final OrderFacts facts;

    /** @param formats the formats of the shop's numbers; digits that fit one are never taken for a card's */
    public OrderAnswers(OrderDirectory directory, Supplier<List<OrderFormat>> formats, OrderFacts facts) {
        this.directory = directory;
        this.formats = formats;
        this.facts = facts;
    }

    /**
     * Answers as the Javadoc of each question says.
     *
     * @param caller empty when the number is withheld
     * @param today the shop's day
     */
    public Answer answer(Question.AboutOrder question, Optional<PhoneNumber> caller, LocalDate today) {
        try {
            if (question instanceof Question.NewestOrder) {
                return newest(caller, today);
            }
            if (question instanceof Question.FindOrder find) {
                return find(find.keys(), caller, today);
            }
            if (question instanceof Question.VerifyOrder verify) {
                return verify(verify, today);
            }
        } catch (OrdersUnavailableException e) {
            return unavailable(question, today);
        }
        throw new AssertionError(question);
    }

    private Answer newest(Optional<PhoneNumber> caller, LocalDate today) {
        return caller.stream()
                .flatMap(phone -> directory.listNewest(phone, 1).stream())
                .findFirst()
                .map(order -> new Answer("found", facts.of(order, today)))
                .orElse(Answer.of("none"));
    }

    private Answer find(String typed, Optional<PhoneNumber> caller, LocalDate today) {
        Optional<OrderNumber> number = OrderNumber.find(typed);
        if (number.isEmpty()) {
            return check(typed);
        }
        String keys = number.get().keys();
        OrderDirectory.Matches matches = directory.match(keys, caller);
        List<Order> own = Stream.concat(matches.own().stream(), matches.typed().stream())
                .filter(order -> caller.isPresent() && order.phone().equals(caller))
                .filter(order -> isMeant(order, number.get()))
                .distinct()
                .toList();
        if (own.size() > 1) {
            return choose(own);
        }
        if (own.size() == 1) {
            return new Answer("own", facts.of(own.get(0), today));
        }
        return notOwn(number.get(), matches.own(), today);
    }

    private Answer notOwn(OrderNumber number, List<Order> own, LocalDate today) {
        Optional<Order> near = own.stream()
                .filter(order -> NearMiss.isSlipOf(number.keys(), order.number().keys()))
                .findFirst();
        if (near.isPresent()) {
            return new Answer("near", facts.of(near.get(), today));
        }
        return isCard(number, today) ? Answer.of("card") : check(number.value());
    }

    private static Answer choose(List<Order> own) {
        return new Answer(
                "choose",
                Map.of(
                        "choice-1",
                        own.get(0).number().value(),
                        "choice-2",
                        own.get(1).number().value()));
    }

    private static Answer check(String typed) {
        return new Answer("check", Map.of("order.number", typed));
    }

    private Answer unavailable(Question.AboutOrder question, LocalDate today) {
        boolean card = question instanceof Question.FindOrder find
                && OrderNumber.find(find.keys())
                        .filter(number -> isCard(number, today))
                        .isPresent();
        return Answer.of(card ? "card" : "unavailable");
    }

    private boolean isCard(OrderNumber number, LocalDate today) {
        return CardNumbers.isCard(number.value())
                && formats.get().stream().noneMatch(format -> format.fits(number.value(), today));
    }

    private Answer verify(Question.VerifyOrder question, LocalDate today) {
        Optional<OrderNumber> number = OrderNumber.find(question.keys());
        List<Order> typed = number.map(n -> directory.listByKeys(n.keys())).orElse(List.of());
        // Every candidate is compared, and each in constant time: how long it takes says nothing about the digits.
        List<Order> right = typed.stream()
                .filter(order -> order.phone()
                        .filter(phone -> isSame(phone.lastFour(), question.lastFour()))
                        .isPresent())
                .filter(order -> number.filter(n -> isMeant(order, n)).isPresent())
                .toList();
        return right.isEmpty() ? Answer.of("mismatch") : new Answer("match", facts.of(right.get(0), today));
    }

    /** A number typed with its letters means that order alone; keys mean every order that they type. */
    private static boolean isMeant(Order order, OrderNumber typed) {
        return order.number().equals(typed)
                || (typed.value().equals(typed.keys()) && order.number().keys().equals(typed.keys()));
    }

    private static boolean isSame(String onFile, String typed) {
        return typed.length() == LAST_DIGITS
                && MessageDigest.isEqual(
                        onFile.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
