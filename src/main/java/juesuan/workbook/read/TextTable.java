package juesuan.workbook.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import juesuan.model.Csv;
import juesuan.workbook.intake.Boundary;
import juesuan.workbook.intake.FileKind;
import juesuan.workbook.intake.FileReading;
import juesuan.workbook.intake.Limits;
import juesuan.workbook.intake.Preflight;
import juesuan.workbook.intake.Sniffer;
import juesuan.workbook.intake.SourceFile;
import juesuan.workbook.intake.StoredWorkbook;
import juesuan.workbook.sheet.Labels;

/**
 * A sheet of a workbook, or a CSV file, as rows of text, whoever made it.
 *
 * @param lines what is not empty
 */
record TextTable(List<Line> lines) {

    /** @param place for messages: “Sheet1”第 12 行 */
    record Line(String place, List<String> cells) {

        /** What stands in a cell; none beyond the last one. */
        String at(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        /** As {@link #at}, for comparison. */
        String label(int column) {
            return Labels.normal(at(column));
        }
    }

    /** Chinese text of Windows programs; it holds GBK and GB2312. */
    private static final Charset GB = Charset.forName("GB18030");

    /**
     * The visible sheets of a workbook, its container checked first, or the one table of a CSV file.
     *
     * @throws juesuan.model.UserError when it is neither
     */
    static List<TextTable> read(Path path) {
        String name = FileReading.nameOf(path);
        byte[] bytes = Boundary.guard(name, () -> FileReading.read(path));
        SourceFile file = new SourceFile(name, bytes);
        Optional<FileKind> kind = Boundary.guard(name, () -> Sniffer.kindOf(file));
        return kind.isPresent() && kind.get() == FileKind.TEXT ? List.of(csv(file)) : workbook(file);
    }

    private static List<TextTable> workbook(SourceFile file) {
        StoredWorkbook workbook = Preflight.open(file.bytes(), file.name()).workbook();
        return Boundary.guard(file.name(), () -> {
            CellSource source = new CellSource(workbook);
            return workbook.sheets().stream().filter(sheet -> sheet.isRead() && !sheet.hidden())
                .map(sheet -> sheet(new FilledSheet(sheet, source))).toList();
        });
    }

    private static TextTable sheet(FilledSheet tab) {
        return new TextTable(IntStream.range(0, tab.rows()).filter(row -> !tab.isRowEmpty(row)).mapToObj(row ->
            new Line("“" + tab.name() + "”第 " + (row + 1) + " 行", IntStream.range(0, tab.width(row))
                .mapToObj(column -> text(tab.value(row, column).content())).toList())).toList());
    }

    private static String text(Content content) {
        return content instanceof Content.Failure ? "" : Characters.tidy(content.shown());
    }

    private static TextTable csv(SourceFile file) {
        String text = text(file);
        // “Unicode 文本” of Excel has tabs.
        char separator = text.indexOf(',') < 0 && text.indexOf('\t') >= 0 ? '\t' : ',';
        List<Line> lines = Csv.read(text, separator).stream()
            .map(line -> new Line("第 " + line.number() + " 行", line.cells().stream().map(Characters::tidy).toList()))
            .filter(line -> !line.cells().stream().allMatch(String::isEmpty)).toList();
        if (lines.size() > Limits.ROWS_PER_SHEET) {
            throw file.refuse("有 " + lines.size() + " 行，超过 " + Limits.ROWS_PER_SHEET + " 行的上限；请检查是否选错了文件。");
        }
        return new TextTable(lines);
    }

    private static String text(SourceFile file) {
        byte[] bytes = file.bytes();
        boolean little = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        boolean big = bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        for (Charset charset : little || big ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, GB)) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                continue; // the next one
            }
        }
        throw file.refuse("的文字编码认不出；请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（*.xlsx）”再试。");
    }
}
