package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's own decisions, each function run by itself. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path LAUNCHER = Path.of("juesuan");

    /** A session over ssh brings the name of a language that the machine need not have. */
    @ParameterizedTest
    @ValueSource(strings = {"tr_TR.UTF-8", "zh_CN.UTF-8", "zh_CN.GB18030", "xx_XX.UTF-8", "C", "POSIX", "C.UTF-8", ""})
    void theLanguageOfTheSessionNeedNotBeInstalled(String language) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", function("use_utf8") + "\nuse_utf8\nlocale charmap");
        shell.environment().keySet().removeIf(name -> name.startsWith("LC_"));
        shell.environment().put("LANG", language);
        Process process = shell.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String charset = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as("the function itself must not fail").isZero();
        assertThat(charset).as("under this charset Java opens a file with a Chinese name; see use_utf8 in ./juesuan").matches("(?i)utf-?8|gb.*");
    }

    private static String function(String name) throws IOException {
        Matcher found = Pattern.compile("^" + name + "\\(\\) \\{\n.*?^}\n", Pattern.MULTILINE | Pattern.DOTALL).matcher(Files.readString(LAUNCHER));
        assertThat(found.find()).as(name + " is no function of ./juesuan any more").isTrue();
        return found.group();
    }
}
