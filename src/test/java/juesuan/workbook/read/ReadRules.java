package juesuan.workbook.read;

import java.util.Arrays;
import java.util.List;

/** What the reader finds, for documents that name it. */
public final class ReadRules {

    private ReadRules() {
    }

    public static List<String> ids() {
        return Arrays.stream(ReadRule.values()).map(ReadRule::id).toList();
    }
}
