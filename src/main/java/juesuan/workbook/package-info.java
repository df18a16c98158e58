/**
 * Writes the blank workbook and reads the filled one, both from the same declarations. The only
 * package that knows Apache POI; what leaves it are records of the model.
 */
package juesuan.workbook;
