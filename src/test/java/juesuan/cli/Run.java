package juesuan.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One run of the program as a script sees it: exit code and the bytes it writes. */
record Run(int code, byte[] stdout, byte[] stderr) {

    static Run of(Object... arguments) {
        return in(StandardCharsets.UTF_8, arguments);
    }

    /** @param console what the terminal takes text to be in */
    static Run in(Charset console, Object... arguments) {
        PrintStream systemOut = System.out;
        PrintStream systemErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, console));
            System.setErr(new PrintStream(err, true, console));
            int code = Main.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
            return new Run(code, out.toByteArray(), err.toByteArray());
        } finally {
            System.setOut(systemOut);
            System.setErr(systemErr);
        }
    }

    String out() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    String err() {
        return new String(stderr, StandardCharsets.UTF_8);
    }
}
