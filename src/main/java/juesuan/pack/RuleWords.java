package juesuan.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.formula.Expression.Reference;
import juesuan.model.Place;
import juesuan.pack.Selection.Kind;
import juesuan.pack.Selection.Rows;

/** What the labels of a rule mean: {@code *}, ranges, and the words for levels of subjects. */
final class RuleWords {

    static final String TURN = "*";

    private static final String BELOW = "下级";
    private static final String ALL = "全部";
    private static final Pattern RANGE = Pattern.compile("(.+)\\.\\.(.+)");

    private RuleWords() {
    }

    static Selection select(Pack pack, Reference reference, Scope scope) {
        if (reference.labels().stream().noneMatch(RuleWords::isPattern)) {
            Place place = pack.resolve(reference, scope);
            SheetSpec sheet = pack.sheet(place.sheet()).orElseThrow();
            return new Selection(sheet, sheet.block(place.block()).orElseThrow(),
                new Rows(Kind.KEYS, List.of(place.row()), 0), List.of(place.column()));
        }
        if (reference.labels().size() < 2) {
            throw new IllegalArgumentException("“" + reference + "”有误：要写明行和列");
        }
        Addressing.BlockAt at = new Addressing(pack.sheets()).block(
            new Reference(reference.sheet(), reference.block(), List.of()), scope);
        return new Selection(at.sheet(), at.block(), rows(at.block(), reference.labels().get(0)),
            columns(at.block(), reference.labels().get(1)));
    }

    /** The rows of a label, or of one item of a rule's {@code rows}. */
    static Rows rows(BlockSpec block, String label) {
        if (label.equals(TURN)) {
            return new Rows(Kind.TURN, List.of(), 0);
        }
        if (label.equals(ALL)) {
            return new Rows(Kind.ALL, List.of(), 0);
        }
        boolean coded = block.codes().isPresent();
        if (coded && SubjectLevel.named(label).isPresent()) {
            return new Rows(Kind.LEVEL, List.of(), SubjectLevel.named(label).get().digits());
        }
        if (coded && label.equals(BELOW)) {
            return new Rows(Kind.BELOW, List.of(), 0);
        }
        if (coded && (label.matches("\\d+") || label.equals(block.codes().get().total()))) {
            return new Rows(Kind.KEYS, List.of(label), 0);
        }
        return new Rows(Kind.KEYS, range(label, block.rowKeys(), block, "行"), 0);
    }

    private static List<String> columns(BlockSpec block, String label) {
        return label.equals(TURN) ? List.of() : columnRange(block, label);
    }

    static List<String> columnRange(BlockSpec block, String label) {
        return range(label, block.leaves().stream().map(ColumnSpec::id).toList(), block, "列");
    }

    private static List<String> range(String label, List<String> known, BlockSpec block, String what) {
        Matcher range = RANGE.matcher(label);
        if (!range.matches()) {
            require(known, label, block, what);
            return List.of(label);
        }
        int first = require(known, range.group(1).strip(), block, what);
        int last = require(known, range.group(2).strip(), block, what);
        if (first > last) {
            throw new IllegalArgumentException("“" + label + "”的先后反了");
        }
        return new ArrayList<>(known.subList(first, last + 1));
    }

    private static int require(List<String> known, String name, BlockSpec block, String what) {
        int at = known.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("块“" + block.id() + "”里没有叫“" + name + "”的" + what + Similar.hint(name, known));
        }
        return at;
    }

    private static boolean isPattern(String label) {
        return label.equals(TURN) || label.equals(ALL) || label.equals(BELOW) || SubjectLevel.named(label).isPresent()
            || RANGE.matcher(label).matches();
    }

    /** The columns whose turn it is, when the rule does not say: all amounts that are typed. */
    static List<String> amounts(BlockSpec block) {
        return block.leaves().stream().filter(c -> c.type() == ColumnSpec.Type.AMOUNT && !c.isComputed())
            .map(ColumnSpec::id).toList();
    }
}
