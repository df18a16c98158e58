/** Finds the tables of a pack in what the clerk filled in, and makes accounts and findings of them. */
package juesuan.workbook.read;
