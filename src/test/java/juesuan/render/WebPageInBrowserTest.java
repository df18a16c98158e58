package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
          .filter(box => box.checkVisibility() && box.getBoundingClientRect().height > 0).map(box => box.innerText.trim()).join('&')];
        """;
    /** How far the page reaches beyond its window. */
    private static final String BEYOND = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
    private static final int SMALL = 320;
    private static final int PHONE = 390;
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
        for (String part : List.of("summary", "part1", "part3", "part4")) {
            List<Run.Figure> figures = Stream.concat(web.document().online().summary().stream(), web.document().parts().stream()).filter(p -> p.id().equals(part)).flatMap(p -> p.allSections().stream())
                .flatMap(section -> section.paragraphs().stream()).flatMap(p -> p.runs().stream())
                .filter(Run.Figure.class::isInstance).map(Run.Figure.class::cast).toList();
            browser.run("const at = document.getElementById('" + part + "'); at.tabIndex = -1; at.focus();");
            for (Run.Figure figure : figures) {
                browser.press(Keys.TAB);
                assertThat(seen()).as("number %s of the text", ++reached).containsExactly(figure.text(), web.origin(figure));
                browser.press(Keys.ESCAPE);
                assertThat(seen()).as("Escape closes it and leaves the reader there").containsExactly(figure.text(), "");
            }
        }
        assertThat(reached).isEqualTo(web.figures().size() + web.summary().size()).isGreaterThan(100);
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
        Run.Figure first = web.summary().get(0);
        browser.hover("#some");
        assertThat(seen().get(1)).isEqualTo(web.origin(first));
        browser.hover("#some + .origin");
        browser.run("return new Promise(done => setTimeout(done, 600))");
        assertThat(seen().get(1)).as("the mouse is on it").isEqualTo(web.origin(first));
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
        assertThat(seen()).containsExactly(cell.text(), web.document().online().sources(Set.of(cell.figure().orElseThrow().cell())));
    }

    /** Everybody sees where a number is printed; the cells are for those who ask for them. */
    @Test
    void theOfficeMaySeeTheCellsToo() {
        Run.Figure first = web.summary().get(0);
        String cells = first.value().cells().stream().map(Object::toString).collect(Collectors.joining("，"));
        assertThat(browser.run("return document.querySelectorAll('.source').length > 0 && !Array.from(document.querySelectorAll('.source, .cell')).some(e => e.checkVisibility())"))
            .isEqualTo(true);
        browser.run("document.getElementById('office').focus()");
        browser.press(Keys.SPACE);
        assertThat(browser.run("return document.getElementById('office').getAttribute('aria-pressed')")).isEqualTo("true");
        browser.run("document.querySelector('p.body .n').focus()");
        assertThat(seen().get(1)).isEqualTo(web.origin(first) + "\n" + cells);
        Grid.Cell cell = web.numbers().get(0);
        browser.run("document.querySelector('.sheet td[data-o]').click()");
        assertThat(seen().get(1)).endsWith("\n" + cell.figure().orElseThrow().cell());
    }

    /** A number is found without its commas, a sentence across its numbers; what is folded up opens. */
    @Test
    @SuppressWarnings("unchecked")
    void aWordOrANumberIsFound() {
        browser.run("document.getElementById('find').focus()");
        for (String asked : List.of("99429.56", "比上年决算数增加207,104.89万元", "机关事业单位", "没有这样的话")) {
            browser.run("document.getElementById('find').value = ''");
            browser.press(asked, Keys.ENTER);
            List<Object> result = (List<Object>) browser.run("""
                const text = range => {
                  const copy = range.cloneContents();
                  copy.querySelectorAll('.origin').forEach(box => box.remove());
                  return copy.textContent;
                };
                const here = Array.from(CSS.highlights.get('here'), text);
                const all = Array.from(CSS.highlights.get('hits'), text);
                const at = Array.from(CSS.highlights.get('here'), range => range.getBoundingClientRect());
                return [document.getElementById('found').firstChild.data, here.join().replace(/,/g, ''), new Set(all.map(one => one.replace(/,/g, ''))).size,
                  at.every(box => box.height > 0 && box.top > 0 && box.bottom < innerHeight), all.length];
                """);
            boolean there = !asked.startsWith("没有");
            assertThat((String) result.get(0)).as(asked).matches(there ? "第 1 处，共 \\d+ 处。" : "没有找到。");
            assertThat(result.get(1)).as(asked).isEqualTo(there ? asked.replace(",", "") : "");
            assertThat(result.subList(2, 4)).as("each is what was asked, and the first is on the screen: " + asked).containsExactly(there ? 1L : 0L, true);
            assertThat(result.get(0).toString()).contains(there ? "共 " + result.get(4) + " 处" : "没有");
        }
        browser.press(Keys.ESCAPE);
        assertThat(browser.run("return document.getElementById('find').value + document.getElementById('found').textContent")).isEqualTo("");
    }

    @Test
    void aHitLeadsToItsPlaceByKeys() {
        browser.run("document.getElementById('find').focus()");
        browser.press("住房公积金", Keys.ENTER, Keys.ENTER);
        assertThat((String) browser.run("return document.getElementById('found').firstChild.data")).startsWith("第 2 处");
        browser.run("document.getElementById('there').focus()");
        browser.press(Keys.SPACE);
        assertThat((String) browser.run("return document.activeElement.textContent")).contains("住房公积金");
    }

    /** On a telephone its name stays beside a number, and is no ribbon of four characters. */
    @Test
    void headsAndNamesStayInSight() {
        for (int width : List.of(1280, PHONE)) {
            browser.width(width);
            browser.open(file);
            assertThat(browser.run("""
                document.documentElement.style.scrollBehavior = 'auto';
                const rows = document.querySelectorAll('.sheet:has(#part2-3) tbody tr');
                rows[rows.length - 6].scrollIntoView({block: 'center'});
                const box = rows[0].closest('.scroll');
                box.scrollLeft = 1000;
                if (!box.classList.contains('fits')) {
                  box.scrollIntoView();
                }
                const head = rows[0].closest('table').tHead.getBoundingClientRect();
                const top = Math.max(0, box.getBoundingClientRect().top);
                const name = rows[rows.length - 6].querySelector('th:not(.code)').getBoundingClientRect();
                return [Math.abs(head.top - top) < 2, name.left >= 0 && name.right < innerWidth];
                """)).as("at " + width).isEqualTo(List.of(true, true));
        }
        assertThat((List<?>) browser.run("""
            return Array.from(document.querySelectorAll('.sheet tbody th.label:not(.code)')).filter(th => th.textContent.trim().length > 8)
              .filter(th => {
                const style = getComputedStyle(th);
                return (th.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)) / parseFloat(style.fontSize) < 8;
              }).map(th => th.textContent);
            """)).as("names of more than eight characters in lines of fewer than eight").isEmpty();
    }

    @Test
    void theNumbersCanBeTakenOutOfTheWay() {
        browser.run("document.getElementById('origins').focus()");
        browser.press(Keys.SPACE);
        assertThat(browser.run("return document.getElementById('origins').getAttribute('aria-pressed')")).isEqualTo("false");
        assertThat(browser.run("return document.querySelectorAll('.n[tabindex=\"0\"], td[tabindex]').length")).isEqualTo(0L);
        browser.run("document.querySelector('.n').focus()");
        assertThat(seen().get(1)).isEmpty();
        browser.run("document.getElementById('origins').click(); document.activeElement.blur(); document.querySelector('p.body .n').focus()");
        assertThat(seen().get(1)).isEqualTo(web.origin(web.summary().get(0)));
    }

    @Test
    void axeFindsNothing() throws IOException {
        List<String> violations = new ArrayList<>();
        for (String scheme : List.of("light", "dark")) {
            for (int width : List.of(1280, PHONE)) {
                browser.media("prefers-color-scheme", scheme);
                browser.width(width);
                browser.open(file);
                browser.run("document.querySelectorAll('details').forEach(d => d.open = true); document.getElementById('find').focus()");
                browser.press("决算", Keys.ENTER);
                browser.run("document.querySelector('p.body .n').focus()");
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
