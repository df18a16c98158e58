/**
 * A region's and year's rules of the house, all data: tables, sheets, wording, number style, codes.
 * A wrong pack is refused with file and line before any workbook is touched.
 */
package juesuan.pack;
