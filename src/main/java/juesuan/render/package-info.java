/** Accounts and text become pages: print models, Thymeleaf templates, one tagged PDF. */
package juesuan.render;
