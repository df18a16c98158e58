package juesuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import juesuan.samples.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewordingTest {

    private static final int TRIES = 2_000;

    private static String marked(List<Rewording.Piece> pieces) {
        return pieces.stream().map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text()).collect(Collectors.joining());
    }

    private static String plain(List<Rewording.Piece> pieces) {
        return pieces.stream().map(Rewording.Piece::text).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "支出1,250.00万元，比上年增加。 | 支出1,260.00万元，比上年增加。 | 支出[1,250.00]万元，比上年增加。 | 支出[1,260.00]万元，比上年增加。",
        "增长3.5%，主要是人员增加。 | 增长-3.5%，主要是人员增加。 | 增长[3.5%]，主要是人员增加。 | 增长[-3.5%]，主要是人员增加。",
        "负责全区河湖管理。 | 负责全区河湖日常管理。 | 负责全区河湖管理。 | 负责全区河湖[日常]管理。",
        "一、二、三都完成了。 | 一、三都完成了。 | 一、[二、]三都完成了。 | 一、三都完成了。"})
    void wordsAndWholeFiguresAreMarked(String was, String now, String wasMarked, String nowMarked) {
        Rewording words = Rewording.of(was, now);
        assertThat(marked(words.was())).isEqualTo(wasMarked);
        assertThat(marked(words.now())).isEqualTo(nowMarked);
    }

    @Test
    void aTextWrittenAnewIsNotMarked() {
        assertThat(Rewording.of("机构改革，人员划转。", "新增信息化项目两个").isMarked()).isFalse();
        assertThat(Rewording.of("（空）", "负责全区河湖管理。").isMarked()).isFalse();
        assertThat(Rewording.of("同样的话。", "同样的话。").isMarked()).isFalse();
    }

    /** Our own word for an empty cell shares its brackets with （一）. */
    @Test
    void whereNothingWasThereIsNoMark() {
        Changes.Typed typed = new Changes.Typed(new CellRef("概况", "B4"), "（一）管河湖。");
        Rewording filled = ChangeGroups.words(new Changes.Input("概况", Optional.empty(), Optional.of(typed)));
        assertThat(filled.isMarked()).as("an empty cell that is filled in").isFalse();
        assertThat(plain(filled.was())).isEqualTo("（空）");
        assertThat(ChangeGroups.words(new Changes.Input("概况", Optional.of(typed), Optional.of(new Changes.Typed(typed.cell(), "（二）管河湖。")))).isMarked()).isTrue();
    }

    /** Marks add nothing and take nothing away; what is not marked is the same on both sides. */
    @Test
    void bothTextsStayWhole() {
        Seeds.forAll(TRIES, seeds -> {
            String was = seeds.text(40);
            int cut = was.isEmpty() ? 0 : seeds.number(0, was.length());
            return List.of(was, seeds.flip() ? seeds.text(40) : was.substring(0, cut) + seeds.text(5) + was.substring(Math.min(was.length(), cut + 3)));
        }, texts -> {
            Rewording words = Rewording.of(texts.get(0), texts.get(1));
            assertThat(plain(words.was())).isEqualTo(texts.get(0));
            assertThat(plain(words.now())).isEqualTo(texts.get(1));
            if (words.isMarked()) {
                assertThat(same(words.was())).isEqualTo(same(words.now()));
            }
        });
    }

    private static String same(List<Rewording.Piece> pieces) {
        return plain(pieces.stream().filter(piece -> !piece.changed()).toList());
    }

    /** Ten thousand characters of each side are no burden. */
    @Test
    void longTextsAreComparedToo() {
        String was = "按批复预算执行，资金用于河湖管护。".repeat(600);
        Rewording words = Rewording.of(was, "新".repeat(3_000) + was.replace("批复", "批准"));
        assertThat(plain(words.was())).isEqualTo(was);
        assertThat(words.isMarked()).isTrue();
    }
}
