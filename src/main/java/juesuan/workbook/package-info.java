/**
 * The Excel workbook, in rooms: {@code intake} takes a file in, {@code read} reads it, {@code blank} writes an empty one
 * and {@code live} the audit into it, {@code mark} marks what was found, {@code tables} writes the published tables;
 * {@code sheet} is what they have in common. Apache POI reads and writes workbooks here and nowhere else.
 */
package juesuan.workbook;
