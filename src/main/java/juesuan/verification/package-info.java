/** Whether a published folder is what its list says, and what its workbook gives. */
package juesuan.verification;
