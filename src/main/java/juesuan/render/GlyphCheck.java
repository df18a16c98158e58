package juesuan.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import juesuan.model.Accounts;
import juesuan.model.Block;
import juesuan.model.Entry;
import juesuan.model.Finding;
import juesuan.model.Row;
import juesuan.model.Sheet;

/** Finds characters that would come out as # or vanish, before anything is printed. */
record GlyphCheck(FontShelf fonts) {

    /** Headings carry 部门名称; everything else stands in the text or in a table. */
    private static final Set<String> NAME_ROLES = Set.of("title", "heading1", "heading2", "body", "table");
    private static final Set<String> TEXT_ROLES = Set.of("body", "table");

    /** Parses the fonts that any check asks for. */
    void prepare() {
        NAME_ROLES.forEach(role -> fonts.missing(role, "决"));
    }

    List<Finding> check(Accounts accounts) {
        List<Finding> findings = new ArrayList<>();
        for (Sheet sheet : accounts.sheets()) {
            for (Block block : sheet.blocks()) {
                for (Row row : block.rows()) {
                    row.entries().forEach((column, entry) -> {
                        if (entry instanceof Entry.Text text) {
                            check(text, row, accounts, findings);
                        }
                    });
                }
            }
        }
        return findings;
    }

    private void check(Entry.Text text, Row row, Accounts accounts, List<Finding> findings) {
        Set<String> roles = text.text().equals(accounts.department()) ? NAME_ROLES : TEXT_ROLES;
        roles.stream().flatMap(role -> fonts.missing(role, text.text()).stream()).map(Glyph::describe).distinct().sorted()
            .forEach(glyph -> findings.add(Finding.error("G01",
                text.cell() + "（" + row.label() + "）里有印不出来的字：" + glyph,
                "请换成通用的字；确需这个字的，把含有它的字体放进 fonts 文件夹，并写进 fonts.yaml",
                new Finding.Cell(text.cell(), row.label(), text.text()))));
    }
}
