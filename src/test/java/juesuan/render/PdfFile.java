package juesuan.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** A printed PDF as the tests look at it. */
public record PdfFile(byte[] bytes) {

    private static final int ALL_FAILURES = 1000;

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    public String text() {
        return read(document -> new PDFTextStripper().getText(document));
    }

    public List<String> pages() {
        return read(document -> {
            List<String> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        });
    }

    /** What a reader's program calls the pages. */
    public List<String> labels() {
        return read(document -> Optional.ofNullable(document.getDocumentCatalog().getPageLabels())
            .map(labels -> List.of(labels.getLabelsByPageIndices())).orElse(List.of()));
    }

    /** What a screen reader is told. */
    public List<PdfTag> tags() {
        return read(PdfTag::all);
    }

    /** The text without the line ends and spaces that layout adds. */
    String textWithoutSpaces() {
        return text().replaceAll("[\\s\\u3000]+", "");
    }

    /** Font name (without the subset tag) to the characters set in it. */
    Map<String, Set<String>> fonts() {
        return read(document -> {
            Map<String, Set<String>> fonts = new LinkedHashMap<>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    String name = text.getFont().getName().replaceFirst("^[A-Z]{6}\\+", "");
                    fonts.computeIfAbsent(name, any -> new TreeSet<>()).add(text.getUnicode());
                }
            }.getText(document);
            return fonts;
        });
    }

    /** What veraPDF finds wrong, as rule and message; empty for a compliant file. */
    public List<String> failures(PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
                PDFAValidator validator = Foundries.defaultInstance()
                        .createValidator(flavour, ALL_FAILURES, false, false, false)) {
            List<String> failures = new ArrayList<>();
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failures.add(assertion.getRuleId().getClause() + " " + assertion.getMessage() + " at "
                            + assertion.getLocation().getContext());
                }
            }
            return failures;
        } catch (VeraPDFException | IOException e) {
            throw new AssertionError("veraPDF could not read the file", e);
        }
    }

    public <T> T read(Reader<T> reader) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return reader.read(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    public interface Reader<T> {
        T read(PDDocument document) throws IOException;
    }

    public static Stream<PDFAFlavour> promised() {
        return Stream.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);
    }
}
