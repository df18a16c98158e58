package juesuan.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import juesuan.model.Maker;
import juesuan.pack.Pack;
import juesuan.render.Renderer;

/** This program, as it names itself in what it makes. */
final class Product {

    private static final String NAME = "juesuan";
    /** Classes that were never packed have no version. */
    private static final String UNRELEASED = "开发版";

    private Product() {
    }

    static Maker with(Pack pack, Renderer renderer) {
        String version = Product.class.getPackage().getImplementationVersion();
        return new Maker(new Maker.Part(NAME, version == null ? UNRELEASED : version, fingerprint()), pack.id(),
            new Maker.Part(pack.name(), pack.version(), pack.resources().fingerprint()), renderer.fontsFingerprint());
    }

    /** The build takes it of all sources; what an editor compiled has none. */
    private static String fingerprint() {
        try (InputStream built = Product.class.getResourceAsStream("product.properties")) {
            Properties properties = new Properties();
            if (built != null) {
                properties.load(built);
            }
            return properties.getProperty("sha256", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
