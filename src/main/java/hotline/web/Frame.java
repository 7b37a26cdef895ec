package hotline.web;

import java.util.Optional;

/**
 * What the frame around every page shows.
 *
 * @param title the page's name, before the product's
 * @param reader the name of who is signed in
 * @param formToken what every form of the page must send back
 * @param path the page's own path, to come back to when the language is switched
 * @param script whether the page is live and needs its script
 */
public record Frame(
        String title, Texts texts, Optional<String> reader, String formToken, String path, boolean script) {}
