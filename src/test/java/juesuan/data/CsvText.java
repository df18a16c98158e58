package juesuan.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CSV read back after RFC 4180, by the names in its first line. */
public record CsvText(List<Map<String, String>> rows) {

    public static CsvText of(byte[] csv) {
        List<List<String>> lines = lines(new String(csv, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
        List<String> names = lines.remove(0);
        return new CsvText(lines.stream().map(line -> {
            if (line.size() != names.size()) {
                throw new AssertionError(names.size() + " columns expected in " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), line.get(i));
            }
            return row;
        }).toList());
    }

    private static List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                line.add(field.toString());
                field.setLength(0);
            } else if (!quoted && c == '\n') {
                lines.add(line);
                line = new ArrayList<>();
            } else {
                field.append(c);
            }
        }
        return lines;
    }
}
