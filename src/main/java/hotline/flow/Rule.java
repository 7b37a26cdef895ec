package hotline.flow;

import static hotline.flow.FlowProblem.Severity.ERROR;
import static hotline.flow.FlowProblem.Severity.WARNING;

import hotline.flow.FlowProblem.Severity;
import java.util.Locale;

/**
 * What {@code flows check} looks for. The names are stable: other programs filter by them, and the manual explains each. The rules about
 * keypad menus are those of ISO/IEC 13714 and ETSI ES 202 130.
 */
public enum Rule {
    // The form of a file
    INVALID_YAML(ERROR, "Mend this first; until the file can be read, it is not known what else is missing."),
    FILE_TOO_BIG(ERROR, "Split the file."),
    ALIAS(ERROR, "Write the part out in each place."),
    MISSING_FILE(ERROR, "Add the file; the sample hotline has one to start from."),
    UNREAD_FILE(WARNING, "Let the name of the file end in .yaml, in small letters."),
    NEWER_FORMAT(ERROR, "Run the version of Hotline that wrote these files, or a newer one."),
    WRONG_FORM(ERROR, "Write it in the form that is asked for: a text, a list, or fields."),
    GIVEN_TWICE(ERROR, "Take one of the two out, or give it another name or key."),
    UNKNOWN_FIELD(ERROR, "Take the field out, or correct its name."),
    MISSING_FIELD(ERROR, "Add the field."),
    WRONG_VALUE(ERROR, "Write one of the values that are allowed."),
    WRONG_NAME(ERROR, "Use small letters, digits and dashes; a flow is called like its file."),

    // Steps and where they lead
    UNKNOWN_KIND(ERROR, "Begin the step with one of the kinds of steps."),
    MISSING_WAY_OUT(ERROR, "Say where the caller goes on; every outcome needs a step."),
    RESERVED_KEY(ERROR, "Take a key from 1 to 9; 0, * and # mean the same everywhere."),
    AMBIGUOUS_NAME(ERROR, "Rename the step."),
    UNKNOWN_STEP(ERROR, "Correct the name, or add the step."),
    UNKNOWN_FLOW(ERROR, "Correct the name, or add the flow's file."),
    MUST_BE_CALLED(ERROR, "Use a step `call` for a flow that gives control back."),
    NEVER_RETURNS(ERROR, "Go there by `then`, or give the flow `returns`."),
    UNKNOWN_RETURN(ERROR, "Take the field out, or add the name to the flow's `returns`."),
    UNUSED_RETURN(ERROR, "Take the name out of `returns`, or use it as a target."),
    CALLS_ITSELF(ERROR, "Go there by `then` in one of the flows, which takes over for good."),
    NO_HUMAN_FLOW(ERROR, "Add the file human.yaml; key 0 leads there from everywhere."),
    NO_NUMBER(ERROR, "Add a number to numbers.yaml."),
    UNREACHABLE_STEP(ERROR, "Lead to the step from another one, or take it out."),
    UNREACHABLE_FLOW(WARNING, "Lead to the flow from another one, or take its file out."),
    CIRCLE(ERROR, "Let one step of the circle ask the caller something, or lead out of it."),
    ENDLESS_LOOP(ERROR, "Give one of the steps a way to a human or to a hang-up."),
    SILENCE_GOES_ROUND(ERROR, "Lead `otherwise` to a human or to a goodbye."),
    TOO_ENTANGLED(ERROR, "Let fewer flows call each other."),

    // Names of other things
    UNKNOWN_PROMPT(ERROR, "Correct the name, or add the sentence to every language."),
    UNKNOWN_ENTRY(ERROR, "Correct the name, or add the kind of entry to entries.yaml."),
    UNKNOWN_QUEUE(ERROR, "Correct the name, or add the queue to queues.yaml."),
    UNKNOWN_TOPIC(ERROR, "Correct the name, or add a queue for the topic to queues.yaml."),
    UNKNOWN_MESSAGE(ERROR, "Correct the name, or add the message to every language."),
    UNKNOWN_LANGUAGE(ERROR, "Correct the code, or give the language a voice in voices.yaml."),
    UNKNOWN_VALUE(ERROR, "Correct the name; values come from the steps before."),
    UNKNOWN_HOURS(ERROR, "Correct the name, or add the hours to hours.yaml."),
    NO_OTHER_QUEUE(ERROR, "Add a queue `other` for callers who have not said what they ring about."),
    MISSING_TRANSLATION(WARNING, "Add the name in this language."),

