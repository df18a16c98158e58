package juesuan.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.model.Edition;

/**
 * A sentence of a paragraph.
 *
 * @param last whether the paragraph ends with it
 */
record PrintedSentence(String text, boolean last, List<Edition.Figure> figures) {

    /** Closing marks belong to the sentence before. */
    private static final Pattern END = Pattern.compile("[。！？]+[”’）》」』]*");

    PrintedSentence {
        figures = List.copyOf(figures);
    }

    static List<PrintedSentence> of(Optional<Edition.Section> section) {
        List<PrintedSentence> sentences = new ArrayList<>();
        section.ifPresent(s -> s.paragraphs().forEach(paragraph -> split(paragraph, sentences)));
        return sentences;
    }

    private static void split(Edition.Paragraph paragraph, List<PrintedSentence> sentences) {
        String text = paragraph.text();
        Matcher end = END.matcher(text);
        int from = 0;
        while (from < text.length()) {
            int to = end.find(from) ? end.end() : text.length();
            int first = text.codePointCount(0, from);
            int after = text.codePointCount(0, to);
            sentences.add(new PrintedSentence(text.substring(from, to), to == text.length(), paragraph.figures().stream()
                .filter(figure -> figure.start() >= first && figure.start() < after).toList()));
            from = to;
        }
    }

    /** Where a sentence stands does not matter, nor the labels of equal figures. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PrintedSentence sentence && text.equals(sentence.text) && last == sentence.last;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    static int likeness(PrintedSentence was, PrintedSentence now) {
        return was.equals(now) ? Pairing.EQUAL : Math.min(Likeness.of(was.text, now.text), Pairing.EQUAL - 1);
    }
}
