package juesuan.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import juesuan.data.DataCsv;
import juesuan.data.DataJson;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.model.Finding;
import juesuan.model.Maker;
import juesuan.model.Review;
import juesuan.pack.Style;
import juesuan.publish.Manifest;
import juesuan.publish.ManifestJson;
import juesuan.publish.PackageCheck;
import juesuan.render.Attachment;
import juesuan.render.Renderer;
import juesuan.word.WordDocument;
import juesuan.workbook.tables.PublicTables;

/**
 * What goes on the website: all editions of one document, and the list of them.
 *
 * @param files by name
 * @param document what all of them say
 * @param pdf its printed edition
 */
public record PublicFiles(Map<String, byte[]> files, Document document, Renderer.Pdf pdf) {

    public static final String FOLDER = PackageCheck.FOLDER + "/";
    public static final String PDF = "部门决算.pdf";
    private static final String PAGE = "部门决算.html";
    private static final String TABLES = "决算公开表.xlsx";
    public static final String JSON = "data.json";
    private static final String CSV = "data.csv";

    /** @param clock stands in the files instead of the time of day */
    static PublicFiles of(Reading read, Examination examined, Renderer renderer, Maker maker, Instant clock, Revision revision) {
        Accounts accounts = read.submission().accounts();
        Document plain = DocumentMaker.make(read.pack(), accounts, examined.narrative().orElseThrow(), examined.tailErrors());
        byte[] data = DataJson.of(plain, maker);
        Function<Document, Renderer.Pdf> print = said -> renderer.pdf(said, List.of(attached(data)), clock);
        Document document = revision.revised(plain, data, () -> print.apply(plain).bytes(), read.pack().style(), clock);
        Supplier<byte[]> page = SideBySide.start(() -> renderer.html(document, List.of(PDF, TABLES, CSV, JSON)));
        Supplier<byte[]> tables = SideBySide.start(() -> PublicTables.of(document));
        Renderer.Pdf pdf = print.apply(document);
        Map<String, byte[]> files = new TreeMap<>(Map.of(PDF, pdf.bytes(), PAGE, page.get(), TABLES, tables.get(), JSON, data, CSV, DataCsv.of(document)));
        Manifest manifest = new Manifest(maker, document.title(), document.department(), document.year(), revision.number(), clock,
            Manifest.Content.of("", read.original().bytes()), audit(examined.review()), List.of(),
            revision.corrects());
        files.put(Manifest.FILE, ManifestJson.write(manifest.listing(files)));
        return new PublicFiles(files, document, pdf);
    }

    private static Attachment attached(byte[] data) {
        return new Attachment(JSON, "application/json", "本文件全部数字的数据", "Data", data);
    }

    private static Manifest.Audit audit(Review review) {
        return new Manifest.Audit(review.checks(), review.count(Finding.Severity.ERROR), review.count(Finding.Severity.WARNING),
            review.count(Finding.Severity.INFO), review.accepted().stream().map(accepted -> new Manifest.Accepted(
                accepted.finding().rule(), accepted.finding().message(), accepted.reason())).toList());
    }

    /** The edition for signatures, with the page numbers of the printed one. */
    public byte[] word(Style style) {
        return WordDocument.of(document, new WordDocument.Pages(pdf.numbers(), style.pageMarkBefore(), style.pageMarkAfter()));
    }
}
