package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import juesuan.model.Place;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk sees: exit codes and Chinese sentences, never a stack trace. */
class MainTest {

    private static final Path GOOD = SampleWorkbooks.file(Samples.yanxi());
    private static final String PDF = "2023-岚州市䶮溪区河湖事务中心/publish/部门决算.pdf";
    private static byte[] withoutReason;

    @TempDir
    private Path folder;
    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Handler[] handlers = root.getHandlers();

    private record Ran(int code, String out, String err) {
    }

    @BeforeAll
    static void fill() {
        withoutReason = SampleWorkbooks.bytes(Samples.yanxi().with(new Place("上年与预算", "支出", "项目支出", "主要变动情况"), ""));
    }

    @AfterEach
    void putBack() {
        System.setOut(systemOut);
        System.setErr(systemErr);
        root.setLevel(level);
        for (Handler handler : handlers) {
            root.addHandler(handler);
        }
    }

    private Ran run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int code = Main.run(texts.toArray(String[]::new));
            Ran ran = new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            assertThat(ran.out() + ran.err()).as("no stack trace, no name of a class, no English of a library")
                .doesNotContain("\tat ", "Exception", "java.", "picocli", "Missing required", "Unknown option");
            return ran;
        } finally {
            System.setOut(systemOut);
            System.setErr(systemErr);
        }
    }

    private Path output() {
        return folder.resolve("output");
    }

    @Test
    void publishes() {
        Ran ran = run("generate", GOOD, "-o", output());
        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.err()).as("nothing but the remark on its negative income").contains("（A09）", "共有提醒 1 处").doesNotContain("错误");
        assertThat(ran.out()).startsWith("已生成 ").contains("部门决算.pdf").contains(" 页）");
        assertThat(output().resolve(PDF)).isNotEmptyFile();
    }

    @Test
    void findingsStandInTheWay() throws IOException {
        Path bad = Files.write(folder.resolve("缺原因.xlsx"), withoutReason);
        Ran ran = run("generate", bad, "-o", output());
        assertThat(ran.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(ran.err()).contains("[错误] 上年与预算!").contains("项目支出").contains("没有填写原因").contains("（N01）")
            .contains("《缺原因.xlsx》共有错误 1 处").contains("没有生成，请按上面的提示改好后再运行一次");
        Path review = output().resolve("2023-岚州市䶮溪区河湖事务中心/review");
        assertThat(ran.err()).contains("有问题的单元格标在 " + review.resolve("缺原因-审核.xlsx") + "，审核报告在 " + review.resolve("审核报告.html") + "。");
        assertThat(review.resolve("缺原因-审核.xlsx")).exists();
        assertThat(review.resolveSibling("publish")).as("nothing is published").doesNotExist();
    }

    @Test
    void oneBadWorkbookDoesNotKeepTheOthersFromBeingPublished() throws IOException {
        Path unreadable = Files.writeString(folder.resolve("坏.xlsx"), "不是工作簿");
        Path blocked = Files.write(folder.resolve("缺原因.xlsx"), withoutReason);
        Ran ran = run("generate", unreadable, blocked, GOOD, "-o", output());
        assertThat(ran.code()).as("the worst of 2, 1 and 0").isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains("坏.xlsx").contains("缺原因.xlsx");
        assertThat(output().resolve(PDF)).isNotEmptyFile();
    }

    @Test
    void checksWithoutPublishing() throws IOException {
        Path tails = SampleWorkbooks.file(Samples.longgang());
        Ran passed = run("check", tails);
        assertThat(passed.code()).as(passed.err()).isEqualTo(ExitCode.DONE);
        assertThat(passed.out()).containsPattern("核对了 \\d+ 处，通过 \\d+ 处，不通过 " + Samples.LONGGANG_SLIPS.size() + " 处，没有核对 0 处。");
        assertThat(passed.out()).contains("属尾数误差", "提示 25 处");
        Path bad = Files.write(folder.resolve("不平.xlsx"), SampleWorkbooks.bytes(Samples.yanxi()
            .with(new Place("国有资产", "资产", "其他用车", "数目"), "77")));
        Ran failed = run("check", bad, tails);
        assertThat(failed.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(failed.out()).contains("[错误] 车辆合计等于各种用车之和：国有资产!").contains("（K20）");
    }

    @Test
    void aMissingWorkbookIsASentence() {
        Ran ran = run("generate", folder.resolve("没有.xlsx"), "-o", output());
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains("没有.xlsx").containsPattern("找不到|没有这个文件|不存在").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"文字.xlsx, 决算, xlsx", "旧格式.xls, 旧的, xlsx", "空.xlsx, '', 空"})
    void anotherKindOfFileIsASentence(String name, String content, String says) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Ran ran = run("generate", file, "-o", output());
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains(name).contains(says).hasLineCount(1);
    }

    @Test
    void aFolderForAWorkbookIsASentence() {
        Ran ran = run("generate", folder, "-o", output());
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains(folder.getFileName().toString()).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "generate,                                     还缺少：工作簿。用法见 juesuan generate --help",
        "template -o a.xlsx,                           还缺少：--year。用法见 juesuan template --help",
        "template --year 2023,                         还缺少：--output。用法见 juesuan template --help",
        "template --year 去年 -o a.xlsx,               参数 --year 写得不对：去年。用法见 juesuan template --help",
        "generate a.xlsx --packs guangdong,            不认识的参数：--packs。用法见 juesuan generate --help",
        "publish,                                      不认识的参数：publish。用法见 juesuan --help",
        "--nothing,                                    不认识的参数：--nothing。用法见 juesuan --help"})
    void wrongUsageIsASentence(String arguments, String sentence) {
        Ran ran = run((Object[]) arguments.split(" "));
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err().strip()).isEqualTo(sentence);
    }

    @Test
    void anUnknownPackIsASentence() {
        Ran template = run("template", "--pack", "atlantis", "--year", "2023", "-o", folder.resolve("a.xlsx"));
        assertThat(template.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(template.err()).contains("atlantis").hasLineCount(1);
        assertThat(folder.resolve("a.xlsx")).doesNotExist();
        Ran generate = run("generate", GOOD, "--pack", "atlantis", "-o", output());
        assertThat(generate.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(generate.err()).contains("atlantis");
    }

    @Test
    void aYearThatThePackDoesNotKnowIsASentence() {
        Ran ran = run("template", "--year", "1999", "-o", folder.resolve("a.xlsx"));
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains("1999").hasLineCount(1);
    }

    @Test
    void aMissingFolderOfTemplatesIsASentence() {
        Ran ran = run("generate", GOOD, "--templates", folder.resolve("没有"), "-o", output());
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains("没有文件夹").contains("--templates").hasLineCount(1);
    }

    @Test
    void anOutputThatCannotBeWrittenIsASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("占位"), "a file");
        Ran ran = run("generate", GOOD, "-o", file);
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains("写不进输出文件夹").hasLineCount(1);
        assertThat(run("template", "--year", "2023", "-o", folder.resolve("没有/a.xlsx")).err()).contains("写不了文件").hasLineCount(1);
    }

    @Test
    void writesABlankWorkbookWithLastYears() {
        Path target = folder.resolve("填报.xlsx");
        Ran ran = run("template", "--year", "2024", "--from", GOOD, "-o", target);
        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("沿用").contains("已生成空白填报工作簿 " + target);
        assertThat(target).isNotEmptyFile();
    }

    @Test
    void aFilledWorkbookIsNeverOverwrittenByABlankOne() throws IOException {
        Path filled = Files.copy(GOOD, folder.resolve("填报.xlsx"));
        Ran ran = run("template", "--year", "2024", "-o", filled);
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains("已经存在", "没有覆盖它");
        assertThat(filled).hasBinaryContent(Files.readAllBytes(GOOD));
    }

    @Test
    void aWorkbookIsNamedAsOne() {
        Ran ran = run("template", "--year", "2024", "-o", folder.resolve("填报.xls"));
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains("要以 .xlsx 结尾");
        assertThat(folder.resolve("填报.xls")).doesNotExist();
    }

    @Test
    void twoWorkbooksOfOneDepartmentAndYearDoNotReplaceEachOther() throws IOException {
        Path copy = Files.copy(GOOD, folder.resolve("另一份.xlsx"));
        Ran ran = run("generate", GOOD, copy, "-o", folder.resolve("out"));
        assertThat(ran.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ran.err()).contains("《另一份.xlsx》", "同一部门同一年度");
        assertThat(folder.resolve("out").resolve(PDF)).exists();
    }

    @Test
    void contradictoryTablesAreNotPublishedUnlessSomebodyAnswersForThem() throws IOException {
        Place other = new Place("收入支出决算总表", "收入", "其他收入", "决算数");
        Path contradictory = Files.write(folder.resolve("对不上.xlsx"),
            SampleWorkbooks.bytes(Samples.longgang().with(other, "11.91")));
        Ran ran = run("generate", contradictory, "-o", output());
        assertThat(ran.code()).isEqualTo(ExitCode.BLOCKED);
        assertThat(ran.err()).contains("（A01）", "（B11）", "收入支出决算总表!C14");
        assertThat(output().resolve("2023-深圳市龙岗区工业和信息化局/publish")).doesNotExist();

        assertThat(run("generate", contradictory, "-o", output(), "--accept", "A01=").code())
            .as("a reason is needed").isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("generate", contradictory, "-o", output(), "--accept", "Z99=理由").err()).contains("没有叫 Z99 的规则");
        assertThat(run("generate", contradictory, "-o", output(), "--accept", "W20=理由").err()).contains("W20 说的是有内容没有填写或者读不出来，不能用 --accept 接受");
        Ran answered = run("generate", contradictory, "-o", output(), "--accept", "A01=财政批复如此", "--accept", "B11=财政批复如此");
        assertThat(answered.code()).as(answered.err()).isEqualTo(ExitCode.DONE);
        assertThat(answered.err()).contains("已说明理由，照样公开：财政批复如此");
    }

    @Test
    void helpAndVersionAreChinese() {
        Ran help = run("--help");
        assertThat(help.code()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).contains("用法：").contains("generate").contains("template").doesNotContain("Usage:");
        assertThat(run("generate", "--help").out()).contains("用法：").contains("工作簿").doesNotContain("Usage:");
        assertThat(run("--version").out()).startsWith("juesuan ");
        assertThat(run().out()).as("without a command the help is shown").isEqualTo(help.out());
    }
}
