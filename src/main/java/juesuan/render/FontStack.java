package juesuan.render;

import java.util.List;
import java.util.stream.Stream;

/** The families that one kind of text is set in, the first that holds a character wins. */
record FontStack(int weight, List<String> families) {

    FontStack {
        families = families == null ? List.of() : List.copyOf(families);
    }

    FontStack over(FontStack below) {
        return new FontStack(weight, Stream.concat(families.stream(), below.families.stream()).distinct().toList());
    }
}
