/**
 * Puts texts, tables and forms into the pack's order and every number into its printed shape, once: the
 * PDF, the web page, the workbook for the public and the data all show the same {@link juesuan.model.Document}.
 */
package juesuan.layout;
