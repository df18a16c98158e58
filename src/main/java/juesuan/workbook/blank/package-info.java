/** The blank workbook: what stands in which cell of the sheets that a pack declares, and last year's texts and figures in it. */
package juesuan.workbook.blank;
