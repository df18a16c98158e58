/** The clerk's workbook with what was found marked in it, and nothing else changed. */
package juesuan.workbook.mark;
