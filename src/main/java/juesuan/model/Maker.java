package juesuan.model;

/**
 * What made a package: the same workbook, made by the same maker, gives the same bytes.
 *
 * @param product name of this program
 * @param version of this program
 * @param pack id of the pack
 * @param packName shown to people
 * @param packVersion of the pack, SemVer
 * @param packSha256 over all files of the pack and of the packs it extends
 */
public record Maker(String product, String version, String pack, String packName, String packVersion, String packSha256) {
}
