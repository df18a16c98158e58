package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A part of the published document, in the pack's order.
 *
 * @param file of a text part
 * @param title of a part of tables
 * @param tables ids of the sheets printed in a part of tables, in printed order
 * @param together those of them that go on below the one before where the page has room; the others begin a page each
 */
public record PartSpec(@JsonProperty(required = true) Kind kind, String file, String title, List<String> tables, List<String> together) {

    /** Text, the numbered tables, or the tables of the projects' self-evaluation. */
    public enum Kind { TEXT, TABLES, PERFORMANCE }

    public PartSpec {
        file = Specs.text(file);
        title = Specs.text(title);
        tables = Specs.list(tables);
        together = Specs.list(together);
        Specs.distinct(tables, table -> table, "tables", "tables 里写了两次");
        Specs.require(kind == Kind.TEXT ? !file.isEmpty() : !title.isEmpty() && !tables.isEmpty(),
            "text 部分要写 file；tables 和 performance 部分要写 title 和 tables");
    }
}
