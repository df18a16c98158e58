package juesuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.pack.CodeList;
import juesuan.pack.Pack;
import juesuan.pack.PackFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code codes import}: from the table to what the program reads. */
class CodesImportTest {

    private static final String LIST = "national/codes/2025/functional.csv";
    private static final String TABLE = "科目编码,科目名称\n201,一般公共服务支出\n20103,政府办公厅事务\n2010301,行政运行\n2010398,新的科目\n";

    @TempDir
    private Path folder;

    private Run run(String table, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("科目, 2025.csv"), table);
        return Run.of(Stream.concat(Stream.of("codes", "import", file, "--year", 2025, "-o", templates()), Stream.of(more)).toArray());
    }

    private Path templates() {
        return folder.resolve("templates");
    }

    private CodeList list(String pack, int year, String name) {
        return Pack.load(new PackFiles(Optional.of(templates())), pack, year).codeList(name);
    }

    @Test
    void theProgramReadsWhatWasImported() throws IOException {
        CodeList before = list("guangdong", 2025, "功能分类");
        Run run = run(TABLE);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(list("guangdong", 2025, "功能分类").names()).isEqualTo(Map.of("201", "一般公共服务支出", "20103", "政府办公厅事务",
            "2010301", "行政运行", "2010398", "新的科目"));
        assertThat(list("guangdong", 2024, "功能分类").name("2010398")).as("only the year's").isEmpty();
        assertThat(list("guangdong", 2025, "经济分类").name("30201")).as("the table has none of these").contains("办公费");
        assertThat(run.out()).contains("“功能分类”科目表：4 个科目，已写入 " + templates().resolve(LIST),
            "与原来的（2025 年度）比：增加 1 个，改名 1 个，减少 " + (before.names().size() - 3) + " 个。",
            "增加：2010398 新的科目", "改名：20103 政府办公厅（室）及相关机构事务 → 政府办公厅事务", "减少：20101 人大事务", "减少：另有 ",
            "如果导入的不是整份科目表", "请加 --templates " + templates());
        assertThat(Files.readString(templates().resolve(LIST))).startsWith("\uFEFF科目编码,科目名称,来源\n")
            .contains("\n2010301,行政运行,\"导入自《科目, 2025.csv》\"\n");
        assertThat(run(TABLE, "--templates", templates()).out()).contains("与原来的（2025 年度）相同。").doesNotContain("请加 --templates");
    }

    @Test
    void bothListsFromOneTableAndTheRestIsNamed() throws IOException {
        Run run = run(TABLE + "301,工资福利支出\n30101,基本工资\n501,机关工资福利支出\n201030101,某目\n,合计\n", "--pack", "guangdong");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(list("guangdong", 2025, "经济分类").names()).hasSize(2);
        assertThat(list("national", 2025, "经济分类").names()).as("only this pack's").hasSizeGreaterThan(100);
        assertThat(run.out()).contains("5 开头的科目 1 个，本程序用不到，没有导入。", "目级的科目 1 个，本程序用不到，没有导入。",
            "有名称而没有编码的 1 行没有导入：第 10 行“合计”。");
    }

    @Test
    void nothingIsWrittenForATableThatCannotBeRight() throws IOException {
        assertThat(run(TABLE).code()).isZero();
        byte[] before = Files.readAllBytes(templates().resolve(LIST));
        for (String table : List.of(TABLE + "2O104,发展与改革事务\n", "科目编码,科目名称\n101,税收收入\n", "")) {
            Run run = run(table);
            assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(run.err()).startsWith("《科目, 2025.csv》").doesNotContain("Exception");
            assertThat(Files.readAllBytes(templates().resolve(LIST))).isEqualTo(before);
        }
        assertThat(run("科目编码,科目名称\n101,税收收入\n").err())
            .contains("里没有本程序要用的科目：功能分类的编码以 2 开头，经济分类的编码以 3 开头；请检查是否选错了文件。");
        try (Stream<Path> files = Files.walk(templates())) {
            assertThat(files.filter(Files::isRegularFile)).as("no halves left").containsExactly(templates().resolve(LIST));
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(templates(), "这里应当是文件夹");
        Run run = run(TABLE);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("科目表没有写成，原来的没有动。写不进 " + templates().resolve(LIST).getParent());
    }

    @Test
    void aYearThatNoPackIsForIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("科目.csv"), TABLE);
        Run run = Run.of("codes", "import", file, "--year", 2031, "-o", templates());
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("不适用于 2031 年度");
        assertThat(templates()).doesNotExist();
    }

    @Test
    void helpNamesTheCommand() {
        assertThat(Run.of("codes").out()).contains("import", "导入财政部门的科目表");
        assertThat(Run.of("codes", "import").err()).contains("还缺少：--year、科目表。用法见 juesuan codes import --help");
        assertThat(Run.of("--help").out()).contains("codes");
    }

    @Test
    void aYearWithoutAListSaysWhoseListServes() throws IOException {
        Files.createDirectories(templates().resolve("own"));
        Files.writeString(templates().resolve("own/pack.yaml"),
            "id: own\nname: 本单位\nversion: 1.0.0\nextends: guangdong\nyears: {from: 2022, to: 2026}\n");
        Run run = Run.of("template", "--pack", "own", "--year", 2026, "-o", folder.resolve("填报.xlsx"), "--templates", templates());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("没有 2026 年度的“功能分类”科目表，用的是 2025 年度的；有当年的，可以用 juesuan codes import 导入。");
        Run listed = Run.of("template", "--year", 2025, "-o", folder.resolve("填报2025.xlsx"), "--templates", templates());
        assertThat(listed.out()).doesNotContain("科目表");
    }
}
