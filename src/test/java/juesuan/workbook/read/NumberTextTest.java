package juesuan.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1234.5|1234.5", "1,234.50|1234.50", "-1,234,567|-1234567", "' 12 '|12", "'''12'|12", "007|007", "0|0",
    })
    void plainNumbersAreRead(String text, BigDecimal number) {
        assertThat(NumberText.read(text)).isEqualTo(new NumberText.Read(number, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "１２３|123", "１，２３４．５０|1234.50", "\u2212123|-123", "－123|-123", "1，234|1234", "1．5|1.5",
    })
    void fullWidthNumbersAreReadWithARemark(String text, BigDecimal number) {
        assertThat(NumberText.read(text)).isEqualTo(new NumberText.Read(number, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "12,34", "1234,567", "1,23", ",123", "(1,234)", "（123）", "12万", "3亿", "100元", "100万元", "12%", "１２％", "①", "²",
        "叁佰", "三百", "\u0661\u0662\u0663", "\uD835\uDFD0", "12d", "1f", "1e5", "1E309", "NaN", "Infinity", "0x1F", "1.2.3", "+5",
        ".5", "5.", "--5", "1 234", "１2３四", "约100", "¥100", "1'234", "100\n200", "12345678901234567890123456",
    })
    void anythingElseIsQuotedAndRefused(String text) {
        NumberText read = NumberText.read(text);
        assertThat(read).isInstanceOf(NumberText.Wrong.class);
        Problem problem = ((NumberText.Wrong) read).problem();
        assertThat(problem.rule()).isEqualTo(ReadRule.NUMBER_WRONG);
        assertThat(problem.what()).startsWith("写的是“" + text.substring(0, 1));
        assertThat(problem.hint()).endsWith("。");
    }

    @ParameterizedTest
    @CsvSource({
        "12万元,请只填数字，按本表的金额单位换算好，不要带单位。", "'(1,234)',负数请用减号，例如 -1234.50。",
        "12%,这里不填百分比，请改填数字。", "1e5,请写出完整的数字，不要用科学记数法。",
        "叁佰,请用阿拉伯数字填写。", "'12,34','千分位逗号的位置不对，请改成例如 1,234.50 或 1234.50。'",
    })
    void theHintFitsTheMistake(String text, String hint) {
        assertThat(((NumberText.Wrong) NumberText.read(text)).problem().hint()).isEqualTo(hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"—", "——", "-", "－", "/", "／", "无", " — ", "–"})
    void dashesAreNoNumbers(String text) {
        assertThat(NumberText.read(text)).isInstanceOf(NumberText.Dash.class);
    }
}
