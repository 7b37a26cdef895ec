package hotline.web;

import java.util.concurrent.Callable;

/**
 * One thing that must work before calls are sent here.
 *
 * @param name as shown: {@code database}
 * @param probe returns a word about how it is, or throws when it is not well
 */
public record ReadyCheck(String name, Callable<String> probe) {}
