package juesuan.model;

/**
 * What made a package: the same workbook, made by the same maker, gives the same bytes.
 *
 * @param product this program; fingerprint over its sources, so that it does not depend on who compiled them
 * @param packId id of the pack
 * @param pack fingerprint over all files of the pack and of the packs it extends
 * @param fonts fingerprint over the fonts it was printed in
 */
public record Maker(Part product, String packId, Part pack, String fonts) {

    /**
     * @param name shown to people
     * @param version SemVer
     * @param sha256 tells one state from any other; empty when there is none
     */
    public record Part(String name, String version, String sha256) {
    }
}
