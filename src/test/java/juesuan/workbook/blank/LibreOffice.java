package juesuan.workbook.blank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import juesuan.samples.Needed;

/** LibreOffice without a window, with a profile of its own and no fonts but ours. */
public record LibreOffice(Path folder) {

    private static final int TIMEOUT_SECONDS = 180;

    /** Skips the test where it is not installed. */
    public static LibreOffice in(Path folder) {
        boolean installed = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "soffice")));
        Needed.orSkip(installed, "跳过：装上 LibreOffice（apt-get install libreoffice-calc）后会运行");
        return new LibreOffice(folder);
    }

    void convert(Path file) throws IOException, InterruptedException {
        run("--convert-to", "pdf", "--outdir", folder.toString(), file.toString());
    }

    /** Opens a workbook and saves it, as somebody without Excel would. */
    public byte[] saved(byte[] workbook) throws IOException, InterruptedException {
        Path in = Files.write(Files.createDirectories(folder.resolve("in")).resolve("book.xlsx"), workbook);
        Path out = Files.createDirectories(folder.resolve("out"));
        run("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out.toString(), in.toString());
        return Files.readAllBytes(out.resolve("book.xlsx"));
    }

    /** Ends within the time allowed, or fails. */
    private void run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        stop(process);
        assertThat(ended).as(log()).isTrue();
    }

    public static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    public String log() throws IOException {
        return Files.readString(folder.resolve("soffice.log"));
    }

    public Process start(String... arguments) throws IOException {
        Path fonts = folder.resolve("fonts.conf");
        Files.writeString(fonts, """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig>
              <dir>%s</dir>
              <cachedir>%s</cachedir>
              <match target="pattern">
                <edit name="family" mode="assign" binding="same"><string>Gov Song</string></edit>
              </match>
            </fontconfig>
            """.formatted(Path.of("fonts").toAbsolutePath(), folder.resolve("cache")));
        List<String> command = new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless", "--norestore"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FONTCONFIG_FILE", fonts.toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("soffice.log").toFile());
        return builder.start();
    }
}
