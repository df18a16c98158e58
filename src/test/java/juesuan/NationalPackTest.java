package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.Finding;
import juesuan.model.Narrative;
import juesuan.model.Paragraph;
import juesuan.model.Section;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.render.PdfFile;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.read.WorkbookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The national pack, with the form that only it has, from the workbook to the published package. */
class NationalPackTest {

    private static final Sample SAMPLE = Samples.longgangNationwide();
    private static final Pack PACK = Samples.pack("national");

    @TempDir
    Path folder;

    @Test
    void workbookToPackage() throws Exception {
        Path file = Files.write(folder.resolve("填报.xlsx"), SampleWorkbooks.bytes(SAMPLE));
        WorkbookReader reader = WorkbookReader.open(file);
        assertThat(text(Narrator.compute(reader.read(PACK).accounts(), PACK)))
            .isEqualTo(text(Narrator.compute(SampleAccounts.of(SAMPLE, PACK), PACK)));
        Disclosure.Outcome outcome = new Disclosure(Optional.empty(), Optional.empty())
            .generate(file, Optional.empty(), folder.resolve("output"));
        assertThat(outcome.findings()).filteredOn(finding -> finding.severity() == Finding.Severity.ERROR).isEmpty();
        PdfFile pdf = new PdfFile(Files.readAllBytes(outcome.folder().orElseThrow().resolve("publish/部门决算.pdf")));
        PdfFile.promised().forEach(flavour -> assertThat(pdf.failures(flavour)).as("veraPDF, " + flavour).isEmpty());
        PrintedPages pages = new PrintedPages(pdf);
        int front = 1 + pages.contents().size();
        assertThat(pdf.labels()).as("names of the pages in a reader's program").hasSameSizeAs(pages.all()).startsWith("封面");
        assertThat(pdf.labels().subList(1, front)).isNotEmpty().allMatch(label -> label.startsWith("目录"));
        assertThat(pdf.labels().subList(front, pages.all().size())).isNotEmpty().containsExactlyElementsOf(
            pages.all().stream().skip(front).map(page -> String.valueOf(page.mark().orElseThrow())).toList());
    }

    private static List<String> text(Narrative narrative) {
        return narrative.parts().stream().flatMap(part -> part.sections().stream())
            .flatMap(section -> lines(section).stream()).toList();
    }

    private static List<String> lines(Section section) {
        List<String> lines = new ArrayList<>(section.paragraphs().stream().map(Paragraph::text).toList());
        section.sections().forEach(inner -> lines.addAll(lines(inner)));
        return lines;
    }
}
