package juesuan.render;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/**
 * Where a line may end (标点避头尾, GB/T 15834): anywhere between Chinese characters, but a number
 * keeps its sign, digits and per cent, no line starts with a closing mark or ends with an opening
 * one, “——” and “……” stay in one piece, and the last line has more than one character of its own.
 * Java's own rules part the minus from its number, and change from one JDK to the next.
 */
final class ChineseLineBreaks implements FSTextBreaker {

    private static final String NEVER_FIRST = "、，。．；：！？）〕］｝】〗》〉」』”’％‰℃·・～〜!),.:;?]}%";
    private static final String NEVER_LAST = "（〔［｛【〖《〈「『“‘￥([{";
    private static final String UNBROKEN_PAIRS = "—…";
    private static final String BREAK_IN_ADDRESSES = "/?&=";

    private static final int LEAST_ON_THE_LAST_LINE = 2;

    private String text = "";
    private int position;
    /** Behind it no line ends any more: what is left would be lonely. */
    private int lastBreak;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
        lastBreak = lastBreak(newText);
    }

    private static int lastBreak(String text) {
        int characters = 0;
        for (int i = text.length() - 1; i > 0; i--) {
            char c = text.charAt(i);
            boolean counts = !Character.isWhitespace(c) && !Character.isLowSurrogate(c) && NEVER_FIRST.indexOf(c) < 0
                && Character.getType(c) != Character.NON_SPACING_MARK;
            if (counts && ++characters == LEAST_ON_THE_LAST_LINE) {
                return i;
            }
        }
        return 0;
    }

    @Override
    public int next() {
        if (position >= text.length()) {
            return BreakIterator.DONE;
        }
        do {
            position++;
        } while (position < text.length() && (position > lastBreak || !mayBreak(text.charAt(position - 1), text.charAt(position))));
        return position;
    }

    private static boolean mayBreak(char before, char after) {
        if (after == ' ' || isNoBreakSpace(before) || isNoBreakSpace(after)
                || Character.isLowSurrogate(after) || Character.getType(after) == Character.NON_SPACING_MARK) {
            return false;
        }
        if (before == ' ') {
            return true;
        }
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0
                || before == after && UNBROKEN_PAIRS.indexOf(before) >= 0) {
            return false;
        }
        boolean inWord = isAscii(before) && isAscii(after);
        return !inWord || BREAK_IN_ADDRESSES.indexOf(before) >= 0 && Character.isLetter(after);
    }

    private static boolean isNoBreakSpace(char c) {
        return c == '\u00A0' || c == '\u2060';
    }

    private static boolean isAscii(char c) {
        return c > ' ' && c < 0x7F;
    }
}
