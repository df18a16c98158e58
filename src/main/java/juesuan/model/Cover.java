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
    private static final double WIDTH = 447;
    private static final double HEIGHT = 255;
    private static final double LINE = 56.0 / 34;
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
        return new Cover(TitleLines.of(department, WIDTH / size), size);
    }

    private boolean fits() {
        return (lines.size() + 1) * lineHeight() <= HEIGHT;
    }

    /** Whether style sheets say its size already. */
    public boolean isUsual() {
        return size == USUAL;
    }

    /** From one line to the next, pt. */
    public double lineHeight() {
        return size * LINE;
    }
}
