/** The document as a Word file that people may edit. Apache POI's XWPF ends here. */
package juesuan.word;
