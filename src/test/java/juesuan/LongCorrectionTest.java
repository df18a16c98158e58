package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import juesuan.model.Place;
import juesuan.pack.Pack;
import juesuan.pipeline.OfficeFiles;
import juesuan.render.PdfFile;
import juesuan.samples.OwnPack;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.BlankWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A correction of more places than its list has room for, in all editions that have one. */
class LongCorrectionTest {

    private static final String FORM = "项目支出绩效自评表";
    private static final Pattern COLUMNS = Pattern.compile("年度指标值|实际完成值");
    private static final Place DATE = new Place("基本信息", "基本信息", "公开日期", "内容");

    @TempDir
    private Path folder;

    @Test
    void goesOnOverSeveralPagesAndSaysHowManyAreLeft() throws IOException {
        Sample sample = Samples.longgang();
        Sample changed = sample.with(DATE, "2024-11-20");
        int lines = 0;
        for (Sample.Filled form : sample.sheets().stream().filter(s -> s.sheet().equals(FORM)).toList()) {
            Map<Place, String> cells = new LinkedHashMap<>(form.cells());
            for (Map.Entry<Place, String> cell : cells.entrySet()) {
                if (COLUMNS.matcher(cell.getKey().column()).matches() && !cell.getValue().isEmpty()) {
                    cell.setValue(cell.getValue() + "（核实）");
                    lines++;
                }
            }
            changed = changed.with(new Sample.Filled(form.sheet(), form.tab(), cells));
        }
        int most = 80;
        assertThat(lines).isGreaterThan(most);

        Path templates = folder.resolve("templates");
        Pack pack = OwnPack.extending(sample.pack(), templates, "style:", "  correction:", "    most: " + most).load();
        Optional<String> own = Optional.of(OwnPack.ID);
        Disclosure disclosure = new Disclosure(Optional.of(templates), Optional.empty());
        Path old = disclosure.generate(workbook("一.xlsx", sample, pack), own, folder.resolve("一")).folder().orElseThrow();
        Disclosure.Outcome outcome = disclosure.into(folder.resolve("二"))
            .correct(workbook("二.xlsx", changed, pack), own, Map.of(), old, "指标没有核实", false);
        Path published = outcome.folder().orElseThrow().resolve("publish");
        String more = "另有" + (lines - most) + "处改动没有逐一列出";

        PdfFile pdf = new PdfFile(Files.readAllBytes(published.resolve("部门决算.pdf")));
        PrintedPages printed = new PrintedPages(pdf);
        List<String> pages = printed.all().stream().map(PrintedPages.Page::text).skip(1).takeWhile(page -> !page.startsWith("目录")).toList();
        assertThat(pages).hasSizeGreaterThan(3).allSatisfy(page -> assertThat(page).contains("序号位置页码原为现为"));
        assertThat(pages.get(0)).as("said before the table").contains(more);
        assertThat(pages.get(pages.size() - 1)).as("and below it").contains(more);
        PdfFile.promised().forEach(flavour -> assertThat(pdf.failures(flavour)).isEmpty());

        String page = Files.readString(published.resolve("部门决算.html"));
        String listed = page.substring(page.indexOf("part correction"), page.lastIndexOf(more));
        assertThat(Pattern.compile("<tr[^>]*><td[^>]*>(\\d+)</td>").matcher(listed).results().map(result -> result.group(1)).collect(Collectors.toList()))
            .containsExactlyElementsOf(IntStream.rangeClosed(1, most).mapToObj(String::valueOf).toList());

        int forms = printed.bookmarks().stream().filter(bookmark -> bookmark.title().startsWith("附件")).mapToInt(bookmark -> printed.of(bookmark).mark().orElseThrow())
            .findFirst().orElseThrow();
        Path word = outcome.office().orElseThrow().report().resolveSibling(OfficeFiles.WORD);
        try (InputStream in = Files.newInputStream(word); XWPFDocument document = new XWPFDocument(in)) {
            List<XWPFTableRow> rows = document.getTables().get(0).getRows();
            assertThat(rows).hasSize(most + 1);
            assertThat(rows.subList(1, rows.size())).as("places in the forms, with their pages").allSatisfy(row -> {
                assertThat(row.getCell(1).getText()).startsWith(FORM);
                assertThat(Integer.parseInt(row.getCell(2).getText())).isBetween(forms, printed.all().size());
            });
            assertThat(document.getTables().get(0).getRow(0).isRepeatHeader()).isTrue();
            assertThat(document.getParagraphs()).anyMatch(paragraph -> paragraph.getText().contains(more));
        }
    }

    private Path workbook(String name, Sample sample, Pack pack) throws IOException {
        return Files.write(folder.resolve(name), BlankWorkbook.build(pack, SampleWorkbooks.fillings(sample)));
    }
}
