package juesuan.layout;

import java.util.ArrayList;
import java.util.List;

/** Whether the columns of one grid are those of another, some of them taken together. */
final class Widths {

    private Widths() {
    }

    /** For each wide column how many narrow ones it covers; empty when the rules would not meet. */
    static List<Integer> spans(List<Integer> wide, List<Integer> narrow) {
        List<Integer> spans = new ArrayList<>();
        int next = 0;
        for (int width : wide) {
            int covered = 0;
            int first = next;
            while (covered < width && next < narrow.size()) {
                covered += narrow.get(next++);
            }
            if (covered != width) {
                return List.of();
            }
            spans.add(next - first);
        }
        return next == narrow.size() ? spans : List.of();
    }
}
