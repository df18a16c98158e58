package juesuan.samples;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs that not every machine has. The build server installs them, so that nothing is skipped there. */
public final class Needed {

    private Needed() {
    }

    /** @param install what to do to have it */
    public static void orSkip(boolean installed, String install) {
        if (System.getenv("CI") != null) {
            Assertions.assertTrue(installed, "CI is set: nothing may be skipped. " + install);
        }
        Assumptions.assumeTrue(installed, install);
    }
}
