package juesuan.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import juesuan.layout.DocumentMaker;
import juesuan.model.Accounts;
import juesuan.model.Document;
import juesuan.model.Grid;
import juesuan.model.Run;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;

/** A document and its page for browsers. */
record WebSample(Document document, byte[] bytes) {

    static final List<String> BESIDE = List.of("部门决算.pdf", "决算公开表.xlsx", "data.csv", "data.json");

    static WebSample of(Sample sample) {
        return of(sample, Samples.pack(sample.pack()));
    }

    static WebSample of(Sample sample, Pack pack) {
        Accounts accounts = SampleAccounts.of(sample, pack);
        Document document = DocumentMaker.make(pack, accounts, Narrator.compute(accounts, pack), true);
        return new WebSample(document, new Renderer(pack, Optional.empty()).html(document, BESIDE));
    }

    String html() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The figures of the summary, in the order of reading. */
    List<Run.Figure> summary() {
        return figures(document.online().summary().stream());
    }

    /** The figures of the text, in the order of reading. */
    List<Run.Figure> figures() {
        return figures(document.parts().stream());
    }

    /** What the page says of the origin of a figure, to everybody. */
    String origin(Run.Figure figure) {
        return figure.origin(document.online().sources(figure.value().cells()));
    }

    private static List<Run.Figure> figures(Stream<Document.Part> parts) {
        return parts.flatMap(part -> part.allSections().stream()).flatMap(section -> section.paragraphs().stream())
            .flatMap(paragraph -> paragraph.runs().stream()).flatMap(run -> run instanceof Run.Figure figure ? Stream.of(figure) : Stream.empty()).toList();
    }

    /** The numbers of the tables and forms, in the order of reading. */
    List<Grid.Cell> numbers() {
        return document.parts().stream().flatMap(part -> Stream.concat(part.tables().stream().map(Document.Table::grid),
                part.forms().stream().flatMap(form -> form.grids().stream())))
            .flatMap(grid -> grid.body().stream()).flatMap(line -> line.cells().stream()).filter(cell -> cell.figure().isPresent()).toList();
    }
}
