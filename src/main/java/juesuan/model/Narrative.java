package juesuan.model;

import java.util.List;
import java.util.Optional;

/**
 * The text of the disclosure with every figure computed, and what kept a sentence from being complete.
 *
 * @param title of the document
 * @param parts by the file of their declaration
 * @param summary in plain words, for the web edition
 */
public record Narrative(String title, List<Part> parts, Optional<Part> summary, List<Finding> findings) {

    /** @param file the declaration it was written from */
    public record Part(String file, String title, List<Section> sections) {
        public Part {
            sections = List.copyOf(sections);
        }
    }

    public Narrative {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }
}
