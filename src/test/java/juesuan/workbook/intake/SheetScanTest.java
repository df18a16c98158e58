package juesuan.workbook.intake;

import static juesuan.workbook.intake.TestBooks.NAME;
import static juesuan.workbook.intake.TestBooks.cells;
import static juesuan.workbook.intake.TestBooks.refusal;
import static juesuan.workbook.intake.TestBooks.replaced;
import static juesuan.workbook.intake.TestBooks.withRows;
import static juesuan.workbook.intake.TestBooks.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.Random;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contradictions in a sheet's XML that POI settles silently, and wrongly. */
class SheetScanTest {

    private static final String RELS = "xl/_rels/workbook.xml.rels";

    static Stream<Arguments> traps() {
        return Stream.of(
                arguments("<row r='1'><c r='B1' t='s'><v>7</v></c></row>", "B1 的文字已丢失"),
                arguments("<row r='1'><c r='B1' t='s'><v>-1</v></c></row>", "B1 的文字已丢失"),
                arguments("<row r='1'><c r='B1' t='s'><v>99999999999</v></c></row>", "B1 的文字已丢失"),
                arguments("<row r='1'><c r='B1' t='s'><v>abc</v></c></row>", "B1 的文字已丢失"),
                arguments("<row r='1'><c r='B1' t='s'><v>+1</v></c></row>", "B1 的文字已丢失"),
                arguments("<row r='1'><c r='B1' t='s'><v/></c></row>", "B1 的文字已丢失"),
                arguments("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>", "A1 出现了两次"),
                arguments("<row r='1'><c><v>1</v></c><c r='A1'><v>2</v></c></row>", "A1 出现了两次"),
                arguments("<row r='2'/><row r='2'><c r='A2'><v>2</v></c></row>", "第 2 行出现了两次"),
                arguments("<row><c><v>1</v></c></row><row r='1'/>", "第 1 行出现了两次"),
                arguments("<row r='1'><c r='A1'><v>1</v><v>2</v></c></row>", "A1 有两个值"),
                arguments("<row r='0'/>", "行号“0”"),
                arguments("<row r='-3'/>", "行号“-3”"),
                arguments("<row r='1048577'/>", "行号“1048577”"),
                arguments("<row r='99999999999999'/>", "行号“99999999999999”"),
                arguments("<row r='x'/>", "行号“x”"),
                arguments("<row r='٣'/>", "行号“٣”"),
                arguments("<row r='1'><c r='ZZZZ1'><v>1</v></c></row>", "地址“ZZZZ1”"),
                arguments("<row r='1'><c r='XFE1'><v>1</v></c></row>", "地址“XFE1”"),
                arguments("<row r='1'><c r='A0'><v>1</v></c></row>", "地址“A0”"),
                arguments("<row r='1'><c r='A'><v>1</v></c></row>", "地址“A”"),
                arguments("<row r='1'><c r='1'><v>1</v></c></row>", "地址“1”"),
                arguments("<row r='1'><c r='a1'><v>1</v></c></row>", "地址“a1”"),
                arguments("<row r='1'><c r='A2'><v>1</v></c></row>", "地址“A2”"),
                arguments("<row r='1'><c r='A1:B1'><v>1</v></c></row>", "地址“A1:B1”"),
                arguments("<row r='1'><c r='XFD1'><v>1</v></c><c><v>1</v></c></row>", "地址"),
                arguments("<row r='1'><c r='A1' t='zz'><v>1</v></c></row>", "A1 类型“zz”"),
                arguments("<row r='1'><cx r='A1'><v>1</v></cx></row>", "第 1 行附近有无法识别的内容“cx”"),
                arguments("<row r='1'><c r='A1'><vv>1</vv></c></row>", "单元格 A1 附近有无法识别的内容“vv”"),
                arguments("<rows/>", "无法识别的内容“rows”"),
                arguments("</sheetData><sheetData>", "数据区缺失或重复"),
                arguments("<row r='1'><c r='A1'><v>1</v></row>", "XML 不合规范"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void a_contradiction_is_refused_by_sheet_and_cell(String rows, String expected) {
        assertThat(refusal(withRows(rows))).contains("工作表“收入决算表”", expected);
    }

    static Stream<Arguments> oddities() {
        return Stream.of(
                arguments("<row r='2'><c r='A2'><v>1</v></c></row><row r='1'><c r='A1'><v>2</v></c></row>",
                        "A1", "NUMERIC 2"),
                arguments("<row><c><v>1</v></c><c t='s'><v>0</v></c></row>", "B1", "STRING 项目0：一般公共服务支出"),
                arguments("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c></row>", "A1", "NUMERIC 2"),
                arguments("<row r='1048576'><c r='XFD1048576' t='b'><v>1</v></c></row>", "XFD1048576", "BOOLEAN 1"),
                arguments("<row r='1'><c r='A1' t='inlineStr'><is><t>文</t></is></c></row>", "A1", "STRING 文"),
                arguments("<row r='1'><c r='A1' t='str'><f>B1</f><v>文</v></c></row>", "A1", "FORMULA B1=文"),
                arguments("<row r='1'><c r='A1' t='e'><v>#SPILL!</v></c></row>", "A1", "ERROR #SPILL!"),
                arguments("<row r='1'><c r='A1' t='s'><v><![CDATA[1]]></v></c></row>", "A1",
                        "STRING 项目1：一般公共服务支出"),
                arguments("<row r='1'><c r='A1' t='s'/></row>", "A1", "STRING "),
                arguments("<row r='1'><c r='A1'><v>1</v><extLst><ext uri='x'/></extLst></c>"
                        + "<extLst><ext uri='x'/></extLst></row>", "A1", "NUMERIC 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void what_is_odd_but_clear_passes(String rows, String cell, String expected) throws Exception {
        byte[] bytes = withRows(rows);
        assertThat(TestBooks.light(bytes)).isSameAs(bytes);
        assertThat(cells(bytes)).containsEntry("收入决算表!" + cell, expected);
        Map<String, String> filled = cells(bytes);
        filled.values().removeIf(Set.of("BLANK null", "STRING ", "NUMERIC ")::contains);
        assertThat(TestBooks.taken(bytes)).isEqualTo(filled);
    }

    @Test
    void prefixed_XML_passes() throws IOException {
        byte[] bytes = TestBooks.edited(TestBooks.SHEET, xml -> xml.replace("xmlns=", "xmlns:x=")
                .replaceAll("<(/?)(?=[a-z])", "<$1x:"));
        assertThat(TestBooks.taken(bytes)).isEqualTo(TestBooks.taken(TestBooks.good()));
        assertThat(cells(bytes)).isEqualTo(cells(TestBooks.good()));
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                arguments("工作表“收入决算表”", without("xl/worksheets/sheet1.xml")),
                arguments("工作表“支出决算表”", without("xl/worksheets/sheet2.xml")),
                arguments("工作表“收入决算表”", without(RELS)),
                arguments("工作表“收入决算表”", replaced("xl/workbook.xml", "r:id=\"rId3\"", "r:id=\"rId9\"")),
                arguments("工作表“支出决算表”", replaced(RELS, "Target=\"worksheets/sheet2.xml\"",
                        "Target=\"file:///c:/sheet2.xml\" TargetMode=\"External\"")),
                arguments("不是普通工作表", replaced(RELS, "worksheets/sheet2.xml", "styles.xml")),
                arguments("不是普通工作表", TestBooks.edited(RELS,
                        xml -> xml.replaceFirst("/relationships/worksheet\"", "/relationships/xlMacrosheet\""))),
                arguments("共用同一份内容", replaced(RELS, "worksheets/sheet2.xml", "worksheets/sheet1.xml")),
                arguments("工作表“支出决算表”", TestBooks.edited("[Content_Types].xml", xml -> xml
                        .replaceFirst("<Override [^>]*sheet2.xml\"[^>]*/>", "")
                        .replaceFirst("<Default [^>]*Extension=\"xml\"[^>]*/>", ""))),
                arguments("工作簿主体", without("xl/workbook.xml")),
                arguments("有 2 张工作表，目录却只列出 1 张", TestBooks.edited("xl/workbook.xml",
                        xml -> xml.replaceFirst("<sheet [^>]*/>", ""))),
                arguments("有 2 张工作表，目录却只列出 0 张", TestBooks.edited("xl/workbook.xml",
                        xml -> xml.replaceFirst("<sheets>.*</sheets>", "<sheets/>"))),
                arguments("文字已丢失", without("xl/sharedStrings.xml")),
                arguments("文字已丢失", replaced(RELS, "/relationships/sharedStrings", "/relationships/other")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void a_missing_sheet_or_text_table_is_refused(String expected, byte[] bytes) {
        assertThat(refusal(bytes)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {100_001, 150_000})
    void too_many_rows_are_refused_with_their_number(int count) {
        StringBuilder rows = new StringBuilder();
        for (int r = 1; r <= count; r++) {
            rows.append("<row r=\"").append(r).append("\"><c r=\"A").append(r).append("\"><v>1</v></c></row>");
        }
        assertThat(refusal(withRows(rows.toString()))).contains(count + " 行数据", "100000 行");
    }

    @Test
    void too_many_cells_are_refused_with_their_number() {
        StringBuilder rows = new StringBuilder();
        Random random = new Random(1);
        for (int r = 0; r < 5_001; r++) {
            rows.append("<row>");
            for (int c = 0; c < 100; c++) {
                rows.append("<c><v>").append(random.nextInt(1000)).append("</v></c>");
            }
            rows.append("</row>");
        }
        assertThat(refusal(withRows(rows.toString()))).contains("个填了内容的单元格", "500000");
    }
}
