package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A text part: headings and sentences with {@code {placeholders}}.
 *
 * @param largeInYi whether amounts of 1亿元 and more are told in 亿元, for readers who are no accountants
 * @param sections without a heading: paragraphs directly under the part's title
 */
public record TextSpec(
    @JsonProperty(required = true) String title, boolean largeInYi, @JsonProperty(required = true) List<Section> sections) {

    public TextSpec {
        sections = Specs.list(sections);
    }

    /**
     * @param within the block that references without sheet and block mean
     * @param when formula: the section is written only when it is a number other than zero, or a text
     * @param unless the opposite
     */
    public record Section(String heading, String within, String when, String unless, List<Section> sections,
                          List<Piece> paragraphs) {
        public Section {
            heading = Specs.text(heading);
            when = Specs.text(when);
            unless = Specs.text(unless);
            within = Specs.text(within);
            sections = Specs.list(sections);
            paragraphs = Specs.list(paragraphs);
        }
    }

    /**
     * A paragraph, or a piece of one.
     *
     * @param when formula: the piece is written only when it is a number other than zero, or a text; with
     *     {@code each} asked of every row
     * @param unless the opposite
     * @param each block or sheet: written once for each of its rows or copies
     * @param rows which of the rows, as keys or ranges {@code 甲..乙}; all unless given. Below subject codes, as 类, 款, 项 or
     *     codes, where {@code {类}}, {@code {款}} and {@code {项}} are the names of the row's own subject and those above it
     * @param most a reference in a row: only the rows where that number is largest, the largest first, and of those only
     *     where it is above zero; a change counts whatever its sign. No row at all where it is not known for each
     * @param top how many; one unless given
     * @param none written when there is no row; not where it is not known which is the largest
     * @param start written before the first row, if there is any
     * @param join written between the rows; without it each row is a paragraph of its own
     * @param end written after the last row, if there is any
     */
    public record Piece(String text, List<Piece> pieces, String when, String unless, String each,
                        List<String> rows, String most, Integer top, String none, String start, String join, String end) {
        @JsonCreator
        public Piece(
            @JsonProperty("text") String text, @JsonProperty("pieces") List<Piece> pieces,
            @JsonProperty("when") String when, @JsonProperty("unless") String unless,
            @JsonProperty("each") String each, @JsonProperty("rows") List<String> rows,
            @JsonProperty("most") String most, @JsonProperty("top") Integer top, @JsonProperty("none") String none,
            @JsonProperty("start") String start,
            @JsonProperty("join") String join, @JsonProperty("end") String end) {
            this.text = Specs.text(text);
            this.pieces = Specs.list(pieces);
            this.when = Specs.text(when);
            this.unless = Specs.text(unless);
            this.each = Specs.text(each);
            this.rows = Specs.list(rows);
            this.most = Specs.text(most);
            this.top = top == null ? 1 : top;
            this.none = Specs.text(none);
            this.start = Specs.text(start);
            this.join = Specs.text(join);
            this.end = Specs.text(end);
            Specs.require(this.text.isEmpty() != this.pieces.isEmpty(), "一段里应当有 text 或者 pieces，二者取一");
            Specs.require(top == null || !this.most.isEmpty(), "/top", "有 top 就要有 most");
            Specs.require(this.top > 0, "/top", "top 应当大于 0");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Piece of(String text) {
            return new Piece(text, null, null, null, null, null, null, null, null, null, null, null);
        }
    }
}
