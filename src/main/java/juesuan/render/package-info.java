/** XHTML to PDF, in our own fonts, without a look at anything outside. Thymeleaf, OpenHTMLtoPDF and PDFBox end here. */
package juesuan.render;
