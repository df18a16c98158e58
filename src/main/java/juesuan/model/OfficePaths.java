package juesuan.model;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the office finds what was written for it.
 *
 * @param workbook the annotated copy
 * @param renamed files that somebody had changed since we wrote them, kept under these names
 * @param moved files that somebody had put among the published ones, kept in the office's folder under these names
 */
public record OfficePaths(Path workbook, Path report, List<String> renamed, List<String> moved) {
    public OfficePaths {
        renamed = List.copyOf(renamed);
        moved = List.copyOf(moved);
    }
}
