/** The package on disk: written beside its place and moved there as a whole, or not at all. */
package juesuan.publish;
