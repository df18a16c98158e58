package juesuan.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.model.Csv;
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of subjects that come with the program: what stands in them is printed as it is. */
class CodeListsTest {

    private static final String FUNCTIONS = "功能分类";
    private static final Map<Integer, Pack> PACKS = new HashMap<>();

    private static Pack pack(int year) {
        return PACKS.computeIfAbsent(year, y -> Pack.load(new PackFiles(Optional.empty()), "national", y));
    }

    static IntStream years() {
        return IntStream.rangeClosed(2022, 2025);
    }

    @ParameterizedTest
    @MethodSource("years")
    void everySubjectHasItsParent(int year) {
        for (CodeList list : pack(year).codes().values()) {
            assertThat(list.names().keySet().stream().filter(code -> code.length() > 3
                && list.name(code.substring(0, code.length() - 2)).isEmpty())).as("%s %d: add the parent", list.file(), year).isEmpty();
            assertThat(list.year()).isEqualTo(year);
        }
        assertThat(pack(year).codeList(FUNCTIONS).names()).hasSizeGreaterThan(1300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"functional.csv", "economic.csv"})
    void everyLineIsWhole(String file) {
        List<Csv.Line> lines = Csv.read(OwnPack.bundled("national/codes/" + file));
        assertThat(lines.get(0).cells()).containsExactly("科目编码", "科目名称", "起", "止", "来源");
        List<String> wrong = new ArrayList<>();
        String before = "";
        for (Csv.Line line : lines.subList(1, lines.size())) {
            String text = String.join(",", line.cells());
            boolean right = text.matches("\\d{3}(\\d\\d){0,2},[\\p{IsHan}（）“”、]+,(2022|2023|2024|2025),(2022|2023|2024|2025),[^,]*\\p{IsHan}[^,]*");
            if (!right || line.cells().get(2).compareTo(line.cells().get(3)) > 0 || text.compareTo(before) < 0) {
                wrong.add(line.number() + ": " + text);
            }
            before = text;
        }
        assertThat(wrong).as("code of 3, 5 or 7 digits, name, years, source; ascending").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("years")
    void classesAreCalledAsInTable1(int year) {
        List<RowSpec> rows = pack(year).sheet("收入支出决算总表").orElseThrow().block("支出").orElseThrow().rows().stream()
            .filter(row -> !row.isGap() && !row.subject().isEmpty()).toList();
        assertThat(rows).hasSize(26);
        assertThat(rows).allSatisfy(row -> assertThat(pack(year).codeList(FUNCTIONS).name(row.subject()))
            .contains(row.label().replaceFirst("^[一二三四五六七八九十]+、", "")));
    }

    @ParameterizedTest
    @MethodSource("years")
    void economicSubjectsAreCalledAsInTable6(int year) {
        List<RowSpec> rows = pack(year).sheet("一般公共预算财政拨款基本支出决算明细表").orElseThrow().blocks().stream()
            .flatMap(block -> block.rows().stream()).filter(row -> !row.isGap() && !row.code().isEmpty()).toList();
        assertThat(rows).hasSizeGreaterThan(80)
            .allSatisfy(row -> assertThat(pack(year).codeList("经济分类").name(row.code())).contains(row.label()));
    }

    static Stream<Sample> samples() {
        return Stream.of(Samples.longgang(), Samples.yanxi());
    }

    /** A sample would otherwise be published with a remark, or with another name. */
    @ParameterizedTest
    @MethodSource("samples")
    void theSamplesSubjectsKeepTheirNames(Sample sample) {
        Map<String, String> names = new LinkedHashMap<>();
        sample.sheets().forEach(filled -> filled.cells().forEach((place, text) -> {
            if (place.column().equals("科目名称") && place.row().matches("2\\d+") && !text.isEmpty()) {
                names.put(place.row(), text);
            }
        }));
        assertThat(names).hasSizeGreaterThan(10);
        assertThat(pack(sample.year()).codeList(FUNCTIONS).names()).containsAllEntriesOf(names);
    }

    @ParameterizedTest
    @CsvSource({
        "2022, 2010301, 行政运行", "2025, 20103, 政府办公厅（室）及相关机构事务", "2023, 2120803, 城市建设支出",
        "2023, 2010308, 信访事务", "2024, 2010308, ", "2024, 20140, 信访事务", "2023, 20140, ",
        "2023, 20139, ", "2024, 2013901, 行政运行", "2025, 2230105, 国有企业退休人员社会化管理补助支出"})
    void namesHoldForTheirYears(int year, String code, String name) {
        assertThat(pack(year).codeList(FUNCTIONS).name(code)).isEqualTo(Optional.ofNullable(name));
    }

    @Test
    void classesThatTheTablesOfADepartmentLackAreListedToo() {
        Matcher classes = Pattern.compile("2(?:0[1-8]|1[0-79]|2[0-49]|27|3[0-4])").matcher("");
        assertThat(pack(2024).codeList(FUNCTIONS).names().keySet().stream().filter(code -> code.length() == 3))
            .hasSize(29).allMatch(code -> classes.reset(code).matches());
    }
}
