/** Two disclosures, or two workbooks, and what differs between them: by identity, not by position, where there is one. */
package juesuan.compare;
