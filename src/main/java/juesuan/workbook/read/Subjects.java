package juesuan.workbook.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import juesuan.model.Block;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.model.Row;
import juesuan.model.Sheet;
import juesuan.pack.Pack;
import juesuan.workbook.sheet.Labels;

/**
 * The subjects of a workbook, over all its tables: a code that the list lacks is named in one of them and
 * has this name in all, and what there is to say about a code is said once.
 */
final class Subjects {

    private record Key(String list, String code) {
    }

    private record Mention(String name, CellRef at) {
    }

    private final Pack pack;
    private final Map<Key, List<Mention>> mentions = new LinkedHashMap<>();

    Subjects(Pack pack) {
        this.pack = pack;
    }

    /** @return the name as far as it is known yet: what is written, or what the list says */
    String mention(String list, String code, String written, CellRef at) {
        mentions.computeIfAbsent(new Key(list, code), key -> new ArrayList<>()).add(new Mention(written, at));
        return written.isEmpty() ? pack.codeList(list).name(code).orElse("") : written;
    }

    /** The sheet with the names that other tables give. */
    Sheet named(Sheet sheet) {
        return new Sheet(sheet.id(), sheet.name(), sheet.blocks().stream().map(block -> list(sheet, block)
            .map(list -> new Block(block.id(), block.rows().stream().map(row -> named(list, row)).toList()))
            .orElse(block)).toList());
    }

    private Optional<String> list(Sheet sheet, Block block) {
        return pack.sheet(sheet.id()).flatMap(spec -> spec.block(block.id())).flatMap(spec -> spec.codes().map(codes -> codes.list()));
    }

    private Row named(String list, Row row) {
        return row.label().isEmpty() ? new Row(row.key(), written(new Key(list, row.key())).stream().findFirst()
            .map(Mention::name).orElse(""), row.entries()) : row;
    }

    private List<Mention> written(Key key) {
        return mentions.getOrDefault(key, List.of()).stream().filter(mention -> !mention.name().isEmpty()).toList();
    }

    /** Says, once all tables have been read, what is wrong with their names. */
    void report(Report report) {
        mentions.forEach((key, all) -> {
            Map<String, List<Mention>> names = new LinkedHashMap<>();
            written(key).forEach(mention -> names.computeIfAbsent(Labels.normal(mention.name()), name -> new ArrayList<>()).add(mention));
            Optional<String> listed = pack.codeList(key.list()).name(key.code());
            if (listed.isPresent()) {
                names.remove(Labels.normal(listed.get()));
                names.values().forEach(same -> say(report, key, same, Problem.info(ReadRule.CODE_UNLISTED,
                    "与科目表里的名称“" + listed.get() + "”不同，已照填写的名称读取", "请核对科目编码和名称。")));
            } else if (names.isEmpty()) {
                say(report, key, all, Problem.error(ReadRule.BLANK, "没有填写科目名称，科目表里也没有这个编码",
                    "请填写科目名称（在一张表里填写就可以），并核对科目编码。"));
            } else if (names.size() == 1) {
                say(report, key, written(key), Problem.info(ReadRule.CODE_UNLISTED,
                    "的编码不在科目表里，已照填写的名称读取", "请核对科目编码。"));
            } else {
                Mention other = names.values().stream().skip(1).findFirst().orElseThrow().get(0);
                say(report, key, written(key), Problem.warning(ReadRule.CODE_UNLISTED, "和 " + other.at() + " 里的“"
                    + Shown.cut(other.name()) + "”是同一个编码的两个名称，科目表里没有这个编码", "请核对科目编码，改成同一个名称。"));
            }
        });
    }

    private static void say(Report report, Key key, List<Mention> where, Problem problem) {
        report.add(where.stream().map(mention -> new Finding.Cell(mention.at(),
            mention.name().isEmpty() ? key.code() : key.code() + " " + mention.name(), mention.name())).toList(), problem);
    }
}
