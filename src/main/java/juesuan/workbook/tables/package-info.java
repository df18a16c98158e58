/** The published tables as a workbook. */
package juesuan.workbook.tables;
