package juesuan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import juesuan.Disclosure;
import juesuan.model.UserError;
import picocli.CommandLine.Option;

/** The office's own templates and fonts: folders of these names beside the user, or as told. */
final class Folders {

    @Option(names = "--templates", paramLabel = "文件夹", descriptionKey = "folder.templates")
    private Optional<Path> templates = Optional.empty();

    @Option(names = "--fonts", paramLabel = "文件夹", descriptionKey = "folder.fonts")
    private Optional<Path> fonts = Optional.empty();

    Disclosure disclosure() {
        return new Disclosure(folder(templates, "templates"), folder(fonts, "fonts"));
    }

    /** Where the office's own templates are, or would be. */
    Path templates() {
        return templates.orElse(Path.of("templates"));
    }

    private static Optional<Path> folder(Optional<Path> told, String usual) {
        told.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new UserError("没有文件夹 " + folder + "，请检查 --" + usual + "。");
        });
        return told.or(() -> Optional.of(Path.of(usual)).filter(Files::isDirectory));
    }
}
