package juesuan.model;

import java.util.ArrayList;
import java.util.List;

/** Text with comma-separated values after RFC 4180: quoted cells may hold commas, quotes and line ends. */
public final class Csv {

    /** @param number of the line it begins on, the first being 1 */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int line = 1;

    private Csv(String text, char separator) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.separator = separator;
    }

    public static List<Line> read(String text) {
        return read(text, ',');
    }

    public static List<Line> read(String text, char separator) {
        return new Csv(text, separator).lines();
    }

    /** One line with its end; cells are quoted where they must be. */
    public static String line(List<String> cells) {
        return String.join(",", cells.stream().map(Csv::quoted).toList()) + "\n";
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }

    private List<Line> lines() {
        while (at < text.length()) {
            int number = line;
            List<String> cells = new ArrayList<>();
            do {
                cells.add(cell());
            } while (at < text.length() && text.charAt(at++) == separator);
            lines.add(new Line(number, cells));
        }
        return lines;
    }

    /** Up to the separator or behind the carriage return before a line's end. */
    private String cell() {
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
            }
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append(c);
                    at++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator || c == '\n') {
                return cell.toString();
            } else if (c != '\r' || at + 1 < text.length() && text.charAt(at + 1) != '\n') {
                cell.append(c);
            }
        }
        return cell.toString();
    }
}
