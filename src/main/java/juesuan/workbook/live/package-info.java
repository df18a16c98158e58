/** The sheet 审核 of a blank workbook: the rules of the audit as formulas of Excel. */
package juesuan.workbook.live;
