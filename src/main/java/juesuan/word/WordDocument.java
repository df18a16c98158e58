package juesuan.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Document;
import juesuan.model.FixedZip;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The Word edition for the leaders' round: the text of the PDF, to be read and written in. The same document gives the same bytes. */
public final class WordDocument {

    private static final String FONTS = "/word/fontTable.xml";
    private static final String FONTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String FONTS_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

    /**
     * The page numbers of the PDF.
     *
     * @param numbers by the ids of parts, sections, tables and forms
     * @param before stands before the number at the foot of a page
     * @param after stands behind it
     */
    public record Pages(Map<String, Integer> numbers, String before, String after) {
        public Pages {
            numbers = Map.copyOf(numbers);
        }
    }

    private WordDocument() {
    }

    public static byte[] of(Document document, Pages pages) {
        XWPFDocument word = new XWPFDocument();
        try {
            word.createStyles().setStyles(StylesDocument.Factory.parse(resource("styles.xml")).getStyles());
            word.getSettings().getCTSettings().set(SettingsDocument.Factory.parse(resource("settings.xml")).getSettings());
            fonts(word);
            Flow flow = new Flow(word.getDocument().getBody());
            new Chapters(flow).write(document, pages.numbers());
            List<CTSectPr> numbered = flow.end();
            String footer = footer(word, pages);
            if (!numbered.isEmpty()) {
                refer(numbered.get(0), footer);
            }
            describe(word.getProperties(), document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            word.write(bytes);
            return FixedZip.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XmlException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            // Not close(): it would write the whole file once more, to nowhere.
            word.getPackage().revert();
        }
    }

    private static void fonts(XWPFDocument word) throws IOException, InvalidFormatException {
        PackagePart part = word.getPackage().createPart(PackagingURIHelper.createPartName(FONTS), FONTS_TYPE);
        try (InputStream in = resource("fontTable.xml"); OutputStream out = part.getOutputStream()) {
            in.transferTo(out);
        }
        word.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL, FONTS_RELATION);
    }

    /** POI lets the last section refer to it; the first numbered one has to, and those after it take it over. */
    private static String footer(XWPFDocument word, Pages pages) {
        XWPFFooter footer = word.createFooter(HeaderFooterType.DEFAULT);
        CTP mark = footer._getHdrFtr().sizeOfPArray() > 0 ? footer._getHdrFtr().getPArray(0) : footer._getHdrFtr().addNewP();
        (mark.isSetPPr() ? mark.getPPr() : mark.addNewPPr()).addNewPStyle().setVal("Footer");
        RunText.add(mark, pages.before());
        RunText.field(mark::addNewR, "PAGE", "1", RunText.Look.PLAIN);
        RunText.add(mark, pages.after());
        return word.getRelationId(footer);
    }

    private static void refer(CTSectPr section, String footer) {
        if (section.sizeOfFooterReferenceArray() == 0) {
            var reference = section.addNewFooterReference();
            reference.setType(STHdrFtr.DEFAULT);
            reference.setId(footer);
        }
    }

    /** A title and a language, and nothing of who made it, when and with what. */
    private static void describe(POIXMLProperties properties, Document document) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(juesuan.model.FindingWords.printable(document.title()));
        core.setCreator("");
        core.setCreated(Optional.empty());
        core.setModified(Optional.empty());
        core.getUnderlyingProperties().setLanguageProperty("zh-CN");
        properties.getExtendedProperties().getUnderlyingProperties().unsetApplication();
    }

    private static InputStream resource(String name) {
        return WordDocument.class.getResourceAsStream(name);
    }
}
