package juesuan;

import juesuan.model.Maker;
import juesuan.pack.Pack;

/** This program, as it names itself in what it makes. */
final class Product {

    private static final String NAME = "juesuan";
    /** Classes that were never packed have no version. */
    private static final String UNRELEASED = "（开发版）";

    private Product() {
    }

    static Maker with(Pack pack) {
        String version = Product.class.getPackage().getImplementationVersion();
        return new Maker(NAME, version == null ? UNRELEASED : version, pack.id(), pack.name(), pack.version(),
            pack.resources().fingerprint());
    }
}
