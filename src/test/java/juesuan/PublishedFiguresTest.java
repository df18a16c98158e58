package juesuan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import juesuan.data.CsvText;
import juesuan.data.SchemaFile;
import juesuan.render.PdfFile;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What machines read of a package says what people read: every figure is held against the text of the PDF. */
class PublishedFiguresTest {

    enum Unit {
        LONGGANG(Samples.longgang()), YANXI(Samples.yanxi());

        private final Sample sample;

        Unit(Sample sample) {
            this.sample = sample;
        }
    }

    private static final Pattern AMOUNT = Pattern.compile("-?\\d[\\d,]*\\.\\d\\d(?!\\d)");

    /** @param folder what was published */
    private record Published(Path folder, PdfFile pdf, PrintedPages pages, JsonNode json) {

        static Published of(Path folder) throws IOException {
            PdfFile pdf = new PdfFile(Files.readAllBytes(folder.resolve("部门决算.pdf")));
            return new Published(folder, pdf, new PrintedPages(pdf), new ObjectMapper().readTree(folder.resolve("data.json").toFile()));
        }

        byte[] bytes(String name) throws IOException {
            return Files.readAllBytes(folder.resolve(name));
        }

        /** The pages of a table or form, as its reader sees them and without spaces. */
        String squeezed(String bookmark) {
            StringBuilder text = new StringBuilder();
            pages.from(bookmark(bookmark)).forEach(page -> text.append(page.text()));
            return text.toString();
        }

        /** The same pages with the spaces between neighbouring cells. */
        String spaced(String bookmark) {
            PrintedPages.Bookmark at = bookmark(bookmark);
            String text = String.join("\n", pdf.pages().subList(at.page(), at.page() + pages.from(at).size()));
            int next = pages.bookmarks().indexOf(at) + 1;
            int start = place(text, at.title()).orElse(0);
            int end = next < pages.bookmarks().size() ? place(text, pages.bookmarks().get(next).title()).orElse(text.length()) : text.length();
            return text.substring(start, end);
        }

        /** Of a title, wherever it has spaces or line ends. */
        private static OptionalInt place(String text, String title) {
            Matcher found = Pattern.compile(PrintedPages.squeeze(title).codePoints()
                .mapToObj(c -> Pattern.quote(Character.toString(c))).collect(Collectors.joining("\\s*"))).matcher(text);
            return found.find() ? OptionalInt.of(found.start()) : OptionalInt.empty();
        }

        private PrintedPages.Bookmark bookmark(String title) {
            return pages.bookmarks().stream().filter(b -> b.title().equals(title)).findFirst().orElseThrow();
        }
    }

    private static final Map<Unit, Published> PUBLISHED = new EnumMap<>(Unit.class);

