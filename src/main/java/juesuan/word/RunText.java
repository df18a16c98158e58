package juesuan.word;

import java.math.BigInteger;
import java.util.StringTokenizer;
import java.util.function.Supplier;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/** Puts text into runs: as it is, but for characters that XML cannot hold. */
final class RunText {

    /**
     * What sets a run off from its paragraph.
     *
     * @param style empty for none
     * @param size in half points; 0 for that of the paragraph
     */
    record Look(String style, boolean bold, int size) {

        static final Look PLAIN = new Look("", false, 0);

        static Look of(String style) {
            return new Look(style, false, 0);
        }
    }

    private RunText() {
    }

    static CTR add(CTP paragraph, String text) {
        return fill(paragraph.addNewR(), text, Look.PLAIN);
    }

    static CTR add(CTP paragraph, String text, Look look) {
        return fill(paragraph.addNewR(), text, look);
    }

    /** A run of its own, whose line ends and tabs Word keeps as elements. */
    static CTR fill(CTR run, String text, Look look) {
        describe(run, look);
        StringTokenizer pieces = new StringTokenizer(legal(text), "\n\t", true);
        while (pieces.hasMoreTokens()) {
            String piece = pieces.nextToken();
            switch (piece) {
                case "\n" -> run.addNewBr();
                case "\t" -> run.addNewTab();
                default -> set(run.addNewT(), piece);
            }
        }
        return run;
    }

    /** Quotation marks, dashes and dots are in both kinds of fonts; here they are Chinese. */
    private static void describe(CTR run, Look look) {
        CTRPr properties = run.addNewRPr();
        if (!look.style().isEmpty()) {
            properties.addNewRStyle().setVal(look.style());
        }
        properties.addNewRFonts().setHint(STHint.EAST_ASIA);
        if (look.bold()) {
            properties.addNewB();
        }
        if (look.size() > 0) {
            properties.addNewSz().setVal(BigInteger.valueOf(look.size()));
            properties.addNewSzCs().setVal(BigInteger.valueOf(look.size()));
        }
    }

    /**
     * A field, with the text that is seen until somebody has it computed.
     *
     * @param runs gives a new run at the end of where it is to stand
     */
    static void field(Supplier<CTR> runs, String instruction, String shown, Look look) {
        mark(runs.get(), STFldCharType.BEGIN, look);
        CTR code = runs.get();
        describe(code, look);
        set(code.addNewInstrText(), " " + instruction + " ");
        mark(runs.get(), STFldCharType.SEPARATE, look);
        fill(runs.get(), shown, look);
        mark(runs.get(), STFldCharType.END, look);
    }

    private static void mark(CTR run, STFldCharType.Enum type, Look look) {
        describe(run, look);
        run.addNewFldChar().setFldCharType(type);
    }

    private static void set(CTText element, String text) {
        element.setStringValue(text);
        if (text.startsWith(" ") || text.endsWith(" ")) {
            element.setSpace(SpaceAttribute.Space.PRESERVE);
        }
    }

    private static String legal(String text) {
        return juesuan.model.FindingWords.printable(text);
    }
}
