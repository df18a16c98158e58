package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseLineBreaksTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "支出决算; 支|出|决|算",
        "增加-1,234.56万元，; 增|加|-1,234.56|万|元，",
        "（一）“三公”经费; （一）|“三|公”|经|费",
        "《预算法》第14条; 《预|算|法》|第|14|条",
        "规定——支付……等; 规|定|——|支|付|……|等",
        "增长8.9%、9％。; 增|长|8.9%、|9％。",
        "2022-2023年; 2022-2023|年",
        "GDP 100 亿; GDP |100 |亿",
        "见http://a.gd.gov.cn/czt/1.html; 见|http://|a.gd.gov.cn/|czt/1.html",
        "张𠮷三; 张|𠮷|三",
        "年\u00A0月; 年\u00A0月",
        "12:30; 12:30"})
    void breaks(String text, String expected) {
        assertThat(split(text + "末尾")).isEqualTo(expected + "|末尾");
    }

    /** Marks do not keep it company. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "与上年持平。; 与|上|年|持平。",
        "附属单位上缴收入; 附|属|单|位|上|缴|收入",
        "下降9%。; 下|降9%。",
        "（境）费; （境）费",
        "张三𠮷; 张|三𠮷",
        "年; 年"})
    void noCharacterIsAloneOnTheLastLine(String text, String expected) {
        assertThat(split(text)).as("a line must not end so that only one character is left, see ChineseLineBreaks.lastBreak").isEqualTo(expected);
    }

    @Test
    void endsLikeABreakIterator() {
        ChineseLineBreaks breaks = new ChineseLineBreaks();
        breaks.setText("");
        assertThat(breaks.next()).isEqualTo(BreakIterator.DONE);
        breaks.setText("年");
        assertThat(breaks.next()).isEqualTo(1);
        assertThat(breaks.next()).isEqualTo(BreakIterator.DONE);
    }

    private static String split(String text) {
        ChineseLineBreaks breaks = new ChineseLineBreaks();
        breaks.setText(text);
        StringBuilder split = new StringBuilder();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            split.append(start == 0 ? "" : "|").append(text, start, end);
            start = end;
        }
        return split.toString();
    }
}
