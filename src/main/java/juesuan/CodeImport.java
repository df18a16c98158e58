package juesuan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import juesuan.model.CodeChanges;
import juesuan.model.Csv;
import juesuan.model.UserError;
import juesuan.pack.CodeList;
import juesuan.pack.Pack;
import juesuan.workbook.read.SubjectTable;

/** Makes the lists of a year from a table of subjects, and puts them where packs are looked for. */
final class CodeImport {

    private static final String PREFIX = ".juesuan-codes-";
    private static final int LONGEST = 7;

    private final Pack pack;
    private final Path table;

    CodeImport(Pack pack, Path table) {
        this.pack = pack;
        this.table = table;
    }

    /** @param templates the folder that holds, or is to hold, the folder of the pack */
    CodeChanges into(Path templates) {
        SubjectTable read = SubjectTable.read(table);
        Map<String, Map<String, String>> byList = new TreeMap<>();
        Map<String, Integer> unused = new TreeMap<>();
        read.names().forEach((code, name) -> pack.codes().entrySet().stream()
            .filter(list -> code.length() <= LONGEST && list.getValue().isFor(code)).findFirst()
            .ifPresentOrElse(list -> byList.computeIfAbsent(list.getKey(), key -> new LinkedHashMap<>()).put(code, name),
                () -> unused.merge(code.length() > LONGEST ? "目级" : code.charAt(0) + " 开头", 1, Integer::sum)));
        if (byList.isEmpty()) {
            throw new UserError("《" + table.getFileName() + "》里没有本程序要用的科目："
                + pack.codes().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(list -> list.getKey() + "的编码以 " + firstDigits(list.getValue()) + " 开头").collect(Collectors.joining("，"))
                + "；请检查是否选错了文件。");
        }
        List<CodeChanges.Changed> changed = new ArrayList<>();
        Map<Path, byte[]> files = new LinkedHashMap<>();
        byList.forEach((list, names) -> {
            Path file = templates.resolve(pack.id()).resolve("codes").resolve(Integer.toString(pack.year())).resolve(pack.codeList(list).file());
            files.put(file, text(names));
            changed.add(CodeChanges.between(list, file, pack.codeList(list).year(), pack.codeList(list).names(), names));
        });
        write(files);
        List<String> remarks = new ArrayList<>();
        unused.forEach((kind, count) -> remarks.add(kind + "的科目 " + count + " 个，本程序用不到，没有导入。"));
        if (!read.skipped().isEmpty()) {
            remarks.add("有名称而没有编码的 " + read.skipped().size() + " 行没有导入：" + String.join("，", read.skipped().stream().limit(3).toList())
                + (read.skipped().size() > 3 ? "等" : "") + "。");
        }
        return new CodeChanges(changed, remarks);
    }

    private static String firstDigits(CodeList list) {
        return list.names().keySet().stream().map(code -> code.substring(0, 1)).distinct().collect(Collectors.joining("、"));
    }

    private byte[] text(Map<String, String> names) {
        String source = "导入自《" + table.getFileName() + "》";
        // Excel takes a file without the mark for GBK.
        StringBuilder text = new StringBuilder("\uFEFF").append(Csv.line(List.of("科目编码", "科目名称", "来源")));
        names.forEach((code, name) -> text.append(Csv.line(List.of(code, name, source))));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** All of them beside their places first: a full disk leaves what was there. */
    private static void write(Map<Path, byte[]> files) {
        Map<Path, Path> written = new LinkedHashMap<>();
        List<String> done = new ArrayList<>();
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                Files.createDirectories(file.getKey().getParent());
                Path beside = Files.createTempFile(file.getKey().getParent(), PREFIX, ".csv");
                written.put(beside, file.getKey());
                Files.write(beside, file.getValue());
            }
            for (Map.Entry<Path, Path> file : written.entrySet()) {
                Files.move(file.getKey(), file.getValue(), StandardCopyOption.REPLACE_EXISTING);
                done.add(file.getValue().toString());
            }
        } catch (IOException e) {
            written.keySet().forEach(CodeImport::discard);
            throw new UserError((done.isEmpty() ? "科目表没有写成，原来的没有动。" : "科目表没有写完，只写成了 " + String.join("、", done) + "。")
                + "写不进 " + files.keySet().iterator().next().getParent() + "，请检查磁盘有没有空间、文件是否正在别的程序里打开、有没有写入权限。", e);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It begins with a dot: nothing reads it.
        }
    }
}
