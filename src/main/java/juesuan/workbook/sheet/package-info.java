/**
 * What every room says of a sheet in the same way: labels as they are compared, widths, ranges, texts and XML, paper,
 * and the names of our own sheets.
 */
package juesuan.workbook.sheet;
