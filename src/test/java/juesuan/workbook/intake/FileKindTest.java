package juesuan.workbook.intake;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static juesuan.workbook.intake.TestBooks.refusal;
import static juesuan.workbook.intake.TestBooks.replaced;
import static juesuan.workbook.intake.TestBooks.zipOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that is no .xlsx is called by its real name, whatever its extension. */
class FileKindTest {

    private static final String TYPES = "[Content_Types].xml";
    private static final String SHEET_MAIN =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    static Stream<Arguments> files() throws Exception {
        return Stream.of(
                arguments("空文件", new byte[0]),
                arguments("空字节", new byte[5000]),
                arguments("（.xls）", xls()),
                arguments("打开密码", encrypted()),
                arguments("权限保护", ole2("\tDRMContent", "EncryptedPackage")),
                arguments("（.doc）", ole2("WordDocument", "1Table")),
                arguments("（.ppt）", ole2("PowerPoint Document")),
                arguments("旧版 Office", ole2("Contents")),
                arguments("旧版 Office", hex("d0cf11e0a1b11ae100000000")),
                arguments("CSV", "科目,金额\r\n201,12.50\r\n".getBytes(UTF_8)),
                arguments("CSV", "科目,金额\r\n201,12.50\r\n".getBytes(Charset.forName("GBK"))),
                arguments("CSV", "\uFEFF科目\t金额\r\n".getBytes(UTF_16LE)),
                arguments("网页", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>".getBytes(UTF_8)),
                arguments("网页", "\uFEFF\r\n<!DOCTYPE HTML><body>".getBytes(UTF_8)),
                arguments("网页", "<table border=1><tr><td>1".getBytes(UTF_8)),
                arguments(".mht", "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n".getBytes(UTF_8)),
                arguments("XML 电子表格 2003", ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
                        + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">").getBytes(UTF_8)),
                arguments("XML 文件", "<?xml version=\"1.0\"?><data/>".getBytes(UTF_8)),
                arguments("RTF", "{\\rtf1\\ansi".getBytes(UTF_8)),
                arguments("PDF", "%PDF-1.7\n%\u00e2\u00e3".getBytes(UTF_8)),
                arguments("图片", hex("89504e470d0a1a0a0000000d49484452")),
                arguments("图片", hex("ffd8ffe000104a464946")),
                arguments("RAR", hex("526172211a0701003392")),
                arguments("7z", hex("377abcaf271c0004")),
                arguments("gzip", hex("1f8b0800000000000003")),
                arguments("加密软件", "%TSD-Header-###%\0\1\2".getBytes(UTF_8)),
                arguments("认不出", hex("0badc0de0001020304050607")),
                arguments("ZIP 压缩包", zipOf("说明.txt", "x", "部门决算.xlsx", "y")),
                arguments("ZIP 压缩包", hex("504b0506000000000000000000000000000000000000")),
                arguments("OFD", zipOf("OFD.xml", "<ofd/>", "Doc_0/Document.xml", "<d/>")),
                arguments("（.docx）", zipOf(TYPES, "<Types/>", "word/document.xml", "<d/>")),
                arguments("（.pptx）", zipOf(TYPES, "<Types/>", "ppt/presentation.xml", "<d/>")),
                arguments("（.xlsb）", zipOf(TYPES, "<Types/>", "xl/workbook.bin", "")),
                arguments("（.ods）", openDocument("spreadsheet")),
                arguments("OpenDocument", openDocument("text")),
                arguments("（.xlsm）", replaced(TYPES, SHEET_MAIN,
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
                arguments("模板", replaced(TYPES, SHEET_MAIN,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml")),
                arguments("Strict", replaced("xl/workbook.xml",
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")),
                arguments("Strict", replaced("_rels/.rels",
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")),
                arguments("认不出", replaced("_rels/.rels", "/officeDocument\"", "/other\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void is_called_by_its_name(String expected, byte[] bytes) {
        assertThat(refusal(bytes)).contains(expected);
    }

    @Test
    void WPS_own_format_is_known_by_its_extension_alone() throws IOException {
        assertThat(refusal(xls(), "决算.et")).contains("（.et）");
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("表").createRow(0).createCell(0).setCellValue(1);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] encrypted() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("123456");
            try (OutputStream data = encryptor.getDataStream(files)) {
                data.write(TestBooks.good());
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] ole2(String... streams) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String stream : streams) {
                files.createDocument(new ByteArrayInputStream(new byte[100]), stream);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /** The type stands uncompressed at the start, as the format demands. */
    private static byte[] openDocument(String type) throws IOException {
        byte[] mime = ("application/vnd.oasis.opendocument." + type).getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("mimetype");
            CRC32 crc = new CRC32();
            crc.update(mime);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(mime.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(mime);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write("<c/>".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
