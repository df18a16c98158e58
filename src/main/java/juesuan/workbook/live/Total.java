package juesuan.workbook.live;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sum of what is known when the formula is written and of what Excel has to count. */
record Total(int known, List<String> parts) {

    static final Total NONE = new Total(0, List.of());

    Total {
        parts = List.copyOf(parts);
    }

    static Total of(int known) {
        return new Total(known, List.of());
    }

    static Total of(String part) {
        return new Total(0, List.of(part));
    }

    Total plus(Total other) {
        return new Total(known + other.known, Stream.concat(parts.stream(), other.parts.stream()).toList());
    }

    boolean isKnown() {
        return parts.isEmpty();
    }

    boolean isZero() {
        return isKnown() && known == 0;
    }

    /** In parentheses where it needs them. */
    String text() {
        if (isKnown()) {
            return Integer.toString(known);
        }
        String sum = parts.stream().collect(Collectors.joining("+", "", known == 0 ? "" : "+" + known));
        return "(" + sum + ")";
    }
}
