package juesuan.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The levels of subject codes, 类, 款 and 项: the first 3, 5 and 7 digits of a code. */
public enum SubjectLevel {
    CLASS("类", 3),
    CATEGORY("款", 5),
    ITEM("项", 7);

    private final String label;
    private final int digits;

    SubjectLevel(String label, int digits) {
        this.label = label;
        this.digits = digits;
    }

    public String label() {
        return label;
    }

    public int digits() {
        return digits;
    }

    /** The level of that name, if it is one. */
    static Optional<SubjectLevel> named(String label) {
        return Arrays.stream(values()).filter(level -> level.label.equals(label)).findFirst();
    }

    /** The code of this level above a code, or that code itself; empty where the code is of a higher level. */
    public Optional<String> of(String code) {
        return code.matches("\\d+") && code.length() >= digits ? Optional.of(code.substring(0, digits)) : Optional.empty();
    }

    /** @param rows levels and codes; all codes, without the total, where there are none */
    public static boolean isIn(String key, List<String> rows) {
        return rows.isEmpty() ? key.matches("\\d+")
            : rows.stream().anyMatch(row -> row.equals(key) || named(row).filter(level -> key.matches("\\d+") && key.length() == level.digits).isPresent());
    }
}
