package juesuan.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Opens a workbook in LibreOffice and saves it, as somebody without Excel would. */
record LibreOffice(Path folder) {

    private static final int TIMEOUT_SECONDS = 180;

    static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "soffice")));
    }

    byte[] saved(byte[] workbook) throws IOException, InterruptedException {
        Path in = Files.write(Files.createDirectories(folder.resolve("in")).resolve("book.xlsx"), workbook);
        Path out = Files.createDirectories(folder.resolve("out"));
        ProcessBuilder builder = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out.toString(), in.toString());
        Path log = folder.resolve("soffice.log");
        Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        assertThat(ended).as(Files.readString(log)).isTrue();
        return Files.readAllBytes(out.resolve("book.xlsx"));
    }
}