    @BeforeAll
    static void publish(@TempDir Path output) throws IOException {
        Disclosure disclosure = new Disclosure(Optional.empty(), Optional.empty());
        for (Unit unit : Unit.values()) {
            Path folder = disclosure.generate(SampleWorkbooks.file(unit.sample), Optional.empty(), output).folder().orElseThrow();
            PUBLISHED.put(unit, Published.of(folder.resolve("publish")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFilesFollowTheirSchemas(Unit unit) throws IOException {
        assertThat(SchemaFile.data().problems(PUBLISHED.get(unit).bytes("data.json"))).isEmpty();
        assertThat(SchemaFile.manifest().problems(PUBLISHED.get(unit).bytes("manifest.json"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theNumbersOfEachPublicTableAreThoseOfThePdfInOrder(Unit unit) throws IOException {
        Published published = PUBLISHED.get(unit);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(published.bytes("决算公开表.xlsx")))) {
            for (JsonNode table : published.json.path("tables")) {
                List<String> numbers = new ArrayList<>();
                for (Row row : workbook.getSheet(table.path("number").asText())) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC) {
                            numbers.add(((XSSFCell) cell).getRawValue());
                        }
                    }
                }
                String title = table.path("number").asText() + " " + table.path("title").asText();
                assertThat(numbers).as(title).isNotEmpty().isEqualTo(AMOUNT.matcher(published.spaced(title)).results()
                    .map(MatchResult::group).map(amount -> amount.replace(",", "")).toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRowOfATableInTheDataStandsInThePdfAndNoFigureBesides(Unit unit) {
        Published published = PUBLISHED.get(unit);
        assertThat(published.json.path("tables")).hasSize(9);
        for (JsonNode table : published.json.path("tables")) {
            String title = table.path("number").asText() + " " + table.path("title").asText();
            String text = published.squeezed(title);
            int figures = 0;
            for (JsonNode block : table.path("blocks")) {
                int at = 0;
                for (JsonNode row : block.path("rows")) {
                    Matcher printed = row(block, row).matcher(text);
                    assertThat(printed.find(at)).as(title + " does not print, or not in its place, " + row).isTrue();
                    at = printed.end();
                    figures += row.path("figures").size();
                }
            }
            assertThat(Pattern.compile("\\d\\.\\d\\d").matcher(text).results().count()).as(title).isEqualTo(figures);
        }
    }

    /** Its label, in some tables the number of its line, then its figures. */
    private static Pattern row(JsonNode block, JsonNode row) {
        StringBuilder figures = new StringBuilder();
        row.path("figures").forEach(figure -> figures.append(figure.path("text").asText()));
        boolean lone = block.path("rows").size() == 1 && row.path("label").equals(row.path("key"));
        String label = lone ? "" : Pattern.quote(PrintedPages.squeeze(row.path("label").asText())) + "\\d{0,2}";
        return Pattern.compile(label + Pattern.quote(figures.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureOfAFormStandsInThePdfAfterWhatNamesIt(Unit unit) {
        Published published = PUBLISHED.get(unit);
        assertThat(published.json.path("forms")).isNotEmpty();
        for (JsonNode form : published.json.path("forms")) {
            String text = published.squeezed(form.path("title").asText() + "（" + form.path("name").asText() + "）");
            int at = 0;
            for (JsonNode block : form.path("blocks")) {
                for (JsonNode row : block.path("rows")) {
                    String[] names = row.path("label").asText().split("／");
                    at = find(text, names[names.length - 1], at, form);
                    for (JsonNode figure : row.path("figures")) {
                        at = find(text, figure.path("text").asText(), at, row);
                    }
                }
            }
        }
    }

    private static int find(String text, String what, int from, JsonNode row) {
        String squeezed = PrintedPages.squeeze(what);
        int at = text.indexOf(squeezed, from);
        assertThat(at).as("“" + what + "” of " + row + " is not printed, or not in its place").isNotNegative();
        return at + squeezed.length();
    }

    @ParameterizedTest
    @EnumSource
    void everyParagraphAndItsFiguresStandInThePdf(Unit unit) {
        Published published = PUBLISHED.get(unit);
        String body = published.pages.body();
        int figures = 0;
        for (JsonNode paragraph : published.json.findValues("paragraphs").stream().flatMap(PublishedFiguresTest::each).toList()) {
            String text = PrintedPages.squeeze(paragraph.path("text").asText());
            assertThat(body).contains(text);
            int at = 0;
            for (JsonNode figure : paragraph.path("figures")) {
                at = find(text, figure.path("text").asText(), at, paragraph);
                figures++;
            }
        }
        assertThat(figures).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void valuesAreThePrintedDigits(Unit unit) {
        List<JsonNode> figures = PUBLISHED.get(unit).json.findValues("figures").stream().flatMap(PublishedFiguresTest::each).toList();
        assertThat(figures).hasSizeGreaterThan(600).allSatisfy(figure -> {
            String text = figure.path("text").asText();
            if (figure.path("value").isNull()) {
                assertThat(text).startsWith("--");
            } else {
                assertThat(figure.path("value").asText()).isEqualTo(text.replaceAll("[,%]", ""));
            }
            assertThat(text.endsWith("%")).isEqualTo(figure.path("unit").asText().equals("%"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void theCsvHasTheSameFiguresInTheSameOrder(Unit unit) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String part : List.of("tables", "forms", "text")) {
            PUBLISHED.get(unit).json.path(part).findValues("figures").stream().flatMap(PublishedFiguresTest::each).forEach(figure -> {
                List<String> cells = new ArrayList<>();
                figure.path("cells").forEach(cell -> cells.add(cell.asText()));
                lines.add(String.join("|", figure.path("value").asText(""), figure.path("unit").asText(), figure.path("text").asText(),
                    figure.path("cell").asText() + String.join("；", cells)));
            });
        }
        List<Map<String, String>> rows = CsvText.of(PUBLISHED.get(unit).bytes("data.csv")).rows();
        assertThat(rows).extracting(row -> String.join("|", row.get("数值"), row.get("单位"), row.get("印出的文字").replaceFirst("^'", ""),
            row.get("来源单元格"))).containsExactlyInAnyOrderElementsOf(lines);
    }

    @ParameterizedTest
    @EnumSource
    void thePdfCarriesTheData(Unit unit) throws IOException {
        Published published = PUBLISHED.get(unit);
        byte[] carried = published.pdf.read(document -> {
            var names = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(names).containsOnlyKeys("data.json");
            PDComplexFileSpecification file = names.get("data.json");
            COSArray associated = (COSArray) document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.getPDFName("AF"));
            assertThat(associated.getObject(0)).isSameAs(file.getCOSObject());
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Data");
            assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("application/json");
            assertThat(file.getEmbeddedFile().getModDate().toInstant()).isEqualTo(document.getDocumentInformation().getModificationDate().toInstant());
            return file.getEmbeddedFile().toByteArray();
        });
        assertThat(carried).isEqualTo(published.bytes("data.json"));
    }

    /** Each link of the page to a file leads to one that lies beside it. */
    @ParameterizedTest
    @EnumSource
    void thePageLeadsToTheFilesBesideIt(Unit unit) throws IOException {
        Published published = PUBLISHED.get(unit);
        String page = new String(published.bytes("部门决算.html"), java.nio.charset.StandardCharsets.UTF_8);
        List<String> links = java.util.regex.Pattern.compile("<a href=\"([^#\"][^\"]*)\"").matcher(page).results().map(link -> link.group(1)).toList();
        assertThat(links).containsExactly("部门决算.pdf", "决算公开表.xlsx", "data.csv", "data.json")
            .allSatisfy(name -> assertThat(published.folder.resolve(name)).exists());
    }

    private static java.util.stream.Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
