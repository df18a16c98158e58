/** Writes the blank workbook and reads the filled one, both from the pack's sheet declarations. */
package juesuan.workbook;
