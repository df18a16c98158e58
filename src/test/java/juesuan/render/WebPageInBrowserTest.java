package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.layout.CorrectionMaker;
import juesuan.model.Changes;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Run;
import juesuan.pack.Pack;
import juesuan.samples.Needed;
import juesuan.samples.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page as its reader has it: with a mouse, with keys only, in the dark, on a small screen. */
class WebPageInBrowserTest {

    /** The number that has the focus, and every origin that can be seen. */
    private static final String SEEN = """
        return [document.activeElement.textContent, Array.from(document.querySelectorAll('.origin'))
          .filter(box => box.checkVisibility() && box.getBoundingClientRect().height > 0).map(box => box.textContent).join('&')];
        """;
    /** How far the page reaches beyond its window. */
    private static final String BEYOND = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    private static final int SMALL = 320;
    private static final int BAR = 15;

    @TempDir
    private static Path folder;
    private static WebSample web;
    private static Path file;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Needed.orSkip(Browser.isInstalled(), Browser.INSTALL);
        web = WebSample.of(Samples.longgang());
        file = Files.write(folder.resolve("page.html"), web.bytes());
        browser = new Browser(folder);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            web = null;
        }
    }

    @BeforeEach
    void open() {
        browser.width(1280);
        browser.media("prefers-color-scheme", "light");
        browser.open(file);
        browser.run("document.documentElement.style.scrollBehavior = 'auto'");
    }

    @SuppressWarnings("unchecked")
    private static List<String> seen() {
        return (List<String>) browser.run(SEEN);
    }

    @Test
    void everyNumberOfTheTextAnswersToTheTabKeyWithItsOrigin() {
        int reached = 0;
        for (String part : List.of("part1", "part3", "part4")) {
            List<Run.Figure> figures = web.document().parts().stream().filter(p -> p.id().equals(part)).flatMap(p -> p.allSections().stream())
                .flatMap(section -> section.paragraphs().stream()).flatMap(p -> p.runs().stream())
                .filter(Run.Figure.class::isInstance).map(Run.Figure.class::cast).toList();
            browser.run("const at = document.getElementById('" + part + "'); at.tabIndex = -1; at.focus();");
            for (Run.Figure figure : figures) {
                browser.press(Keys.TAB);
                assertThat(seen()).as("number %s of the text", ++reached).containsExactly(figure.text(), figure.origin());
                browser.press(Keys.ESCAPE);
                assertThat(seen()).as("Escape closes it and leaves the reader there").containsExactly(figure.text(), "");
            }
        }
        assertThat(reached).isEqualTo(web.figures().size()).isGreaterThan(100);
    }

    @Test
    void everyBoxIsWithinTheWindowOnASmallScreen() {
        browser.width(SMALL);
        assertThat(boxesOutside()).isEmpty();
    }

    /** Its width is none of the page's: a box as wide as the window would be too wide. */
    @Test
    void everyBoxIsWithinASmallWindowWithAScrollBar() {
        browser.width(SMALL + BAR);
        browser.run("document.styleSheets[0].insertRule('::-webkit-scrollbar { width: " + BAR + "px }')");
        assertThat(browser.run("return document.documentElement.clientWidth")).isEqualTo((long) SMALL);
        assertThat(boxesOutside()).isEmpty();
    }

    /** The numbers of text and charts whose boxes cannot be seen whole, or lie elsewhere, or make the page scroll. */
    private static List<?> boxesOutside() {
        return (List<?>) browser.run("""
            document.querySelectorAll('details').forEach(d => d.open = true);
            const root = document.documentElement;
            return Array.from(document.querySelectorAll('.n')).filter(number => {
              number.focus();
              const at = number.getBoundingClientRect();
              const open = Array.from(document.querySelectorAll('.origin.open'));
              const box = open[0].getBoundingClientRect();
              return open.length !== 1 || box.height === 0 || box.left < 0 || box.right > root.clientWidth || box.top < 0 || box.bottom > innerHeight
                || box.top > at.bottom + 8 || box.bottom < at.top - 8 || root.scrollWidth > root.clientWidth
                || !open[0].contains(document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2));
            }).map(number => number.textContent);
            """);
    }

    @Test
    void theMouseShowsItAndMayGoOntoIt() {
        browser.run("document.querySelector('p.body .n').id = 'some'");
        Run.Figure first = web.figures().get(0);
        browser.hover("#some");
        assertThat(seen().get(1)).isEqualTo(first.origin());
        browser.hover("#some + .origin");
        browser.run("return new Promise(done => setTimeout(done, 600))");
        assertThat(seen().get(1)).as("the mouse is on it").isEqualTo(first.origin());
        browser.press(Keys.ESCAPE);
        assertThat(seen().get(1)).isEmpty();
    }

    @Test
    void aTableIsOneStopAndArrowsGoFromNumberToNumber() {
        List<Grid.Cell> numbers = web.document().parts().get(1).tables().get(1).grid().body().stream()
            .flatMap(line -> line.cells().stream()).filter(cell -> cell.figure().isPresent()).toList();
        int columns = (int) web.document().parts().get(1).tables().get(1).grid().body().get(0).cells().stream()
            .filter(cell -> cell.figure().isPresent()).count();
        browser.run("document.querySelectorAll('.scroll')[document.querySelectorAll('figure .scroll').length + 1].focus()");
        browser.press(Keys.TAB);
        assertSeen(numbers.get(0));
        browser.press(Keys.ARROW_RIGHT);
        assertSeen(numbers.get(1));
        browser.press(Keys.ARROW_DOWN);
        assertSeen(numbers.get(1 + columns));
        browser.press(Keys.ARROW_UP, Keys.HOME);
        assertSeen(numbers.get(0));
        browser.press(Keys.END);
        assertSeen(numbers.get(columns - 1));
        browser.pressWithControl(Keys.END);
        assertSeen(numbers.get(numbers.size() - 1));
        browser.press(Keys.ESCAPE);
        assertThat(seen().get(1)).isEmpty();
        assertThat(browser.run("return Array.from(document.querySelectorAll('table')).filter(t => t.querySelectorAll('[tabindex=\"0\"]:not(.n)').length > 1).length"))
            .as("tables of more than one stop").isEqualTo(0L);
    }

    private static void assertSeen(Grid.Cell cell) {
        assertThat(seen()).containsExactly(cell.text(), cell.figure().orElseThrow().cell().toString());
    }

    @Test
    void theNumbersCanBeTakenOutOfTheWay() {
        browser.run("document.getElementById('origins').focus()");
        browser.press(Keys.SPACE);
        assertThat(browser.run("return document.getElementById('origins').getAttribute('aria-pressed')")).isEqualTo("false");
        assertThat(browser.run("return document.querySelectorAll('.n[tabindex=\"0\"], td[tabindex]').length")).isEqualTo(0L);
        browser.run("document.querySelector('.n').focus()");
        assertThat(seen().get(1)).isEmpty();
        browser.run("document.getElementById('origins').click(); document.querySelector('p.body .n').focus()");
        assertThat(seen().get(1)).isEqualTo(web.figures().get(0).origin());
    }

    @Test
    void axeFindsNothing() throws IOException {
        List<String> violations = new ArrayList<>();
        for (String scheme : List.of("light", "dark")) {
            for (int width : List.of(1280, SMALL)) {
                browser.media("prefers-color-scheme", scheme);
                browser.width(width);
                browser.open(file);
                browser.run("document.querySelectorAll('details').forEach(d => d.open = true); document.querySelector('p.body .n').focus()");
                browser.violations().forEach(violation -> violations.add(scheme + " " + width + ": " + violation));
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void nothingIsAskedOfAnyone() {
        browser.requests();
        browser.complaints();
        browser.open(file);
        browser.run("document.querySelectorAll('.n').forEach(number => number.focus()); document.querySelectorAll('details').forEach(d => d.open = true)");
        browser.hover("h1");
        assertThat(browser.requests().stream().filter(address -> !address.equals("data:,"))).containsExactly(file.toUri().toString());
        assertThat(browser.complaints()).as("the policy stopped something").isEmpty();
    }

    /** 320 pixels are a small telephone, and a screen of 1280 at 400 %. */
    @Test
    void onASmallScreenOnlyTablesScroll() {
        browser.width(SMALL);
        browser.open(file);
        assertThat(browser.run("return innerWidth")).isEqualTo((long) SMALL);
        assertThat(browser.run(BEYOND)).isEqualTo(0L);
        assertThat(browser.run("return document.getElementById('contents').open")).isEqualTo(false);
        assertThat((Long) browser.run("return Array.from(document.querySelectorAll('.scroll')).filter(s => s.scrollWidth > s.clientWidth).length")).isPositive();
        browser.run("document.documentElement.style.fontSize = '200%'");
        assertThat(browser.run(BEYOND)).as("in letters twice as large").isEqualTo(0L);
    }

    @Test
    void theContentsKnowWhereTheReaderIs() {
        browser.run("document.getElementById('part3-1').scrollIntoView(); return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(browser.run("return Array.from(document.querySelectorAll('nav [aria-current]')).map(a => a.getAttribute('href')).join()")).isEqualTo("#part3-1");
        assertThat(browser.run("const a = document.querySelector('nav [aria-current]').getBoundingClientRect(); return a.top >= 0 && a.bottom <= innerHeight")).isEqualTo(true);
    }

    @Test
    void aCorrectionStandsFirstAndNothingOfItIsOffTheScreen() throws IOException {
        Changes.Spot spot = new Changes.Spot(List.of(), "");
        Changes.Version version = new Changes.Version(web.document().title(), web.document().department(), 2023, Optional.empty());
        Changes.Text text = new Changes.Text(Changes.Extent.ITSELF, "第三部分：情况说明 › 一、总体", "", Optional.of(new Changes.Printed("原来的话。".repeat(30), spot, "12-13")),
            Optional.of(new Changes.Printed("现在的话。".repeat(30), spot, "12-13")));
        Pack pack = Samples.pack("guangdong");
        Document corrected = CorrectionMaker.correct(web.document(), pack.style(),
            new Changes(version, version, List.of(), List.of(text)), 2, "写错了。", "2024年11月20日");
        Path page = Files.write(folder.resolve("corrected.html"), new Renderer(pack, Optional.empty()).html(corrected, List.of()));
        for (int width : List.of(1280, SMALL)) {
            browser.width(width);
            browser.open(page);
            assertThat(browser.run("return document.querySelector('main section h2').textContent + document.querySelector('nav li').textContent.trim()")).isEqualTo("更正说明更正说明");
            assertThat(browser.run("const s = document.querySelector('.correction .scroll'); return s.scrollWidth - s.clientWidth")).as("at " + width).isEqualTo(0L);
            assertThat(browser.run("return document.querySelector('.correction').textContent.includes('单位：')")).isEqualTo(false);
            assertThat(browser.violations()).isEmpty();
        }
    }
}
