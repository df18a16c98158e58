package juesuan.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import juesuan.model.Changes;

/** Changes for programs; the schema is docs/compare.schema.json. */
public final class ChangesJson {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter()
        .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private ChangesJson() {
    }

    public static byte[] of(Changes changes) {
        ObjectNode root = JSON.createObjectNode().put("format", "juesuan-compare").put("formatVersion", VERSION);
        version(root.putObject("old"), changes.from());
        version(root.putObject("new"), changes.to());
        root.put("equal", changes.isEmpty()).put("inputsCompared", changes.inputsCompared());
        ArrayNode inputs = root.putArray("inputs");
        for (Changes.Input input : changes.inputs()) {
            ObjectNode node = inputs.addObject().put("place", input.place());
            typed(node, "old", input.was());
            typed(node, "new", input.now());
        }
        ArrayNode figures = root.putArray("figures");
        for (Changes.Figure figure : changes.figures()) {
            ObjectNode node = figures.addObject().put("kind", name(figure.kind())).put("where", figure.where()).put("row", figure.row())
                .put("code", figure.code()).put("column", figure.column()).put("unit", figure.unit()).put("extent", name(figure.extent()));
            printed(node, "old", figure.was());
            printed(node, "new", figure.now());
        }
        ArrayNode texts = root.putArray("texts");
        for (Changes.Text text : changes.texts()) {
            ObjectNode node = texts.addObject().put("where", text.where()).put("what", text.what()).put("extent", name(text.extent()));
            printed(node, "old", text.was());
            printed(node, "new", text.now());
        }
        changes.remarks().forEach(root.putArray("remarks")::add);
        try {
            return (JSON.writer(PRETTY).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree in memory can always be written
        }
    }

    private static void version(ObjectNode node, Changes.Version version) {
        node.put("title", version.title()).put("department", version.department()).put("year", version.year())
            .put("revision", version.revision().orElse(null));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void typed(ObjectNode node, String field, Optional<Changes.Typed> typed) {
        typed.ifPresentOrElse(t -> node.putObject(field).put("text", t.text()).put("cell", t.cell().toString()), () -> node.putNull(field));
    }

    private static void printed(ObjectNode node, String field, Optional<Changes.Printed> printed) {
        printed.ifPresentOrElse(p -> node.putObject(field).put("text", p.text()).put("page", p.page()), () -> node.putNull(field));
    }
}
