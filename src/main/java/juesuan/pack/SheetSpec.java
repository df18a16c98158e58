package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import juesuan.model.MoneyUnit;

/**
 * One sheet, declared once: from it come the blank sheet, its reader, the printed table and the exports.
 *
 * @param id the official title; formulas and wording use it
 * @param is the national table whose figures it shows; the one of the same id unless given
 * @param name the tab's name; the id unless given
 * @param aliases other tab names under which finance systems deliver the same sheet
 * @param title what is printed over the table; the id unless given
 * @param kind table (printed), form (feeds the text) or performance (printed, the user copies the sheet)
 * @param unit fixed unit of its amounts; otherwise the workbook's
 * @param ordinals label of the row that numbers the amount columns (栏次); empty for none
 * @param help shown to the clerk over the sheet
 * @param emptyNote printed under the table when it holds no amounts; empty falls back to the pack's style
 * @param copyName reference to the entry that tells one copy of the sheet from the others
 * @param optional whether a workbook may come without this sheet
 */
public record SheetSpec(
    @JsonProperty(required = true) String id,
    String is,
    String name,
    List<String> aliases,
    String title,
    @JsonProperty(required = true) Kind kind,
    Optional<String> unit,
    Orientation orientation,
    String ordinals,
    String help,
    List<String> notes,
    String emptyNote,
    String copyName,
    boolean optional,
    @JsonProperty(required = true) List<BlockSpec> blocks) {

    public enum Kind { TABLE, FORM, PERFORMANCE }

    public enum Orientation { PORTRAIT, LANDSCAPE }

    public SheetSpec {
        is = is == null ? id : is;
        name = name == null ? id : name;
        title = title == null ? id : title;
        aliases = Specs.list(aliases);
        unit = unit == null ? Optional.empty() : unit;
        orientation = orientation == null ? Orientation.PORTRAIT : orientation;
        ordinals = Specs.text(ordinals);
        help = Specs.text(help);
        notes = Specs.list(notes);
        emptyNote = Specs.text(emptyNote);
        copyName = Specs.text(copyName);
        blocks = Specs.list(blocks);
        Specs.require(name.codePointCount(0, name.length()) <= 31, "/name", "工作表名“" + name + "”超过 31 个字");
        Specs.require(unit.isEmpty() || MoneyUnit.of(unit.get()).isPresent(), "/unit", "unit 只能是 元 或 万元");
        Specs.require(!blocks.isEmpty(), "“" + id + "”没有 blocks");
        Specs.distinct(blocks, BlockSpec::id, "blocks", "“" + id + "”里有两块的 id 都是");
    }

    public Optional<MoneyUnit> fixedUnit() {
        return unit.flatMap(MoneyUnit::of);
    }

    public Optional<BlockSpec> block(String blockId) {
        return blocks.stream().filter(block -> block.id().equals(blockId)).findFirst();
    }

    /** The rows of blocks that stand side by side: each inner list shares its header rows. */
    public List<List<BlockSpec>> bands() {
        return Specs.bands(blocks);
    }
}
