package juesuan.model;

import java.util.List;

/**
 * The department on the cover, above the line “部门决算”: in lines of about the same length, and in the
 * largest type in which they end above the mark of a correction and the date.
 *
 * @param size of the type, pt
 */
public record Cover(List<String> lines, int size) {

    /** See .cover in print.css, in pt: the size of a name that is not long, how wide the page is, and how high what is left for the title. */
    private static final int USUAL = 34;
    private static final int WIDTH = 447;
    private static final int HEIGHT = 255;
    private static final int LINE = 56;
    private static final int STEP = 2;
    private static final int SMALLEST = 6;

    public Cover {
        lines = List.copyOf(lines);
    }

    static Cover of(String department) {
        int size = USUAL;
        Cover cover = at(department, size);
        while (!cover.fits() && size > SMALLEST) {
            size -= STEP;
            cover = at(department, size);
        }
        return cover;
    }

    private static Cover at(String department, int size) {
        return new Cover(TitleLines.of(department, WIDTH * TitleLines.EM / size), size);
    }

    private boolean fits() {
        return (lines.size() + 1) * lineHeight() <= HEIGHT;
    }

    /** Whether style sheets say its size already. */
    public boolean isUsual() {
        return size == USUAL;
    }

    /** Of its heading in print; empty when the style sheet says it already. */
    public String style() {
        return isUsual() ? "" : "font-size:" + size + "pt;line-height:" + lineHeight() + "pt";
    }

    /** From one line to the next, pt. */
    public int lineHeight() {
        return (size * LINE + USUAL / 2) / USUAL;
    }
}
