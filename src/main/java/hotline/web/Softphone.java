package hotline.web;

import hotline.phone.BrowserPhone;

/** What lets a browser be rung: the carrier has to know whose it is. */
@FunctionalInterface
public interface Softphone {
    /** A token with which a browser can be rung as this phone, and nothing else, for ten minutes. */
    String token(BrowserPhone phone);
}
