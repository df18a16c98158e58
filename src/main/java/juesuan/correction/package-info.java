/** Publishing again what was published before, with what was wrong and why. */
package juesuan.correction;
