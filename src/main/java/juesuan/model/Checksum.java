package juesuan.model;

import java.util.HexFormat;

/** SHA-256, as other programs print it. */
public final class Checksum {

    private Checksum() {
    }

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(Fingerprint.sha256().digest(content));
    }
}
