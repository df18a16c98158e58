package juesuan.model;

import java.util.List;

/**
 * A heading with what stands under it.
 *
 * @param id anchor, unique in the document
 * @param level 1 for 一、, 2 for （一）
 * @param heading empty where the paragraphs stand directly under the part's title
 */
public record Section(String id, int level, String heading, List<Paragraph> paragraphs, List<Section> sections) {

    public Section {
        paragraphs = List.copyOf(paragraphs);
        sections = List.copyOf(sections);
    }
}
