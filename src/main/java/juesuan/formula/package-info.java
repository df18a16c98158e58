/** The small arithmetic in which figures and rules are written: labels, numbers, + - * /, sum, and comparisons. */
package juesuan.formula;
