package hotline.flow;

import static hotline.flow.FlowProblem.Severity.ERROR;
import static hotline.flow.FlowProblem.Severity.WARNING;

import hotline.flow.FlowProblem.Severity;
import hotline.phone.Language;
import java.util.Locale;

/**
 * What {@code flows check} looks for. The names are stable: other programs filter by them, and the manual explains each. The rules about
 * keypad menus are those of ISO/IEC 13714 and ETSI ES 202 130.
 */
public enum Rule {
    // The form of a file
    INVALID_YAML(ERROR),
    FILE_TOO_BIG(ERROR),
    NOT_UTF_8(ERROR),
    ALIAS(ERROR),
    MISSING_FILE(ERROR),
    UNREAD_FILE(WARNING),
    NEWER_FORMAT(ERROR),
    WRONG_FORM(ERROR),
    GIVEN_TWICE(ERROR),
    UNKNOWN_FIELD(ERROR),
    MISSING_FIELD(ERROR),
    WRONG_VALUE(ERROR),
    WRONG_NAME(ERROR),

    // Steps and where they lead
    UNKNOWN_KIND(ERROR),
    MISSING_WAY_OUT(ERROR),
    RESERVED_KEY(ERROR),
    AMBIGUOUS_NAME(ERROR),
    UNKNOWN_STEP(ERROR),
    UNKNOWN_FLOW(ERROR),
    MUST_BE_CALLED(ERROR),
    NEVER_RETURNS(ERROR),
    UNKNOWN_RETURN(ERROR),
    UNUSED_RETURN(ERROR),
    CALLS_ITSELF(ERROR),
    NO_HUMAN_FLOW(ERROR),
    NO_NUMBER(ERROR),
    UNREACHABLE_STEP(ERROR),
    UNREACHABLE_FLOW(WARNING),
    CIRCLE(ERROR),
    ENDLESS_LOOP(ERROR),
    REFUSAL_GOES_ROUND(ERROR),
    SILENCE_GOES_ROUND(ERROR),
    TOO_ENTANGLED(ERROR),

    // Names of other things
    UNKNOWN_PROMPT(ERROR),
    UNKNOWN_ENTRY(ERROR),
    UNKNOWN_QUEUE(ERROR),
    UNKNOWN_TOPIC(ERROR),
    UNKNOWN_MESSAGE(ERROR),
    UNKNOWN_LANGUAGE(ERROR),
    UNKNOWN_VALUE(ERROR),
    UNKNOWN_HOURS(ERROR),
    NO_OTHER_QUEUE(ERROR),
    MISSING_TRANSLATION(WARNING),
    SAME_VOICE(ERROR),
    VOICE_OF_OTHER_LANGUAGE(WARNING),

    // Values
    UNSET_VALUE(ERROR),
    UNKNOWN_WORD(ERROR),

    // Sentences
    MISSING_PROMPT(ERROR),
    UNUSED_PROMPT(WARNING),
    TOPIC_WITHOUT_BRANCH(WARNING),
    MALFORMED_PROMPT(ERROR),
    MISSING_PLACEHOLDER(ERROR),
    UNKNOWN_ENTRY_FORMAT(ERROR),
    CUT_OFF_TEXT(WARNING),
    STRAY_QUOTE(WARNING),
    LONG_PROMPT(WARNING),
    LONG_MESSAGE(WARNING),
    MESSAGE_TOO_LONG(ERROR),
    SPECIAL_CHARACTER(WARNING),

    // Keypad menus
    TOO_MANY_OPTIONS(WARNING),
    KEY_NOT_SAID(WARNING),
    KEY_NOT_ON_OFFER(WARNING),
    KEY_BEFORE_FUNCTION(WARNING),
    NO_REPEAT(WARNING),
    SHORT_TIMEOUT(WARNING),
    FAR_FROM_HUMAN(WARNING),

    // Numbers, hours and recordings
    WRONG_PHONE_NUMBER(ERROR),
    UNKNOWN_ZONE(ERROR),
    WRONG_HOURS(ERROR),
    WRONG_DATE(ERROR),
    HOURS_OVERLAP(ERROR),
    NEVER_STAFFED(ERROR),
    HOURS_GAP(WARNING),
    HOLIDAYS_RUN_OUT(WARNING),
    MISSING_AUDIO(ERROR),
    RECORDING_WITHOUT_VALUES(ERROR),
    UNUSED_RECORDING(WARNING),
    WRONG_AUDIO(ERROR);

    private final Severity severity;

    Rule(Severity severity) {
        this.severity = severity;
    }

    /** Its stable name, as {@code unknown-step}. */
    public String ruleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** How an author mends it, in one sentence in English. */
    public String mend() {
        return mend(Language.ENGLISH);
    }

    /** The same in a language. */
    public String mend(Language language) {
        return Phrase.of("mend." + ruleName()).in(language);
    }
}
