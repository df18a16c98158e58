package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text of a workbook may make the program ask a server or read a file (threats D4 and D5). */
class NoResourcesTest {

    private static final String SECRET = "CANARY";
    private static final FontShelf FONTS = FontShelf.open(Optional.empty());
    private static final String FONT = "body { font-family: " + FONTS.familyList("body") + " }";

    @TempDir
    private Path folder;

    @Test
    void nothingIsFetchedFromAnywhere() throws IOException {
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        List<String> leaks = new ArrayList<>();
        try {
            String http = "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
            for (Map.Entry<String, String> vector : vectors(http).entrySet()) {
                if (text(vector.getValue()).contains(SECRET)) {
                    leaks.add(vector.getKey());
                }
            }
        } finally {
            server.stop(0);
        }
        assertThat(requests).as("requests left the process: PdfPrinter.denyResources lets something through").isEmpty();
        assertThat(leaks).as("file content is in the PDF: PdfPrinter.denyResources lets something through").isEmpty();
    }

    private Map<String, String> vectors(String http) throws IOException {
        Path css = Files.writeString(folder.resolve("a.css"), "body::before { content: '" + SECRET + "' }");
        Path text = Files.writeString(folder.resolve("a.txt"), SECRET);
        Path xml = Files.writeString(folder.resolve("a.html"), "<html><body>" + SECRET + "</body></html>");
        Path jar = folder.resolve("a.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("a.css"));
            zip.write(Files.readAllBytes(css));
        }
        String data = "data:text/css;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(css));
        Map<String, String> all = new LinkedHashMap<>();
        body(all, "img", "<img src=\"%s/1.png\" alt=\"x\"/>".formatted(http));
        body(all, "img upper case", "<img src=\"%s/1.png\" alt=\"x\"/>".formatted(http.toUpperCase(Locale.ROOT)));
        body(all, "img mixed case", "<img src=\"%s/1.png\" alt=\"x\"/>".formatted(http.replace("http", "hTTp")));
        body(all, "img space", "<img src=\" %s/1.png\" alt=\"x\"/>".formatted(http));
        body(all, "img no scheme", "<img src=\"%s/1.png\" alt=\"x\"/>".formatted(http.substring(5)));
        body(all, "img svg", "<img src=\"%s/1.svg\" alt=\"x\"/>".formatted(http));
        body(all, "img jar:http", "<img src=\"jar:%s/1.jar!/1.png\" alt=\"x\"/>".formatted(http));
        body(all, "img ftp", "<img src=\"%s/1.png\" alt=\"x\"/>".formatted(http.replace("http", "ftp")));
        body(all, "input image", "<input type=\"image\" src=\"%s/1.png\" alt=\"x\"/>".formatted(http));
        body(all, "svg image", ("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
                + "<image xlink:href=\"%s/1.png\"/></svg>").formatted(http));
        body(all, "object", "<object data=\"%s/1.pdf\" type=\"application/pdf\">x</object>".formatted(http));
        body(all, "object file", "<object data=\"%s\" type=\"text/html\">x</object>".formatted(xml.toUri()));
        body(all, "iframe", "<iframe src=\"%s/1.html\">x</iframe>".formatted(http));
        body(all, "iframe file", "<iframe src=\"%s\">x</iframe>".formatted(xml.toUri()));
        body(all, "embed", "<embed src=\"%s/1.pdf\"/>".formatted(http));
        body(all, "attachment", "<a href=\"%s/1.txt\" download=\"1.txt\">x</a>".formatted(http));
        body(all, "attachment file", "<a href=\"%s\" download=\"1.txt\" data-content-type=\"text/plain\">x</a>"
                .formatted(text.toUri()));
        body(all, "style background", "<p style=\"background-image:url(%s/1.png)\">x</p>".formatted(http));
        style(all, "background", "body { background: url('%s/1.png') }".formatted(http));
        style(all, "page background", "@page { background-image: url('%s/1.png') }".formatted(http));
        style(all, "list style", "p { display: list-item; list-style-image: url('%s/1.png') }".formatted(http));
        style(all, "content", "p::before { content: url('%s/1.png') }".formatted(http));
        style(all, "content file", "p::before { content: url('%s') }".formatted(text.toUri()));
        style(all, "import", "@import url('%s/1.css');".formatted(http));
        style(all, "import file", "@import url('%s');".formatted(css.toUri()));
        style(all, "import data", "@import url('%s');".formatted(data));
        style(all, "import jar:file", "@import url('jar:%s!/a.css');".formatted(jar.toUri()));
        style(all, "font face", "@font-face { font-family: f; src: url('%s/1.ttf') } p { font-family: f }".formatted(http));
        head(all, "link", "<link rel=\"stylesheet\" type=\"text/css\" href=\"%s/1.css\"/>".formatted(http));
        head(all, "link file", "<link rel=\"stylesheet\" type=\"text/css\" href=\"%s\"/>".formatted(css.toUri()));
        head(all, "link plain path", "<link rel=\"stylesheet\" type=\"text/css\" href=\"%s\"/>".formatted(css));
        head(all, "link classpath", "<link rel=\"stylesheet\" type=\"text/css\" href=\"classpath:/fonts/fonts.yaml\"/>");
        head(all, "base", "<base href=\"%s/\"/><link rel=\"stylesheet\" href=\"1.css\"/>".formatted(http));
        String plain = page("", "", "<p>x</p>");
        all.put("processing instruction", plain.replace("<!DOCTYPE html>",
                "<?xml-stylesheet type=\"text/css\" href=\"%s/1.css\"?>".formatted(http)));
        all.put("processing instruction file", plain.replace("<!DOCTYPE html>",
                "<?xml-stylesheet type=\"text/css\" href=\"%s\"?>".formatted(css.toUri())));
        all.put("external DTD", plain.replace("<!DOCTYPE html>", "<!DOCTYPE html SYSTEM \"%s/1.dtd\">".formatted(http)));
        all.put("external entity", plain.replace("<!DOCTYPE html>",
                "<!DOCTYPE html [<!ENTITY e SYSTEM \"%s/1.txt\">]>".formatted(http)).replace("<p>x", "<p>&e;x"));
        all.put("external entity file", plain.replace("<!DOCTYPE html>",
                "<!DOCTYPE html [<!ENTITY e SYSTEM \"%s\">]>".formatted(text.toUri())).replace("<p>x", "<p>&e;x"));
        return all;
    }

    private static void body(Map<String, String> all, String name, String body) {
        all.put(name, page("", "", "<p>x" + body + "</p>"));
    }

    private static void style(Map<String, String> all, String name, String css) {
        all.put(name, page(css, "", "<p>x</p>"));
    }

    private static void head(Map<String, String> all, String name, String head) {
        all.put(name, page("", head, "<p>x</p>"));
    }

    private static String page(String css, String head, String body) {
        return SamplePage.page(css + FONT, head, body);
    }

    /** A page that cannot be printed because of what it wants to fetch is as good as one without it. */
    private static String text(String html) {
        try {
            byte[] pdf = new PdfPrinter(FONTS).print(html, new PdfPrinter.Options(Instant.EPOCH, 1)).pdf();
            return new PdfFile(pdf).text() + new String(pdf, StandardCharsets.ISO_8859_1);
        } catch (RenderException e) {
            return "";
        }
    }
}
