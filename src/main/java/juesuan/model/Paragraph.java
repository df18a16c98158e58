package juesuan.model;

import java.util.List;
import java.util.stream.Collectors;

/** One printed paragraph. */
public record Paragraph(List<Run> runs) {

    public Paragraph {
        runs = List.copyOf(runs);
    }

    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
