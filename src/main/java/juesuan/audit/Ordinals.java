package juesuan.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.pack.RuleSpec;

/** 一是, 二是, 四是: a number left out or written twice. Only lists that begin with one, at the beginning of a sentence. */
final class Ordinals implements Check {

    private static final String BEGIN = "(?:^|(?<=[。；：，\\n]))[ 　]*";
    private static final Map<Pattern, ToIntFunction<String>> KINDS = Map.of(
        Pattern.compile(BEGIN + "([一二三四五六七八九十]{1,3})是(?!指)"), Ordinals::chinese,
        Pattern.compile(BEGIN + "[（(]([一二三四五六七八九十]{1,3})[）)]"), Ordinals::chinese,
        Pattern.compile("(?:^|\\n)[ 　]*([一二三四五六七八九十]{1,3})、"), Ordinals::chinese,
        Pattern.compile("(?:^|(?<=[。；：\\n]))[ 　]*([0-9]{1,2})[.．、](?![0-9])"), Integer::parseInt,
        Pattern.compile("(?:^|(?<=[。；：，\\n]))[ 　]*[（(]([0-9]{1,2})[）)]"), Integer::parseInt);

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        for (Passage passage : books.passages()) {
            List<String> wrong = KINDS.entrySet().stream().flatMap(kind -> gap(passage, kind.getKey(), kind.getValue()).stream()).sorted().toList();
            if (!wrong.isEmpty()) {
                tally.failed(AuditWording.named(rule, passage.figure().named() + "里" + String.join("，", wrong), List.of(passage.figure())));
            }
        }
    }

    private static Optional<String> gap(Passage passage, Pattern kind, ToIntFunction<String> number) {
        Matcher ordinal = kind.matcher(passage.text());
        int before = 0;
        String last = "";
        while (ordinal.find()) {
            int now = number.applyAsInt(ordinal.group(1));
            if (before == 0 && now != 1) {
                return Optional.empty();
            }
            if (now != 1 && now != before + 1) {
                return Optional.of("“" + last + "”后面是" + passage.quote(ordinal.start(), ordinal.end()));
            }
            before = now;
            last = AuditWording.visible(ordinal.group()).strip();
        }
        return Optional.empty();
    }

    /** 一 to 九十九. */
    private static int chinese(String text) {
        String digits = "零一二三四五六七八九";
        int ten = text.indexOf('十');
        if (ten < 0) {
            return digits.indexOf(text.charAt(text.length() - 1));
        }
        int tens = ten == 0 ? 1 : digits.indexOf(text.charAt(ten - 1));
        return tens * 10 + (ten + 1 < text.length() ? digits.indexOf(text.charAt(ten + 1)) : 0);
    }
}
