package juesuan.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import juesuan.pack.RuleSpec;

/** Brackets, quotes and book-title marks that lack their other half, or have one of another kind. */
final class Pairs implements Check {

    private static final String OPEN = "（(《〈“‘【〔［[";
    private static final String CLOSE = "）)》〉”’】〕］]";
    /** Before the bracket of an ordinal: 1）, a), 一）. */
    private static final Pattern ORDINAL = Pattern.compile("(?s)(?:.*[\\s。；，：、])?(?:[0-9]{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,2}|[①-⑳])");

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        for (Passage passage : books.passages()) {
            List<String> wrong = wrong(passage);
            if (!wrong.isEmpty()) {
                tally.failed(AuditWording.named(rule, passage.figure().named() + "里" + String.join("，", wrong), List.of(passage.figure())));
            }
        }
    }

    private static List<String> wrong(Passage passage) {
        String text = passage.text();
        List<String> wrong = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuoteAgain(text, open, i)) {
                wrong.add(passage.quote(open.peek(), i + 1) + "的引号两边都是左半边");
                open.pop();
            } else if (OPEN.indexOf(c) >= 0) {
                open.push(i);
            } else if (CLOSE.indexOf(c) >= 0 && !isApostrophe(text, i)) {
                close(passage, open, i, wrong);
            }
        }
        open.descendingIterator().forEachRemaining(i -> wrong.add(passage.quote(i, i + 1) + "缺右半边"));
        return wrong;
    }

    private static void close(Passage passage, Deque<Integer> open, int at, List<String> wrong) {
        String text = passage.text();
        if (open.isEmpty()) {
            boolean bracket = text.charAt(at) == '）' || text.charAt(at) == ')';
            if (!bracket || !ORDINAL.matcher(text.substring(0, at)).matches()) {
                wrong.add(passage.quote(at, at + 1) + "缺左半边");
            }
            return;
        }
        int last = open.peek();
        int kind = CLOSE.indexOf(text.charAt(at));
        if (OPEN.indexOf(text.charAt(last)) == kind) {
            open.pop();
        } else if (isRound(text.charAt(last)) && isRound(text.charAt(at))) {
            open.pop();
            wrong.add(passage.quote(last, at + 1) + "的括号一半全角、一半半角");
        } else if (open.stream().anyMatch(i -> OPEN.indexOf(text.charAt(i)) == kind)) {
            while (OPEN.indexOf(text.charAt(open.peek())) != kind) {
                int lost = open.pop();
                wrong.add(passage.quote(lost, lost + 1) + "缺右半边");
            }
            open.pop();
        } else {
            wrong.add(passage.quote(at, at + 1) + "缺左半边");
        }
    }

    /** “甲“: the second should have been the right half. */
    private static boolean isQuoteAgain(String text, Deque<Integer> open, int at) {
        return text.charAt(at) == '“' && !open.isEmpty() && text.charAt(open.peek()) == '“';
    }

    private static boolean isRound(char c) {
        return c == '（' || c == '(' || c == '）' || c == ')';
    }

    private static boolean isApostrophe(String text, int at) {
        return text.charAt(at) == '’' && at > 0 && text.charAt(at - 1) < 0x80;
    }
}
