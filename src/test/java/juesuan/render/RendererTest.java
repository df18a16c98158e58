package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Place;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;

/** What the page does with texts that are not made for it. */
class RendererTest {

    private static final Place OVERVIEW = new Place("概况", "概况", "机构设置", "内容");

    /** An address on the web, a product number: nothing in it says where a line may end. */
    @Test
    void aLongWordIsBrokenNotCutOff() {
        String word = IntStream.range(0, 100).mapToObj(i -> "x" + i).collect(Collectors.joining());
        assertThat(squeezed(Samples.yanxi().with(OVERVIEW, "网址是" + word + "。")))
            .as("every letter of a word longer than the line must be on the page").contains(word);
    }

    @Test
    void aDepartmentNameOfAnyLengthLeavesTheCoverOnOnePage() {
        String name = "某某省某某自治州某某彝族自治县人民政府驻北京联络处暨经济技术合作交流服务中心管理办公室";
        PdfFile pdf = print(Samples.yanxi().with(new Place("基本信息", "基本信息", "部门名称", "内容"), name));
        assertThat(pdf.pages().get(0).replaceAll("\\s", "")).as("the cover holds the whole name and the date").contains(name, "月");
        assertThat(pdf.pages().get(1).replaceAll("\\s", "")).as("the contents follow on the next page").startsWith("目　　录");
    }

    private static String squeezed(Sample sample) {
        return print(sample).text().replaceAll("\\s", "");
    }

    private static PdfFile print(Sample sample) {
        Pack pack = Samples.pack(sample.pack());
        Accounts accounts = SampleAccounts.of(sample, pack);
        Renderer.Pdf pdf = new Renderer(pack, Optional.empty()).pdf(
            DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), true), List.of(), Instant.EPOCH);
        assertThat(pdf.warnings()).isEmpty();
        return new PdfFile(pdf.bytes());
    }
}
