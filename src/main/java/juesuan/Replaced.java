package juesuan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What a package replaces without saying so to the public. */
final class Replaced {

    private Replaced() {
    }

    /** @param place of the package */
    static Optional<String> hint(Path place, PublicFiles fresh) {
        try {
            Path data = place.resolve(PublicFiles.FOLDER).resolve(PublicFiles.JSON);
            if (!Files.isRegularFile(data) || Arrays.equals(Files.readAllBytes(data), fresh.files().get(PublicFiles.JSON))) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty(); // whoever writes there next says what is wrong
        }
        return Optional.of("替换了原来生成的公开文件，内容有变化，没有更正说明；如果原来的已经公开，请用当时公开的部门文件夹运行 "
            + "juesuan generate 工作簿 --corrects 原来的部门文件夹 --reason 更正原因。");
    }
}
