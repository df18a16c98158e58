/**
 * Is this a file that all programs read alike? Refuses, in one sentence, what Excel and the program would read
 * differently, and mends what only the program would stumble over.
 */
package juesuan.workbook.intake;