    // Values
    UNSET_VALUE(ERROR, "Set the value on every way to this step, or ask first whether it `is set`."),
    UNKNOWN_WORD(ERROR, "Correct the word; the manual lists the words of each value."),

    // Sentences
    MISSING_PROMPT(ERROR, "Add the sentence in this language."),
    UNUSED_PROMPT(WARNING, "Take the sentence out, or let a step say it."),
    TOPIC_WITHOUT_BRANCH(WARNING, "Add a branch for the topic; where `other` fits, let it say the same."),
    MALFORMED_PROMPT(ERROR, "Mend the braces; the manual shows how values are written."),
    MISSING_PLACEHOLDER(ERROR, "Say the same values in every language."),
    UNKNOWN_ENTRY_FORMAT(ERROR, "Name a kind of entry, or the number of digits in a group."),
    CUT_OFF_TEXT(WARNING, "Put quotation marks around the text, or the comment into a line of its own."),
    STRAY_QUOTE(WARNING, "Take the marks out; straight ones around the whole text are no part of it."),
    LONG_PROMPT(WARNING, "Split or shorten it; callers forget what was said more than 15 seconds ago."),
    LONG_MESSAGE(WARNING, "Shorten it; each part is paid for like a message of its own."),
    MESSAGE_TOO_LONG(ERROR, "Shorten it to at most 3 parts."),
    SPECIAL_CHARACTER(WARNING, "Write it with plain letters and quotes; else a part holds 70 characters, not 160."),

    // Keypad menus
    TOO_MANY_OPTIONS(WARNING, "Offer at most five; put what is rarely wanted into a menu of its own."),
    KEY_NOT_SAID(WARNING, "Say the key in the prompt, or take it out of `keys`."),
    KEY_NOT_ON_OFFER(WARNING, "Add the key to `keys`, or take it out of the prompt."),
    KEY_BEFORE_FUNCTION(WARNING, "Say what the key does first, then the key."),
    NO_REPEAT(WARNING, "Let the caller try at least twice."),
    SHORT_TIMEOUT(WARNING, "Give callers at least 5 seconds."),
    FAR_FROM_HUMAN(WARNING, "Offer a human within two keys, as by `none: human`."),

    // Numbers, hours and recordings
    WRONG_PHONE_NUMBER(ERROR, "Write it as +, country code and number, in quotes."),
    UNKNOWN_ZONE(ERROR, "Write a name of the time-zone database, as Asia/Jakarta."),
    WRONG_HOURS(ERROR, "Write days as mon or mon-fri, and hours as \"08:00-22:00\"."),
    WRONG_DATE(ERROR, "Write the date as 2026-12-25."),
    HOURS_OVERLAP(ERROR, "Let one span end where the next begins."),
    NEVER_STAFFED(ERROR, "Name at least one span of hours in the week."),
    MISSING_AUDIO(ERROR, "Put the recording into audio/, or correct its name."),
    RECORDING_WITHOUT_VALUES(ERROR, "Take the recording out, or the value out of the prompt in every language."),
    UNUSED_RECORDING(WARNING, "Name the recording like the prompt, in the folder of its language, or take it out."),
    WRONG_AUDIO(ERROR, "Save it as a WAV file: PCM 16 bit or G.711, mono, 8000 Hz sounds best on a phone.");

    private final Severity severity;
    private final String mend;

    Rule(Severity severity, String mend) {
        this.severity = severity;
        this.mend = mend;
    }

    /** Its stable name, as {@code unknown-step}. */
    public String ruleName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** How an author mends it, in one sentence. */
    public String mend() {
        return mend;
    }
}
