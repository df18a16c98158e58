package juesuan.workbook.read;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import juesuan.model.Entry;
import juesuan.model.MoneyUnit;
import juesuan.model.Sheet;
import juesuan.pack.RowSpec;
import juesuan.pack.SheetSpec;

/** The facts about a submission that everything else hangs on, by the keys of their rows. */
record Basics(Optional<Sheet> sheet) {

    static final String DEPARTMENT = "部门名称";
    static final String YEAR = "年度";
    static final String UNIT = "金额单位";
    static final String PUBLISHED_ON = "公开日期";

    /** The declaration that asks for them. */
    static boolean isDeclaredBy(SheetSpec spec) {
        return Stream.of(DEPARTMENT, YEAR, UNIT).allMatch(key -> spec.blocks().stream()
            .flatMap(block -> block.rows().stream()).filter(row -> !row.isGap()).map(RowSpec::key).anyMatch(key::equals));
    }

    Optional<String> department() {
        return entry(DEPARTMENT).map(Entry::asText).filter(text -> !text.isBlank());
    }

    OptionalInt year() {
        return entry(YEAR).filter(Entry.Number.class::isInstance)
            .map(entry -> OptionalInt.of(((Entry.Number) entry).number().intValue())).orElse(OptionalInt.empty());
    }

    Optional<MoneyUnit> unit() {
        return entry(UNIT).map(Entry::asText).flatMap(MoneyUnit::of);
    }

    /** Dates are read as yyyy-MM-dd. */
    Optional<LocalDate> publishedOn() {
        return entry(PUBLISHED_ON).map(Entry::asText).filter(text -> !text.isBlank()).map(LocalDate::parse);
    }

    Optional<Entry> entry(String key) {
        return sheet.stream().flatMap(s -> s.blocks().stream()).flatMap(block -> block.row(key).stream())
            .flatMap(row -> row.entries().values().stream()).findFirst();
    }
}
