package juesuan.cli;

/** What the process tells scripts. */
final class ExitCode {

    /** Published, or passed. */
    static final int DONE = 0;
    /** Findings stand in the way. */
    static final int BLOCKED = 1;
    /** Wrong usage or unreadable input. */
    static final int UNUSABLE = 2;
    /** A bug of ours. */
    static final int BUG = 3;

    private ExitCode() {
    }
}
