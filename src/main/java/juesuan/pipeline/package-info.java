/**
 * From a filled workbook to all editions of its disclosure. Knows nothing of corrections, comparison and verification,
 * which stand above it.
 */
package juesuan.pipeline;
