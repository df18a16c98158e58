package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Java that only writes down how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    /** Writes the archive it was asked for, as Java would. */
    private static final String JAVA = """
        #!/bin/sh
        echo "LC_ALL=${LC_ALL:-} $*" >> "$CALLS"
        for argument; do
            case "$argument" in
                -Xshare:dump) dump=yes ;;
                -XX:AOTCacheOutput=*) echo cache > "${argument#*=}" ;;
                -XX:SharedArchiveFile=*) [ -z "${dump:-}" ] && continue; echo classes > "${argument#*=}" ;;
            esac
        done
        """;

    @TempDir
    private Path folder;

    private Path calls;

    @BeforeEach
    void build() throws IOException {
        calls = folder.resolve("calls");
        Files.createDirectories(folder.resolve("program/target/launch"));
        Files.createDirectories(folder.resolve("java/bin"));
        Files.copy(Path.of("juesuan"), folder.resolve("program/juesuan"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(folder.resolve("program/target/launch/built"));
        Path java = Files.writeString(folder.resolve("java/bin/java"), JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aLanguageThatIsNotInstalledGivesWayToOneThatIs() throws Exception {
        launch("17.0.1", Map.of("LANG", "xx_XX.UTF-8"));
        assertThat(installed()).as("use_utf8 in juesuan must choose what `locale -a` lists").contains(language());
        assertThat(language()).containsPattern("(?i)utf-?8$");
    }

    @Test
    void aLanguageWithoutChineseGivesWayToo() throws Exception {
        launch("17.0.1", Map.of("LC_ALL", "C"));
        assertThat(language()).as("use_utf8 in juesuan must leave LC_ALL=C").containsPattern("(?i)utf-?8$");
    }

    @Test
    void anInstalledLanguageStays() throws Exception {
        String some = installed().lines().filter(name -> name.matches("(?i).*\\.utf-?8")).findFirst().orElseThrow();
        launch("17.0.1", Map.of("LANG", some));
        assertThat(language()).as("use_utf8 in juesuan must not touch LANG=" + some).isEmpty();
    }

    @Test
    void theArchiveOfJava17IsRecordedFromTheRehearsal() throws Exception {
        launch("17.0.1", Map.of());
        assertThat(Files.readString(calls).lines()).as("make_archive in juesuan: record, dump, try, run").satisfiesExactly(
            record -> assertThat(record).contains("-XX:DumpLoadedClassList=", Rehearsal.class.getName()),
            dump -> assertThat(dump).contains("-Xshare:dump"),
            tried -> assertThat(tried).contains("-XX:SharedArchiveFile=", "--version"),
            run -> assertThat(run).contains("-XX:SharedArchiveFile=", "java-17.0.1.jsa", "check book.xlsx"));
    }

    @Test
    void java25UsesItsOwnCache() throws Exception {
        launch("25.0.3", Map.of());
        assertThat(Files.readString(calls).lines()).as("make_archive in juesuan: record, try, run").satisfiesExactly(
            record -> assertThat(record).contains("-XX:AOTCacheOutput=", Rehearsal.class.getName())
                .as("Java 25 refuses -Xshare beside its cache").doesNotContain("-Xshare"),
            tried -> assertThat(tried).contains("-XX:AOTCache=", "--version"),
            run -> assertThat(run).contains("-XX:AOTCache=", "java-25.0.3.jsa", "check book.xlsx"));
    }

    private void launch(String version, Map<String, String> language) throws Exception {
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"" + version + "\"\n");
        ProcessBuilder launcher = new ProcessBuilder(folder.resolve("program/juesuan").toString(), "check", "book.xlsx").redirectErrorStream(true);
        launcher.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        launcher.environment().putAll(language);
        launcher.environment().putAll(Map.of("JAVA_HOME", folder.resolve("java").toString(), "CALLS", calls.toString()));
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    /** What LC_ALL was in the run itself. */
    private String language() throws IOException {
        String run = Files.readString(calls).lines().reduce("", (first, last) -> last);
        return run.substring("LC_ALL=".length(), run.indexOf(' '));
    }

    private static String installed() throws IOException {
        return new String(new ProcessBuilder("locale", "-a").start().getInputStream().readAllBytes());
    }
}
