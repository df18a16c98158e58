package juesuan.word;

import java.math.BigInteger;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The pages of print.css; lengths in twentieths of a point. */
enum PageKind {

    COVER(false, false, 2098, 1327, 1984, 1587, 794),
    CORRECTION(false, false, 1701, 1247, 1474, 1247, 794),
    CONTENTS(false, false, 2098, 1327, 1984, 1587, 794),
    TEXT(false, true, 2098, 1327, 1984, 1587, 794),
    PORTRAIT(false, true, 1020, 1020, 1247, 1020, 794),
    LANDSCAPE(true, true, 794, 1134, 1247, 1134, 794);

    private static final int SHORT = 11906;
    private static final int LONG = 16838;

    private final boolean turned;
    /** Whether its pages are numbered. */
    final boolean numbered;
    private final int top;
    private final int right;
    private final int bottom;
    private final int left;
    private final int mark;

    /** @param mark from the page mark to the edge of the paper */
    PageKind(boolean turned, boolean numbered, int top, int right, int bottom, int left, int mark) {
        this.turned = turned;
        this.numbered = numbered;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
        this.left = left;
        this.mark = mark;
    }

    static PageKind of(String orientation) {
        return orientation.equals("landscape") ? LANDSCAPE : PORTRAIT;
    }

    /** Of what stands between the margins. */
    int width() {
        return (turned ? LONG : SHORT) - left - right;
    }

    void describe(CTSectPr section) {
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(turned ? LONG : SHORT));
        size.setH(BigInteger.valueOf(turned ? SHORT : LONG));
        if (turned) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(top));
        margins.setRight(BigInteger.valueOf(right));
        margins.setBottom(BigInteger.valueOf(bottom));
        margins.setLeft(BigInteger.valueOf(left));
        margins.setHeader(BigInteger.valueOf(mark));
        margins.setFooter(BigInteger.valueOf(mark));
        margins.setGutter(BigInteger.ZERO);
    }
}
