package juesuan.pack;

import java.util.Arrays;
import java.util.stream.Collectors;
import juesuan.model.UserError;

/** One place of a declaration under check. */
record DeclarationPlace(Origin file, String path) {

    static DeclarationPlace of(Origin file) {
        return new DeclarationPlace(file, "");
    }

    /** @param steps keys and indexes below this place */
    DeclarationPlace at(Object... steps) {
        return new DeclarationPlace(file, path + Arrays.stream(steps).map(step -> "/" + step).collect(Collectors.joining()));
    }

    UserError wrong(String what) {
        return file.wrong(path, what);
    }

    void require(boolean condition, String what) {
        if (!condition) {
            throw wrong(what);
        }
    }

    /** Runs a check that throws IllegalArgumentException with a Chinese sentence. */
    void check(Runnable check) {
        try {
            check.run();
        } catch (Specs.Wrong e) {
            throw file.wrong(path + e.path(), e.getMessage());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }
}
