/**
 * Accounts and the pack's sentences become the text of the disclosure. Every number in it is computed
 * here, once, and leaves as a {@link juesuan.model.Run.Figure} that knows its cells.
 */
package juesuan.narrate;
