package hotline;

/** A setting is missing or wrong; the message is one line that names it and says how to mend it. */
final class SettingsException extends RuntimeException {
    SettingsException(Setting setting, String problemAndCure) {
        super(setting + ": " + problemAndCure);
    }
}
