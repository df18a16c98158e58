package juesuan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import juesuan.model.UserError;

/** Where the page of a comparison goes. Of files that are there it replaces none but its own kind. */
record ComparisonFile(Path path) {

    /** As html/compare.html says it, near the beginning. */
    private static final String MARK = "<meta name=\"generator\" content=\"juesuan compare\"";
    private static final int BEGINNING = 1000;

    /** @throws UserError when something else has the name: a workbook, a page of a package, a folder */
    ComparisonFile {
        if (Files.exists(path) && !isComparison(path)) {
            throw new UserError(path + " 已经存在，不是 compare --html 写的页面，没有覆盖；请在 --html 后面换一个文件名。");
        }
    }

    private static boolean isComparison(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains(MARK);
        } catch (IOException e) {
            return false; // what cannot be read is not known to be one
        }
    }

    void write(String page) {
        try {
            Files.writeString(path, page);
        } catch (IOException e) {
            throw new UserError("写不进 " + path + "，请检查文件夹在不在、文件是否正在别的程序里打开、有没有写入权限。", e);
        }
    }
}
