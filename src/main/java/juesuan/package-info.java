/** The door: what can be asked of the program, and nothing of how it is done. */
package juesuan;
