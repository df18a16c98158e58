package juesuan.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {

    @Test
    void parts() {
        assertThat(Sentence.parse("{年度}年，占{占比: [甲] / [乙]}，{表.块[行, 列]}").parts()).hasSize(5)
            .satisfiesExactly(
                part -> assertThat(part).isEqualTo(new Sentence.Name("年度")),
                part -> assertThat(part).isEqualTo(new Sentence.Literal("年，占")),
                part -> assertThat(part).isInstanceOfSatisfying(Sentence.Formula.class, f -> {
                    assertThat(f.kind()).isEqualTo("占比");
                    assertThat(f.text()).isEqualTo("[甲] / [乙]");
                }),
                part -> assertThat(part).isEqualTo(new Sentence.Literal("，")),
                part -> assertThat(part).isInstanceOfSatisfying(Sentence.Formula.class, f -> assertThat(f.kind()).isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "共{年度年      | 缺少右花括号",
        "共年度}年      | 的右花括号缺少左花括号",
        "共{占比: [甲} | 第",
    })
    void refuses(String text, String sentence) {
        assertThatThrownBy(() -> Sentence.parse(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
    }
}
