package juesuan.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.model.UserError;
import juesuan.samples.OwnPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong pack is refused as {@code file:line: what is wrong}, in Chinese, before any workbook is read. */
class WrongPackTest {

    private static final String PACK = "own/pack.yaml";
    private static final String ASSETS = "national/forms/assets.yaml";
    private static final String OPERATING = "national/forms/operating.yaml";
    private static final String COMPARISON = "national/forms/comparison.yaml";
    private static final String FUND = "national/tables/fund-budget.yaml";
    private static final String BASIC = "national/tables/basic-expenditure.yaml";
    private static final String TEXT = "guangdong/text/narrative.yaml";
    private static final String SUMMARY = "national/text/summary.yaml";

    @TempDir
    Path folder;

    /** In pack.yaml: the lines after {@code extends}, and the sentence; the last line given is the wrong one. */
    static Stream<Arguments> packLines() {
        return Stream.of(
            in("syntax", "不是正确的 YAML：这里不该有冒号", "title: 甲: 乙"),
            in("syntax, tab", "不是正确的 YAML：开头的字符不对", "style:", "\tamount: 1"),
            in("bracket that is not closed", "不是正确的 YAML：括号没有写完", "codes: {功能分类: functional.csv"),
            in("syntax, braces", "不是正确的 YAML：缩进没有对齐，或者引号后面多了内容", "title: {年度}年度"),
            in("sentence in braces", "“部门名称”后面没有内容；以花括号开头的句子要加引号", "instructions:", "  - {部门名称}"),
            in("duplicate key", "“style”写了两次", "style: {negativeBase: 甲}", "style: {negativeBase: 乙}"),
            in("nothing behind a key", "“title”后面没有内容", "title:"),
            in("empty item", "列表里有一项是空的", "instructions:", "  -"),
            in("unknown property", "不认识“titel”（是不是“title”？），可以写的有：changes、charts、codes、", "titel: 甲"),
            in("unknown property inside", "不认识“decimal”（是不是“decimals”？）", "style:", "  percent: {decimal: 1}"),
            in("wrong enum", "“exakt”不对，应当是printed、exact 之一", "style:", "  percentBasis: exakt"),
            in("not a number", "“一”不对，应当是整数", "style:", "  percent:", "    decimals: 一"),
            in("not true or false", "“是”不对，应当是 true 或 false", "style:", "  emptyTableNote: 是"),
            in("a list where one sentence belongs", "这里应当是一句话", "title: [甲, 乙]"),
            in("a sentence where a list belongs", "这里应当是列表", "instructions: 甲"),
            in("too many decimals", "decimals 应在 0 到 6 之间", "style:", "  percent: {decimals: 9}"),
            in("amounts not in two decimals", "amount 的 decimals 应当是 2", "style:", "  amount:", "    decimals: 1"),
            in("years the wrong way round", "years 的 from 比 to 还大", "years: {from: 2025, to: 2022}"),
            in("unknown placeholder in the title", "不认识 {部门}，这里可以用 {上年度}、{年度}、{部门名称}", "title: '{年度}年度{部门}决算'"),
            in("unknown placeholder of a part", "不认识 {上年度}（是不是“年度”？），这里可以用 {年度}、{部门名称}", "parts:", "  - kind: tables",
                "    tables: [收入决算表]", "    title: '{上年度}决算表'"),
            in("brace without its partner", "右花括号缺少左花括号", "title: 年度}决算"),
            in("unknown placeholder of a change", "不认识 {增加额}（是不是“增减额”？）", "changes:", "  总体:", "    increase: '增加{增加额}万元'"),
            in("figure in a change", "这里不能用公式", "changes:", "  总体:", "    flat: '与{国有资产[车辆合计, 数目]}持平'"),
            in("change without a wording", "缺少“decrease”", "changes:", "  新样式: {increase: 甲, flat: 乙}"),
            in("unknown table of a part", "“收入决表”不是任何一页的 id（是不是“收入决算表”？）", "parts:",
                "  - {kind: tables, title: 表, tables: [收入决表]}"),
            in("a table twice", "tables 里写了两次“收入决算表”", "parts:", "  - kind: tables", "    title: 表",
                "    tables: [收入决算表, 收入决算表]"),
            in("pages shared with a table of another part", "“收入决表”不在这一部分的 tables 里（是不是“收入决算表”？）", "parts:", "  - kind: tables",
                "    title: 表", "    tables: [收入决算表]", "    together: [收入决表]"),
            in("performance table among the others", "kind 与这一部分的 kind 不符", "parts:", "  - {kind: tables, title: 表, tables: [项目支出绩效自评表]}"),
            in("part without its file", "text 部分要写 file", "parts:", "  - {kind: text, title: 甲}"),
            in("quote that is not closed", "引号或者括号没有配对", "title: \"{年度}年度"),
            in("missing sheet file", "找不到文件 forms/nothing.yaml", "sheets:", "  - forms/nothing.yaml"),
            in("missing text file", "找不到文件 text/nothing.yaml", "parts:", "  - {kind: text, file: text/nothing.yaml}"),
            in("missing summary", "找不到文件 text/nothing.yaml", "summary: text/nothing.yaml"),
            in("unknown placeholder of an origin", "不认识 {单元格}，这里可以用 {", "style:", "  sources:", "    table: '{表} {单元格}'"),
            in("unknown placeholder of a chart", "不认识 {今年}，这里可以用 {上年度}、{年度}、{部门名称}", "charts:", "  - title: 甲", "    bars: [{label: 乙, values: ['收入支出决算总表.收入[总计, 决算数]']}]",
                "    note: '{今年}'"),
            in("missing code list", "找不到任何年度的科目表 codes/nothing.csv 或 codes/<年度>/nothing.csv", "codes:", "  功能分类: nothing.csv"),
            in("chart of a text", "“支出决算表.科目[合计, 科目名称]”不是金额，画不成图", "charts:", "  - title: 甲", "    bars: [{label: 乙, values: ['支出决算表.科目[合计, 科目名称]']}]"),
            in("chart of an unknown row", "“经营收人”不存在（是不是“经营收入”？）", "charts:", "  - title: 甲", "    bars:",
                "      - {each: 收入支出决算总表.收入, rows: [经营收人], values: ['[决算数]']}"),
            in("chart of an unknown block", "没有叫“收人”的块（是不是“收入”？）", "charts:", "  - title: 甲", "    bars:",
                "      - {each: 收入支出决算总表.收人, rows: [经营收入], values: ['[决算数]']}"),
            in("chart with a number too few", "values 应当有 2 个，与 series 一样多", "charts:", "  - title: 甲", "    series: [预算数, 决算数]", "    bars:",
                "      - {label: 乙, values: ['收入支出决算总表.收入[总计, 决算数]']}"),
            in("item of a chart that has no name", "每一项写 label，或者写 each 和 rows", "charts:", "  - title: 甲", "    bars:",
                "      - {values: ['收入支出决算总表.收入[总计, 决算数]']}"),
            in("change that is nearly none and has no words", "有 flat 就要有 nearlyFlat", "changes:", "  新样式: {increase: 甲, decrease: 乙, flat: 丙}"),
            in("change that is nearly none, with its size", "不认识 {增减额}", "changes:", "  总体:", "    nearlyFlat: '增加{增减额}万元'"),
            in("words for small amounts that are no words", "tinyAmount 应当是 decimals", "style:", "  tinyAmount: decimal"),
            in("words for small amounts with their unit", "印在“万元”前面，所以不再写“元”", "style:", "  tinyAmount: 不足0.01万元"),
            in("percentage in place of words", "“0%”应当是一句话", "style:", "  nearPercent:", "    zero: 0%"),
            in("percentage of all in place of words", "“100%”应当是一句话", "style:", "  nearPercent:", "    whole: 100%"),
            in("words for less than what is written", "百分比写到小数点后 2 位，“不足0.001%”里的数不能比 0.01% 还小", "style:", "  nearPercent: {decimals: 2, zero: 不足0.001%}"),
            in("no page number in the page mark", "pageMark 里没有 {页}", "style: {pageMark: 甲}"));
    }

