/**
 * The published figures as data: {@code data.json} and {@code data.csv}. What they say is what the page
 * prints, never finer. Described in docs/data.schema.json.
 */
package juesuan.data;
