package juesuan.render;

import java.util.Locale;

/** A small disclosure: cover, contents, a part of text, a wide table over several pages. */
final class SamplePage {

    static final String BODY_TEXT = "2023年度本部门支出总计1,234.56万元，比上年增加8.9%，其中：基本支出“三公”经费……按规定——支付工程款，"
            + "用于鑫淼垚䶮等同志的培训（共３次）。";

    private SamplePage() {
    }

    static String css(FontShelf fonts) {
        return """
                @page { size: 210mm 297mm; margin: 37mm 26mm 32mm 28mm;
                  @bottom-center { content: "- " counter(page) " -"; font-family: %1$s; font-size: 14pt; } }
                @page front { size: 210mm 297mm; margin: 37mm 26mm 32mm 28mm; @bottom-center { content: none; } }
                @page land { size: 297mm 210mm; margin: 22mm 20mm 20mm 20mm; }
                body { font-family: %1$s; font-size: 16pt; line-height: 1.75; margin: 0; }
                .front { page: front; text-align: center; }
                h1, h2 { font-weight: normal; font-size: 16pt; margin: 0; page-break-after: avoid; text-indent: 2em; }
                h1 { font-family: %2$s; }
                h2 { font-family: %3$s; }
                .title { font-family: %4$s; font-weight: 700; font-size: 22pt; text-align: center; text-indent: 0; }
                .contents { page: front; page-break-before: always; }
                .contents p { margin: 0; }
                .contents a { color: #000; text-decoration: none; }
                .contents .no::after { content: leader(dotted) " " target-counter(attr(data-href), page); }
                .part { page-break-before: always; }
                #part1 { -fs-page-sequence: start; }
                p.text { text-indent: 2em; margin: 0; text-align: justify; orphans: 2; widows: 2; }
                .land { page: land; width: 257mm; page-break-before: always; }
                table { width: 100%%; table-layout: fixed; border-collapse: separate; border-spacing: 0; font-family: %5$s;
                  font-size: 9pt; line-height: 1.35; -fs-table-paginate: paginate; }
                tr { page-break-inside: avoid; }
                th, td { border-right: 0.5pt solid #000; border-bottom: 0.5pt solid #000; padding: 3pt; vertical-align: middle; }
                th { font-family: %6$s; font-weight: 700; text-align: center; }
                .top th { border-top: 0.5pt solid #000; }
                .first { border-left: 0.5pt solid #000; }
                .caption th { border: none; font-weight: 400; }
                .amount { text-align: right; }
                """.formatted(fonts.familyList("body"), fonts.familyList("heading1"), fonts.familyList("heading2"),
                fonts.familyList("title"), fonts.familyList("table"), fonts.familyList("tableHead"));
    }

    static String html(FontShelf fonts) {
        return html(fonts, 12, 1, 60);
    }

    static String html(FontShelf fonts, int paragraphs, int tables, int rows) {
        StringBuilder body = new StringBuilder("""
                <div class="front"><h1 class="title">广东省某某厅</h1><p>2023年度部门决算</p></div>
                <div class="contents"><h1 class="title">目　　录</h1>
                """);
        contentsLine(body, "part1", "第一部分　部门概况");
        for (int t = 0; t < tables; t++) {
            contentsLine(body, "table" + t, "表" + (t + 1) + "　支出决算表");
        }
        body.append("</div><div class=\"part\"><h1 id=\"part1\">第一部分　部门概况</h1>");
        for (int p = 0; p < paragraphs; p++) {
            if (p % 4 == 0) {
                body.append("<h2>（").append(p / 4 + 1).append("）主要职责</h2>");
            }
            body.append("<p class=\"text\">").append(BODY_TEXT).append("</p>");
        }
        body.append("</div>");
        for (int t = 0; t < tables; t++) {
            table(body, "table" + t, t, rows);
        }
        return page(css(fonts), "<bookmarks><bookmark name=\"第一部分\" href=\"#part1\"/></bookmarks>", body.toString());
    }

    static String page(String css, String head, String body) {
        return """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN" xml:lang="zh-CN"><head>
                <meta charset="UTF-8"/><title>2023年度部门决算</title><meta name="author" content="某某厅"/>
                <meta name="subject" content="部门决算"/><meta name="description" content="部门决算"/>
                <style>%s</style>%s</head><body>%s</body></html>
                """.formatted(css, head, body);
    }

    private static void contentsLine(StringBuilder out, String id, String title) {
        out.append("<p><a href=\"#%1$s\" title=\"%2$s\">%2$s<span class=\"no\" data-href=\"#%1$s\"></span></a></p>"
                .formatted(id, title));
    }

    private static void table(StringBuilder out, String id, int number, int rows) {
        out.append("""
                <div class="land"><div id="%s"></div><table>
                <colgroup><col style="width:16%%"/><col style="width:28%%"/><col style="width:14%%"/>
                <col style="width:14%%"/><col style="width:14%%"/><col style="width:14%%"/></colgroup>
                <thead><tr class="caption"><th scope="colgroup" colspan="6">表%d　支出决算表</th></tr>
                <tr class="top"><th class="first" scope="col" rowspan="2">科目编码</th><th scope="col" rowspan="2">科目名称</th>
                <th scope="col" rowspan="2">合计</th><th scope="colgroup" colspan="3">本年支出</th></tr>
                <tr><th scope="col">基本支出</th><th scope="col">项目支出</th><th scope="col">其他</th></tr></thead><tbody>
                """.formatted(id, number + 1));
        for (int r = 0; r < rows; r++) {
            out.append(String.format(Locale.ROOT, """
                    <tr><td class="first">%d</td><td>一般公共服务支出第%d项</td><td class="amount">%,.2f</td>
                    <td class="amount">%,.2f</td><td class="amount">-%,.2f</td><td class="amount">0.00</td></tr>
                    """, 2010101 + r, r + 1, r * 1234.56, r * 1000.5, r * 234.06));
        }
        out.append("</tbody></table></div>");
    }
}
