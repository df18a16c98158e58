/** What differs between two disclosures, whether they are workbooks or packages: brings them to what {@code compare} compares. */
package juesuan.comparing;
