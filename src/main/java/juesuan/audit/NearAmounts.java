package juesuan.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.model.Entry;
import juesuan.model.Money;
import juesuan.model.MoneyUnit;
import juesuan.model.Value;
import juesuan.pack.RuleSpec;
import juesuan.pack.TextPattern;

/**
 * An amount in a text that is no figure of the workbook, but has the digits of one with the point elsewhere, another
 * unit, or two digits swapped. Short numbers meet by chance, so what stands elsewhere needs more digits in common.
 */
final class NearAmounts implements Check {

    private static final String AMOUNT = "(?<![-+×*/±≥≤＜＞<>])" + "{数} ?(万元|亿元|元)(?!/|／|以)";
    /** Digits in common with a figure of the same row or 自评表, and with one from anywhere. */
    private static final int OWN = 3;
    private static final int ANY = 5;
    /** Where one digit may be another, one left out, or one too many. */
    private static final int OWN_TYPO = 6;
    private static final int ANY_TYPO = 7;

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        Pattern amount = TextPattern.of(AMOUNT, books.accounts().year());
        Figures all = new Figures();
        books.all().forEach(tab -> all(tab).forEach(all::add));
        books.reasons().forEach(reason -> of(reason).forEach(all::add));
        Map<Passage, Reason> reasons = new HashMap<>();
        books.reasons().forEach(reason -> reasons.put(reason.passage(), reason));
        for (Passage passage : books.passages()) {
            List<String> wrong = new ArrayList<>();
            Matcher found = amount.matcher(passage.text());
            Optional<Figures> own = Optional.empty();
            while (found.find()) {
                if (own.isEmpty()) {
                    own = Optional.of(own(passage, Optional.ofNullable(reasons.get(passage))));
                }
                wrong(found, own.get(), all).ifPresent(wrong::add);
            }
            if (!wrong.isEmpty()) {
                tally.failed(AuditWording.named(rule, passage.figure().named() + "里有" + String.join("、", wrong), List.of(passage.figure())));
            }
        }
    }

    private static Optional<String> wrong(Matcher found, Figures own, Figures all) {
        int places = found.group(2).equals("亿元") ? 8 : found.group(2).equals("万元") ? 4 : 0;
        Typed typed = Typed.of(found.group(1));
        return own.near(typed.number(), places, OWN, OWN_TYPO).or(() -> all.near(typed.number(), places, ANY, ANY_TYPO))
            .filter(near -> !all.has(typed, places)).map(figure -> "“" + found.group() + "”，" + figure);
    }

    private static List<Amount> all(SubmittedSheet tab) {
        List<Amount> amounts = new ArrayList<>();
        tab.areas().forEach(area -> area.all().forEach(row -> row.entries().forEach((column, entry) ->
            area.figure(row, column).filter(figure -> figure.money().isPresent() && entry instanceof Entry.Number)
                .ifPresent(figure -> amounts.add(new Amount(((Entry.Number) entry).number(), figure::named))))));
        return amounts;
    }

    private static List<Amount> of(Reason reason) {
        List<Amount> amounts = new ArrayList<>();
        Map.of("本年数", reason.change().current(), "基数", reason.change().base(), "增减额", reason.change().amount()).forEach((name, value) -> {
            if (value instanceof Value.Known known) {
                amounts.add(new Amount(known.number().abs(), () -> reason.item() + "的" + name));
            }
        });
        return amounts;
    }

    private static Figures own(Passage passage, Optional<Reason> reason) {
        Figures own = new Figures();
        reason.ifPresent(r -> of(r).forEach(own::add));
        if (passage.tab().spec().fixedUnit().isPresent()) {
            all(passage.tab()).forEach(own::add);
        }
        return own;
    }

    private record Amount(BigDecimal yuan, Supplier<String> name) {
    }

    /** Amounts by their digits, in 元 and as printed in 万元. */
    private static final class Figures {

        private final Map<String, List<Amount>> byDigits = new HashMap<>();
        private final List<Amount> amounts = new ArrayList<>();

        void add(Amount amount) {
            if (amount.yuan().signum() != 0) {
                amounts.add(amount);
                String exact = Typed.digits(amount.yuan());
                String printed = Typed.digits(wan(amount));
                byDigits.computeIfAbsent(exact, key -> new ArrayList<>()).add(amount);
                if (!printed.equals(exact)) {
                    byDigits.computeIfAbsent(printed, key -> new ArrayList<>()).add(amount);
                }
            }
        }

        private static BigDecimal wan(Amount amount) {
            return new Money(amount.yuan()).printedWan();
        }

        boolean has(Typed typed, int places) {
            return amounts.stream().anyMatch(amount -> typed.is(amount.yuan().abs().movePointLeft(places))
                || places == 4 && typed.is(wan(amount).abs()));
        }

        Optional<String> near(BigDecimal number, int places, int least, int typo) {
            String digits = Typed.digits(number);
            if (digits.length() < least) {
                return Optional.empty();
            }
            Optional<String> moved = byDigits.getOrDefault(digits, List.of()).stream().findFirst()
                .map(amount -> "与" + shown(amount) + "数字相同，小数点或者单位不同");
            if (moved.isPresent() || digits.length() <= least) {
                return moved;
            }
            for (int i = 0; i + 1 < digits.length(); i++) {
                String swapped = digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2);
                Optional<String> found = swapped.equals(digits) ? Optional.empty()
                    : byDigits.getOrDefault(swapped, List.of()).stream().filter(amount -> isAsLarge(amount, number, places)).findFirst()
                        .map(amount -> "与" + shown(amount) + "只有两位数字颠倒");
                if (found.isPresent()) {
                    return found;
                }
            }
            return digits.length() < typo ? Optional.empty()
                : byDigits.entrySet().stream().filter(entry -> isTypo(digits, entry.getKey())).flatMap(entry -> entry.getValue().stream())
                    .findFirst().map(amount -> "与" + shown(amount) + "只差一位数字");
        }

        private static boolean isTypo(String a, String b) {
            if (Math.abs(a.length() - b.length()) > 1) {
                return false;
            }
            int from = 0;
            while (from < Math.min(a.length(), b.length()) && a.charAt(from) == b.charAt(from)) {
                from++;
            }
            int tail = 0;
            while (tail < Math.min(a.length(), b.length()) - from && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
                tail++;
            }
            return from > 0 && Math.max(a.length(), b.length()) - from - tail == 1;
        }

        private static boolean isAsLarge(Amount amount, BigDecimal number, int places) {
            BigDecimal yuan = number.movePointRight(places);
            return yuan.compareTo(amount.yuan().abs().movePointLeft(1)) > 0 && yuan.compareTo(amount.yuan().abs().movePointRight(1)) < 0;
        }

        private static String shown(Amount amount) {
            return amount.name().get() + "（" + AuditWording.number(wan(amount).movePointRight(4), Optional.of(MoneyUnit.WAN)) + " 万元）";
        }
    }
}
