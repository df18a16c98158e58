package juesuan.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.Checks;
import juesuan.model.Checksum;
import juesuan.model.Maker;
import juesuan.model.UserError;

/** A manifest as JSON, with a checksum over itself. */
public final class ManifestJson {

    private static final String FORMAT = "juesuan-manifest";
    private static final int VERSION = 1;
    private static final String CHECKSUM = "checksum";
    private static final String UNKNOWN = "0".repeat(64);
    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestJson() {
    }

    public static byte[] write(Manifest manifest) {
        ObjectNode root = JSON.createObjectNode();
        Maker maker = manifest.maker();
        root.put("format", FORMAT).put("formatVersion", VERSION);
        part(root.putObject("product"), maker.product());
        part(root.putObject("pack").put("id", maker.packId()), maker.pack());
        root.putObject("fonts").put("sha256", maker.fonts());
        root.put("title", manifest.title()).put("department", manifest.department()).put("year", manifest.year())
            .put("revision", manifest.revision()).put("generatedAt", manifest.generatedAt().toString());
        root.putObject("workbook").put("sha256", manifest.workbook().sha256()).put("size", manifest.workbook().size());
        audit(root.putObject("audit"), manifest.audit());
        ArrayNode files = root.putArray("files");
        manifest.files().forEach(file -> files.addObject().put("name", file.name()).put("size", file.size())
            .put("sha256", file.sha256()));
        manifest.corrects().ifPresent(corrects -> root.putObject("corrects").put("revision", corrects.revision())
            .put("manifestSha256", corrects.manifestSha256()).put("reason", corrects.reason()));
        root.put(CHECKSUM, UNKNOWN);
        String text = JsonText.of(root);
        return with(text, UNKNOWN, Checksum.of(text.getBytes(StandardCharsets.UTF_8))).getBytes(StandardCharsets.UTF_8);
    }

    private static void part(ObjectNode node, Maker.Part part) {
        node.put("name", part.name()).put("version", part.version()).put("sha256", part.sha256());
    }

    private static void audit(ObjectNode node, Manifest.Audit audit) {
        Checks checks = audit.checks();
        node.putObject("checks").put("run", checks.run()).put("passed", checks.passed()).put("failed", checks.failed())
            .put("skipped", checks.skipped());
        node.putObject("findings").put("error", audit.errors()).put("warning", audit.warnings()).put("info", audit.infos());
        ArrayNode accepted = node.putArray("accepted");
        audit.accepted().forEach(exception -> accepted.addObject().put("rule", exception.rule())
            .put("message", exception.message()).put("reason", exception.reason()));
    }

    /** Whether the bytes are those that were written. */
    static boolean isWhole(byte[] bytes, JsonNode root) {
        String checksum = root.path(CHECKSUM).asText();
        // Byte for byte: what is no UTF-8 must count as well.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return checksum.length() == UNKNOWN.length() && text.contains(checksum)
            && Checksum.of(with(text, checksum, UNKNOWN).getBytes(StandardCharsets.ISO_8859_1)).equals(checksum);
    }

    private static String with(String text, String checksum, String other) {
        int at = text.lastIndexOf(checksum);
        return text.substring(0, at) + other + text.substring(at + checksum.length());
    }

    /**
     * Empty when the file was changed since it was written, in whatever way.
     *
     * @throws UserError when a later version wrote it
     */
    static Optional<Manifest> read(byte[] bytes) {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root == null || !root.path("format").asText().equals(FORMAT) || !isWhole(bytes, root)) {
                return Optional.empty();
            }
            if (root.path("formatVersion").asInt() != VERSION) {
                throw new UserError("manifest.json 的格式是第 " + root.path("formatVersion").asText() + " 版，这个程序只认得第 "
                    + VERSION + " 版，请用生成它的程序（" + root.path("product").path("version").asText() + "）或更新的程序核对。");
            }
            return Optional.of(manifest(root));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Manifest manifest(JsonNode root) {
        JsonNode pack = root.path("pack");
        Maker maker = new Maker(part(root.path("product")), text(pack, "id"), part(pack), text(root.path("fonts"), "sha256"));
        List<Manifest.Content> files = new ArrayList<>();
        root.path("files").forEach(file -> files.add(content(file)));
        return new Manifest(maker, text(root, "title"), text(root, "department"), root.path("year").asInt(),
            root.path("revision").asInt(), Instant.parse(text(root, "generatedAt")), content(root.path("workbook")),
            audit(root.path("audit")), files, corrects(root.path("corrects")));
    }

    private static Maker.Part part(JsonNode node) {
        return new Maker.Part(text(node, "name"), text(node, "version"), text(node, "sha256"));
    }

    private static Optional<Manifest.Corrects> corrects(JsonNode node) {
        return node.isObject() ? Optional.of(new Manifest.Corrects(node.path("revision").asInt(), text(node, "manifestSha256"),
            text(node, "reason"))) : Optional.empty();
    }

    private static Manifest.Audit audit(JsonNode audit) {
        JsonNode checks = audit.path("checks");
        JsonNode findings = audit.path("findings");
        List<Manifest.Accepted> accepted = new ArrayList<>();
        audit.path("accepted").forEach(exception -> accepted.add(new Manifest.Accepted(text(exception, "rule"),
            text(exception, "message"), text(exception, "reason"))));
        return new Manifest.Audit(new Checks(checks.path("run").asInt(), checks.path("passed").asInt(),
            checks.path("failed").asInt(), checks.path("skipped").asInt()), findings.path("error").asLong(),
            findings.path("warning").asLong(), findings.path("info").asLong(), accepted);
    }

    private static Manifest.Content content(JsonNode file) {
        return new Manifest.Content(text(file, "name"), file.path("size").asLong(), text(file, "sha256"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
