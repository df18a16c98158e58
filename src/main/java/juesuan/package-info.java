/** The pipeline: one workbook in, one disclosure package out. */
package juesuan;
