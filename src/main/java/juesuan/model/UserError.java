package juesuan.model;

/**
 * "Cannot go on": wrong usage, an unreadable workbook, a wrong pack. Its message is a Chinese
 * sentence that says what is wrong and what to do; it ends the run with exit code 2.
 */
public final class UserError extends RuntimeException {

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
