package juesuan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import juesuan.model.Checksum;
import juesuan.model.Finding;
import juesuan.model.Place;
import juesuan.model.Review;
import juesuan.model.UserError;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside the published files, when, and where. */
class OfficeFilesTest {

    private static final String NAME = "2023-岚州市䶮溪区河湖事务中心";
    private static final Place CARS = new Place("国有资产", "资产", "其他用车", "数目");
    private static final Optional<String> OWN_PACK = Optional.empty();

    @TempDir
    private Path folder;
    private final Disclosure disclosure = new Disclosure(Optional.empty(), Optional.empty());

    private Path output() {
        return folder.resolve("output");
    }

    private Disclosure.Outcome generate(Path workbook) {
        return disclosure.generate(workbook, OWN_PACK, output());
    }

    private Path workbook(String name, Sample sample) throws IOException {
        return Files.write(folder.resolve(name), SampleWorkbooks.bytes(sample));
    }

    private Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> tree = Files.walk(output())) {
            tree.filter(Files::isRegularFile).filter(file -> !file.endsWith(".juesuan-lock")).forEach(file -> files.add(output().relativize(file).toString().replace('\\', '/')));
        }
        return files;
    }

    private static void type(Path workbook, String sheet, int row, int column, double value) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(workbook)))) {
            book.getSheet(sheet).getRow(row).getCell(column).setCellValue(value);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            Files.write(workbook, bytes.toByteArray());
        }
    }

    @Test
    void aBlockedWorkbookReplacesTheReviewOnly() throws IOException {
        Path book = workbook("报表.xlsx", Samples.yanxi());
        assertThat(generate(book).folder()).contains(output().resolve(NAME));
        Set<String> placed = files();
        assertThat(placed).contains(NAME + "/publish/部门决算.pdf").filteredOn(file -> !file.startsWith(NAME + "/publish/"))
            .containsExactlyInAnyOrder(NAME + "/review/findings.json", NAME + "/review/报表-审核.xlsx", NAME + "/review/审核报告.html",
                NAME + "/review/部门决算.docx");
        byte[] pdf = Files.readAllBytes(output().resolve(NAME).resolve("publish/部门决算.pdf"));
        byte[] report = Files.readAllBytes(output().resolve(NAME).resolve("review/审核报告.html"));

        Disclosure.Outcome blocked = generate(workbook("报表.xlsx", Samples.yanxi().with(CARS, "77")));
        assertThat(blocked.folder()).isEmpty();
        assertThat(blocked.review().status()).isEqualTo(Review.Status.BLOCKED);
        assertThat(blocked.review().checks().failed()).isPositive();
        assertThat(blocked.office().orElseThrow().workbook()).isEqualTo(output().resolve(NAME).resolve("review/报表-审核.xlsx")).exists();
        assertThat(output().resolve(NAME).resolve("publish/部门决算.pdf")).hasBinaryContent(pdf);
        assertThat(Files.readAllBytes(output().resolve(NAME).resolve("review/审核报告.html"))).isNotEqualTo(report);
        placed.remove(NAME + "/review/部门决算.docx");
        assertThat(files()).as("no Word edition with wrong figures").isEqualTo(placed);
    }

    @Test
    void theSameWorkbookGivesTheSameFiles() throws IOException {
        Path book = workbook("报表.xlsx", Samples.yanxi().with(CARS, "77"));
        Path review = generate(book).office().orElseThrow().report().getParent();
        Map<String, String> first = Map.of("报表-审核.xlsx", Checksum.of(Files.readAllBytes(review.resolve("报表-审核.xlsx"))),
            "审核报告.html", Checksum.of(Files.readAllBytes(review.resolve("审核报告.html"))));
        generate(book);
        first.forEach((name, sum) -> assertThat(review.resolve(name)).satisfies(
            file -> assertThat(Checksum.of(Files.readAllBytes(file))).isEqualTo(sum)));
    }

    @Test
    void theClerkFixesTheCopyAndGeneratesFromIt() throws IOException {
        Disclosure.Outcome blocked = generate(workbook("报表.xlsx", Samples.yanxi().with(CARS, "77")));
        Path copy = blocked.office().orElseThrow().workbook();
        Finding.Cell cars = blocked.findings().stream().filter(f -> f.rule().equals("K20")).findFirst().orElseThrow().cells().stream()
            .filter(cell -> cell.value().equals("77")).findFirst().orElseThrow();
        assertThat(cars.at().sheet()).isEqualTo("国有资产");
        type(copy, "国有资产", Integer.parseInt(cars.at().address().substring(1)) - 1, cars.at().address().charAt(0) - 'A',
            Double.parseDouble(Samples.yanxi().at(CARS)));

        Disclosure.Outcome fixed = generate(copy);
        assertThat(fixed.folder()).as(fixed.findings().toString()).isPresent();
        assertThat(fixed.office().orElseThrow().renamed()).as("the new copy has all of it").isEmpty();
        assertThat(fixed.findings()).isEqualTo(generate(SampleWorkbooks.file(Samples.yanxi())).findings());
        assertThat(files()).contains(NAME + "/publish/部门决算.pdf");
    }

    @Test
    void workInTheCopyIsNotLostWhenTheOriginalIsCheckedAgain() throws IOException {
        Path book = workbook("报表.xlsx", Samples.yanxi().with(CARS, "77"));
        Path copy = generate(book).office().orElseThrow().workbook();
        type(copy, "国有资产", 8, 1, 5);
        byte[] edited = Files.readAllBytes(copy);
        Disclosure.Outcome again = disclosure.into(output()).check(book, OWN_PACK);
        assertThat(again.office().orElseThrow().renamed()).containsExactly("报表-审核（改过）.xlsx");
        assertThat(copy.resolveSibling("报表-审核（改过）.xlsx")).hasBinaryContent(edited);
        assertThat(generate(copy.resolveSibling("报表-审核（改过）.xlsx")).office().orElseThrow().workbook()).isEqualTo(copy);
        assertThat(copy.resolveSibling("报表-审核（改过）.xlsx")).as("it is nobody else's").hasBinaryContent(edited);
    }

    @Test
    void withoutADepartmentTheFolderIsCalledAfterTheWorkbook() throws IOException {
        Path book = workbook("无名.xlsx", Samples.yanxi().with(Samples.DEPARTMENT, ""));
        Disclosure.Outcome outcome = generate(book);
        assertThat(outcome.review().status()).isEqualTo(Review.Status.BLOCKED);
        assertThat(files()).containsExactlyInAnyOrder("2023-无名/review/findings.json", "2023-无名/review/审核报告.html", "2023-无名/review/无名-审核.xlsx");
    }

    @Test
    void checkingFindsWhatGeneratingFinds() throws IOException {
        Path book = workbook("缺原因.xlsx", Samples.yanxi().with(new Place("上年与预算", "支出", "项目支出", "主要变动情况"), "").with(CARS, "77"));
        List<Finding> findings = disclosure.check(book, OWN_PACK).findings();
        assertThat(findings).extracting(Finding::rule).contains("N01", "K20");
        assertThat(generate(book).findings()).isEqualTo(findings);
        assertThat(output().resolve(NAME).resolve("publish")).doesNotExist();
    }

    @Test
    void twoWorkbooksOfOneDepartmentDoNotReplaceEachOthersReview() throws IOException {
        Path good = workbook("好.xlsx", Samples.yanxi());
        Path bad = workbook("坏.xlsx", Samples.yanxi().with(CARS, "77"));
        Path other = workbook("又坏.xlsx", Samples.yanxi().with(CARS, "78"));
        Disclosure.Batch batch = disclosure.into(output());
        batch.generate(bad, OWN_PACK, Map.of());
        assertThatThrownBy(() -> batch.generate(other, OWN_PACK, Map.of())).isInstanceOf(UserError.class)
            .hasMessageContaining("《又坏.xlsx》和《坏.xlsx》是同一部门同一年度的");
        assertThat(files()).contains(NAME + "/review/坏-审核.xlsx").noneMatch(file -> file.contains("又坏"));
        assertThat(batch.generate(good, OWN_PACK, Map.of()).folder()).as("a bad one does not keep a good one from being published").isPresent();
        assertThat(files()).contains(NAME + "/review/好-审核.xlsx").noneMatch(file -> file.contains("坏"));
        assertThatThrownBy(() -> batch.generate(bad, OWN_PACK, Map.of())).isInstanceOf(UserError.class)
            .hasMessageContaining("《坏.xlsx》和《好.xlsx》");
        assertThatThrownBy(() -> batch.check(other, OWN_PACK)).isInstanceOf(UserError.class);
    }
}
