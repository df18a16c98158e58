package juesuan;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import juesuan.model.UserError;

/** Which workbook of a run has which package: two must not replace each other's files. */
final class Claims {

    private final Map<String, Path> published = new HashMap<>();
    private final Map<String, Path> reviewed = new HashMap<>();

    /**
     * A good workbook takes the place of one that is not fit to be published; otherwise the first one keeps it.
     *
     * @param publishes whether it is to be published, and not only reviewed
     * @throws UserError when another workbook has the package
     */
    synchronized void claim(Path workbook, int year, String department, boolean publishes) {
        String place = year + department;
        Optional<Path> other = Optional.ofNullable(published.get(place))
            .or(() -> publishes ? Optional.empty() : Optional.ofNullable(reviewed.get(place)));
        if (other.isPresent()) {
            throw new UserError("《" + workbook.getFileName() + "》和《" + other.get().getFileName() + "》是同一部门同一年度的（"
                + department + "，" + year + " 年度），已按前一个处理；请核对该用哪一个，单独再运行一次。");
        }
        (publishes ? published : reviewed).put(place, workbook);
    }
}
