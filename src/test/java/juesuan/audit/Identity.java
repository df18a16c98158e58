package juesuan.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** One entry of the list {@code audit/identities.txt}: how each known identity is kept. */
record Identity(String id, String relation, List<String> keepers, String remark) {

    static List<Identity> all() {
        try (InputStream in = Identity.class.getResourceAsStream("/audit/identities.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Identity::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Identity of(String line) {
        List<String> parts = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        return new Identity(parts.get(0), parts.get(1), List.of(parts.get(2).split(" ")), parts.get(3));
    }
}
