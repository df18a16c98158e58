/**
 * The Excel workbook: writes the blank one, looks at a filled one before anything else does, and reads
 * it. Apache POI is used here and nowhere else.
 */
package juesuan.workbook;
