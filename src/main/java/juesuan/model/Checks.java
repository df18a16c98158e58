package juesuan.model;

/**
 * How much an audit looked at.
 *
 * @param run checks that were made: each comparison, for each row and column it is about
 * @param passed of these, those that hold
 * @param failed of these, the others
 * @param skipped checks that could not be made
 */
public record Checks(int run, int passed, int failed, int skipped) {

    public static final Checks NONE = new Checks(0, 0, 0, 0);
}
