/**
 * What was submitted, found, computed and rendered: records without nulls.
 *
 * <p>Amounts are 元 everywhere in memory; 万元 exists only in the workbook and in print.
 */
package juesuan.model;
