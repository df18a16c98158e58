package juesuan.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import juesuan.model.Accounts;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;
import org.junit.jupiter.api.Test;

class RendererTest {

    @Test
    void prints() throws Exception {
        Pack pack = Samples.pack("guangdong");
        Accounts accounts = SampleAccounts.of(Samples.longgang(), pack);
        Renderer renderer = new Renderer(pack, Optional.empty());
        assertThat(renderer.missingCharacters(accounts)).isEmpty();
        Renderer.Pdf pdf = renderer.pdf(accounts, Narrator.compute(accounts, pack), Instant.EPOCH);
        Files.write(Path.of("/tmp/out.pdf"), pdf.bytes());
        System.out.println(pdf.pages() + " " + pdf.warnings());
    }
}