    private static Arguments in(String kind, String sentence, String... lines) {
        return Arguments.of(kind, sentence, lines);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packLines")
    void packFile(String kind, String sentence, String... lines) {
        OwnPack own = OwnPack.extending("guangdong", folder, lines);
        assertRefused(own, PACK, 4 + lines.length, sentence);
    }

    /** In another file: a passage of the program's file, what the office wrote instead, and the sentence. */
    static Stream<Arguments> passages() {
        return Stream.of(
            Arguments.of("missing field", ASSETS, "  - id: 资产\n", "  - heading: 资产\n", "缺少“id”"),
            Arguments.of("wrong type of column", ASSETS, "type: unit", "type: amonut", "“amonut”不对，应当是label、line、"),
            Arguments.of("unknown property of a row", ASSETS, "{label: 机要通信用车", "{lable: 机要通信用车", "不认识“lable”（是不是“label”？）"),
            Arguments.of("duplicate rows", ASSETS, "{label: 机要通信用车", "{label: 岗位保障用车", "块“资产”里有两行的 key 都是“岗位保障用车”"),
            Arguments.of("sum of an unknown row", ASSETS, "[岗位保障用车..其他用车]", "[岗位保障用车..其它用车]", "“其它用车”不存在（是不是“其他用车”？）"),
            Arguments.of("sum the wrong way round", ASSETS, "[岗位保障用车..其他用车]", "[其他用车..岗位保障用车]", "的先后反了"),
            Arguments.of("sum in an unknown block", BASIC, "\"公用经费[302]\"", "\"公用[302]\"", "没有叫“公用”的块"),
            Arguments.of("two kinds of rows", "national/forms/terms.yaml", "  - id: 名词\n", "  - rows: [甲]\n    id: 名词\n", "应当且只应当有 rows、codes、items 中的一种"),
            Arguments.of("unknown code list", FUND, "codes: {list: 功能分类, formulas: 30}", "codes: {list: 功能}", "没有叫“功能”的科目表"),
            Arguments.of("placeholder in a note", FUND, "emptyNote: \"{部门名称}本年度", "emptyNote: \"{单位名称}本年度", "不认识 {单位名称}"),
            Arguments.of("placeholder in a title", FUND, "kind: table", "kind: table\ntitle: '{年度}年度基金表'", "这里不能用花括号"),
            Arguments.of("tab name too long", FUND, "kind: table", "kind: table\nname: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二", "超过 31 个字"),
            Arguments.of("formula with an unknown column", OPERATING, "formula: \"[本年决算数] - [上年决算数]\"", "formula: \"[本年决算数] - [上年数]\"", "没有叫“上年数”的行或列"),
            Arguments.of("formula that ends too early", OPERATING, "formula: \"[本年决算数] - [上年决算数]\"", "formula: \"[本年决算数] -\"", "公式“[本年决算数] -”第"),
            Arguments.of("unknown change style", OPERATING, "style: 机关运行经费}", "style: 机关运行}", "pack.yaml 的 changes 里没有“机关运行”"),
            Arguments.of("unknown table in a formula", COMPARISON, "\"支出决算表.科目[合计, 经营支出]\"", "\"支出表.科目[合计, 经营支出]\"", "没有叫“支出表”的表"),
            Arguments.of("unknown column in a formula", COMPARISON, "\"支出决算表.科目[合计, 经营支出]\"", "\"支出决算表.科目[合计, 经营性支出]\"", "里没有叫“经营性支出”的列（是不是“经营支出”？）"),
            Arguments.of("unknown row in a formula", COMPARISON, "\"收入支出决算总表.收入[经营收入, 决算数]\"", "\"收入支出决算总表.收入[经营收人, 决算数]\"", "里没有叫“经营收人”的行（是不是“经营收入”？）"),
            Arguments.of("unknown placeholder in the text", TEXT, "二、{年度}年度财政拨款收入支出总表说明", "二、{年}年度财政拨款收入支出总表说明", "不认识 {年}，这里可以用 {上年度}"),
            Arguments.of("unknown reference in the text", TEXT, "设备{[单价100万元以上设备, 数目]}", "设备{[单价50万元以上设备, 数目]}", "里没有叫“单价50万元以上设备”的行"),
            Arguments.of("computed number without its kind", TEXT, "{占比: [货物, 中小企业合同金额] / ", "{[货物, 中小企业合同金额] / ", "要写明印成什么"),
            Arguments.of("unknown block to repeat", TEXT, "each: 三公说明.团组", "each: 三公说明.团队", "没有叫“团队”的块（是不是“团组”？）"),
            Arguments.of("condition on something unknown", TEXT, "when: \"叙述[问题, 内容]\"", "when: \"叙述[难题, 内容]\"", "里没有叫“难题”的行"),
            Arguments.of("the most of what is no size", SUMMARY, "rows: [一般公共服务支出..抗疫特别国债安排的支出], most: \"[决算数]\"", "rows: [一般公共服务支出..抗疫特别国债安排的支出], most: \"[项目]\"", "“[项目]”不是数，也不是增减，比不出大小"),
            Arguments.of("the most of an unknown column", SUMMARY, "rows: [一般公共服务支出..抗疫特别国债安排的支出], most: \"[决算数]\"", "rows: [一般公共服务支出..抗疫特别国债安排的支出], most: \"[决算]\"", "里没有叫“决算”的行或列（是不是“决算数”？）"),
            Arguments.of("the most of what is not repeated", SUMMARY, "{when: \"[合计, 预算数]\", text", "{when: \"[合计, 预算数]\", most: \"[合计, 预算数]\", text", "有 start、join、end、none、most 就要有 each"),
            Arguments.of("how many without of what", SUMMARY, "most: \"[决算数]\", top: 3", "top: 3", "有 top 就要有 most"),
            Arguments.of("none of the most", SUMMARY, "most: \"[决算数]\", top: 3", "most: \"[决算数]\", top: 0", "top 应当大于 0"),
            Arguments.of("change in an unknown wording", SUMMARY, "；合计{概要: [合计, 变动]}", "；合计{概略: [合计, 变动]}", "pack.yaml 的 changes 里没有“概略”（是不是“概要”？）"),
            Arguments.of("unknown placeholder of the origin of a column", COMPARISON, "年末结转和结余 {数}（上年公开）", "年末结转和结余 {金额}（上年公开）", "不认识 {金额}"),
            Arguments.of("condition that adds up", TEXT, "when: \"叙述[问题, 内容]\"", "when: \"资金[年度资金总额, 全年预算数] + 资金[年度资金总额, 全年执行数]\"", "不能把几个数加起来，正负会相抵"),
            Arguments.of("condition that sums", TEXT, "when: \"叙述[问题, 内容]\"", "when: \"sum(资金[年度资金总额, 全年预算数])\"", "不能把几个数加起来，正负会相抵"),
            Arguments.of("condition on a sum of several", TEXT, "when: \"叙述[问题, 内容]\"", "when: \"any(叙述[问题, 内容] - 叙述[措施, 内容])\"", "不能把几个数加起来，正负会相抵"),
            Arguments.of("condition on an unknown cell of several", TEXT, "when: \"叙述[问题, 内容]\"", "when: \"any(叙述[问题, 内容], 叙述[难题, 内容])\"", "里没有叫“难题”的行"),
            Arguments.of("condition on an unknown block", TEXT, "when: \"叙述[问题, 内容]\"", "when: \"any(资金, 资本)\"", "没有叫“资本”的"),
            Arguments.of("paragraph that is neither text nor pieces", TEXT, "          - pieces:\n              - 组织部门整体", "          - parts:\n              - 组织部门整体", "不认识“parts”"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passages")
    void otherFile(String kind, String file, String passage, String instead, String sentence) {
        OwnPack own = OwnPack.extending("guangdong", folder).changed(file, passage, instead);
        String text = OwnPack.bundled(file).replace(passage, instead);
        // A block is wrong at its first line, everything else at the last line that was changed.
        String wrong = instead.startsWith("  - rows") || instead.contains("- parts") ? instead.lines().findFirst().orElseThrow() : instead.lines().reduce((first, second) -> second).orElseThrow();
        assertRefused(own, "own" + file.substring(file.indexOf('/')), line(text, text.lastIndexOf(wrong)), sentence);
    }

    /** In a region's table: what it says that it shows must be in the national tables. */
    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', value = {
        "three-public.yaml | is: 决算数.公务接待费 | is: 决算数.公务招待费 | - id: 三公经费 | 的 is 写的“决算数.公务招待费”不是全国通用的表里的列（是不是“公务接待费”？）",
        "three-public.yaml | is: 决算数.公务接待费 | is: 决算.公务接待费 | - id: 三公经费 | “财政拨款“三公”经费支出决算表”里没有叫“决算”的块（是不是“决算数”？）",
        "income-expenditure.yaml | is: 使用非财政拨款结余（含专用结余） | is: 使用非财政拨款结余（含专项结余） | is: 使用非财政拨款结余（含专项结余） | 不是全国通用的表里的行",
        "state-capital-budget.yaml | is: 国有资本经营预算财政拨款支出决算表 | is: 国有资本经营预算支出决算表 | is: 国有资本经营预算支出决算表 | 不是全国通用的表",
        "basic-expenditure.yaml | is: [公用经费, 公用经费续] | is: [公用经费, 公用经费二] | is: [公用经费, 公用经费二] | 里没有叫“公用经费二”的块"})
    void regionsTable(String file, String passage, String instead, String wrong, String sentence) {
        OwnPack own = OwnPack.extending("shanghai", folder).changed("shanghai/tables/" + file, passage, instead);
        String text = OwnPack.bundled("shanghai/tables/" + file).replace(passage, instead);
        assertRefused(own, "own/tables/" + file, line(text, text.indexOf(wrong)), sentence);
    }

    private static int line(String text, int at) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    @Test
    void missingKindOfZero() {
        Path pack = new PackCopy(folder).national(text -> text.replace("    完成率: --%（基数为0，不可比）\n", ""));
        assertMessage(() -> Pack.load(new PackFiles(Optional.of(folder)), "national", 2023),
            pack + ":" + lineOf(pack, "  zero:") + ": style.zero 里缺“完成率”");
    }

    @Test
    void missingKindOfNegative() {
        Path pack = new PackCopy(folder).national(text -> text.replace("    完成率: --%（有负数，不可比）\n", ""));
        assertMessage(() -> Pack.load(new PackFiles(Optional.of(folder)), "national", 2023),
            pack + ":" + lineOf(pack, "  negative:") + ": style.negative 里缺“完成率”");
    }

    @Test
    void mistakeInAnExtendedPackIsNamedThere() {
        Path pack = new PackCopy(folder).national(text -> text.replace("percentBasis: printed", "percentBasis: prinetd"));
        OwnPack own = OwnPack.extending("national", folder, "style:", "  pageMark: '{页}'");
        assertMessage(own::load, pack + ":" + lineOf(pack, "percentBasis: prinetd") + ": “prinetd”不对");
    }

    @Test
    void packsThatExtendEachOther() {
        OwnPack own = OwnPack.extending("other", folder).file("other/pack.yaml", "id: other\nextends: own\n");
        assertRefused(own, "other/pack.yaml", 2, "extends 绕回了“own”自己");
    }

    @Test
    void packThatExtendsAnUnknownOne() {
        assertRefused(OwnPack.extending("guangdng", folder), PACK, 4, "没有叫“guangdng”的地区包（是不是“guangdong”？），可用的有：guangdong、national、own、shanghai。");
    }

    @Test
    void packThatIsNotThere() {
        assertMessage(() -> Pack.load(new PackFiles(Optional.empty()), "guangxi", 2023), "没有叫“guangxi”的地区包，可用的有：guangdong、national、shanghai。");
        assertMessage(() -> Pack.load(new PackFiles(Optional.empty()), "../national", 2023), "没有叫“../national”的地区包");
    }

    @Test
    void packThatHasAnotherPacksId() {
        OwnPack own = OwnPack.extending("guangdong", folder).file(PACK, "extends: guangdong\nid: guangdong\n");
        assertRefused(own, PACK, 2, "id 应与文件夹的名字“own”一致");
    }

    @Test
    void yearThePackIsNotFor() {
        assertMessage(() -> OwnPack.extending("guangdong", folder).load(2031), "地区包“本单位”适用于 2022 至 2025 年度，不适用于 2031 年度");
    }

    @Test
    void twoSheetsOfOneId() {
        OwnPack own = OwnPack.extending("guangdong", folder, "sheets: [forms/basics.yaml, forms/copy.yaml]")
            .file("own/forms/copy.yaml", OwnPack.bundled("national/forms/basics.yaml"));
        assertMessage(own::load, folder.resolve("own/forms/copy.yaml") + ":1: 有两页的 id 都是“基本信息”");
    }

    @Test
    void badLineOfACodeList() {
        String file = "own/codes/2023/functional.csv";
        assertRefused(OwnPack.extending("guangdong", folder).file(file, "科目编码,科目名称\n201,一般公共服务支出\n2O1,外交\n"),
            file, 3, "每行应为“科目编码,科目名称”");
        assertRefused(OwnPack.extending("guangdong", folder).file(file, "科目编码,科目名称\n201,甲\n201,乙\n"),
            file, 3, "科目编码 201 写了两次");
    }

    @Test
    void badLineOfACodeListOfSeveralYears() {
        String years = "own/codes/functional.csv";
        assertRefused(OwnPack.extending("guangdong", folder).file(years, "科目编码,科目名称,起,止\n201,一般公共服务支出,2022,\n"),
            years, 2, "每行应为“科目编码,科目名称,起,止”");
        assertRefused(OwnPack.extending("guangdong", folder).file(years, "科目编码,科目名称,起,止\n201,甲,2022,2023\n201,乙,2023,2025\n"),
            years, 3, "科目编码 201 写了两次");
    }

    @Test
    void fileInAnotherEncoding() throws Exception {
        OwnPack own = OwnPack.extending("guangdong", folder);
        Files.write(folder.resolve(PACK), "id: own\nname: 本单位\n".getBytes(Charset.forName("GBK")));
        assertRefused(own, PACK, 1, "文件不是 UTF-8 编码");
    }

    @Test
    void emptyFile() {
        assertRefused(OwnPack.extending("guangdong", folder).file(PACK, "# 空的\n"), PACK, 1, "文件是空的");
    }

    @Test
    void aliasThatContainsItself() {
        assertRefused(OwnPack.extending("guangdong", folder).file(PACK, "id: own\nstyle: &a\n  zero: *a\n"), PACK, 2, "星号引用绕回了自己");
    }

    private void assertRefused(OwnPack own, String file, int line, String sentence) {
        assertMessage(own::load, folder.resolve(file) + ":" + line + ": ", sentence);
    }

    private static void assertMessage(org.assertj.core.api.ThrowableAssert.ThrowingCallable load, String... parts) {
        assertThatThrownBy(load).isInstanceOf(UserError.class).satisfies(e -> {
            assertThat(e.getMessage()).startsWith(parts[0]).contains(parts);
            assertThat(e.getMessage().replaceAll("^\\S+:\\d+: ", "")).as("no Java in front of people")
                .doesNotContain("juesuan.", "java.", "com.", "Exception", "Cannot", "null");
        });
    }

    private static int lineOf(Path file, String words) {
        try {
            String text = Files.readString(file);
            return line(text, text.indexOf(words));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** An office's copy of the program's own pack. */
    private record PackCopy(Path folder) {

        Path national(java.util.function.UnaryOperator<String> change) {
            OwnPack.extending("national", folder).file("national/pack.yaml", change.apply(OwnPack.bundled("national/pack.yaml")));
            return folder.resolve("national/pack.yaml");
        }
    }
}
