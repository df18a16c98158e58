package juesuan.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A published schema, and what it finds wrong with a file. */
public record SchemaFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static SchemaFile data() {
        return new SchemaFile(Path.of("docs/data.schema.json"));
    }

    public static SchemaFile manifest() {
        return new SchemaFile(Path.of("docs/manifest.schema.json"));
    }

    public static SchemaFile compare() {
        return new SchemaFile(Path.of("docs/compare.schema.json"));
    }

    public List<String> problems(byte[] json) {
        try {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(path));
            return schema.validate(JSON.readTree(json)).stream().map(ValidationMessage::getMessage).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
