package juesuan.pack;

/**
 * A subject with a new name.
 *
 * @param year from which on the new name holds
 */
public record Renamed(String code, String before, String now, int year) {
}
