package juesuan.render;

/**
 * A file that the PDF carries.
 *
 * @param name as a reader shows it
 * @param type MIME type
 * @param description what it is, in a few words
 * @param relationship to the document, of those that PDF/A-3 knows: {@code Data}, {@code Source}, …
 */
public record Attachment(String name, String type, String description, String relationship, byte[] content) {
}
