package juesuan.pack;

import java.util.Optional;

/** Where a formula or sentence stands: what a reference may leave out. */
public record Scope(Optional<String> sheet, Optional<String> block, Optional<String> row) {

    public static final Scope NONE = new Scope(Optional.empty(), Optional.empty(), Optional.empty());

    public static Scope sheet(String sheet) {
        return new Scope(Optional.of(sheet), Optional.empty(), Optional.empty());
    }

    public static Scope block(String sheet, String block) {
        return new Scope(Optional.of(sheet), Optional.of(block), Optional.empty());
    }

    public Scope row(String key) {
        return new Scope(sheet, block, Optional.of(key));
    }
}
