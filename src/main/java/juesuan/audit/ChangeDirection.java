package juesuan.audit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.audit.Clauses.Clause;
import juesuan.model.Value;
import juesuan.pack.RuleSpec;
import juesuan.pack.TextPattern;

/**
 * What a reason says goes up or down, against what its figure did. A reason may well speak of both (“人员减少，经费增加”),
 * of people instead of money, or of last year: it is wrong only when all that it says of money this year points the
 * other way, or when it names its own figure with the other word.
 */
final class ChangeDirection implements Check {

    private static final int NEAR = 8;
    /** 追加的预算, 压减下来的资金, 取消公务用车后: behind the word. */
    private static final Pattern CALLED = Pattern.compile("^[^的]{0,8}的(?!主要|原因|是)|(?<![今落])后(?![勤续期])");
    /** What may stand behind the word, or behind the money it is done to, besides their size. */
    private static final Pattern SIZE = Pattern.compile("(?:额度?|标准|规模|比例|基数|幅度|力度|安排|较[多大少快高低]|明显|所致|较为|有限|了|为|约|近|达|等|的(?:主要)?原因.*|用于.*|以.*|[^\\p{IsHan}])*"
        + "(?:万|亿)?元?(?:左右|以上|以内)?");

    /** What may stand before the word and names nothing. */
    private static final String FILLERS = "有所|略有|略|大幅度?|小幅|明显|相应|总体|均|共|的|也|故|因此|因而|所以|从而";

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        int year = books.accounts().year();
        Words words = new Words(TextPattern.of(rule.with().get("增"), year), TextPattern.of(rule.with().get("减"), year),
            TextPattern.of("(?:" + rule.with().get("钱") + ")", year), TextPattern.of(rule.with().get("持平"), year),
            WholeClauses.of(rule, year), year);
        for (Reason reason : books.reasons()) {
            Optional<String> wrong = reason.change().isKnown() ? words.wrong(reason) : Optional.empty();
            wrong.ifPresent(what -> tally.failed(AuditWording.named(rule, reason.passage().figure().named() + "里写“"
                + what + "”，" + did(reason), List.of(reason.passage().figure()))));
        }
    }

    private static String did(Reason reason) {
        String than = reason.item() + "比" + reason.change().compare().basis();
        return switch (reason.change().direction()) {
            case 1 -> than + "是增加的";
            case -1 -> than + "是减少的";
            default -> reason.item() + "与" + reason.change().compare().basis() + (reason.change().isNone() ? "持平" : "基本持平");
        };
    }

    private record Words(Pattern up, Pattern down, Pattern money, Pattern flat, WholeClauses whole, int year) {

        Optional<String> wrong(Reason reason) {
            int direction = reason.change().direction();
            Optional<String> none = saysNone(reason);
            if (direction == 0 || none.isPresent()) {
                return direction == 0 ? oneWay(reason) : none;
            }
            Pattern right = direction > 0 ? up : down;
            Pattern wrong = direction > 0 ? down : up;
            Optional<String> own = own(reason, wrong).or(() -> stated(reason, wrong, right));
            if (own.isPresent()) {
                return own;
            }
            Optional<String> first = Optional.empty();
            boolean any = false;
            boolean ofAnother = false;
            for (Clause clause : Clauses.of(reason.text())) {
                String text = whole.basis().without(clause.text());
                if (right.matcher(text).find() || isPast(text)) {
                    return Optional.empty();
                }
                if (whole.basis().isOther(clause.text(), reason)) {
                    continue;
                }
                boolean goes = wrong.matcher(text).find();
                // “接待批次增加，同比增长8%”: of the batches, which were named before.
                boolean bareToo = !ofAnother || startsSentence(reason.text(), clause);
                first = first.or(() -> ofMoney(text, wrong, bareToo).map(found -> clause.text().strip()));
                any |= goes;
                ofAnother = goes || ofAnother && !startsSentence(reason.text(), clause);
            }
            return any ? first : flat(reason);
        }

        /** “同比增长8.4%” and “较上年减少”, said of the whole figure: no other clause makes that right. */
        private Optional<String> stated(Reason reason, Pattern wrong, Pattern right) {
            for (Clause clause : whole.in(reason)) {
                String text = whole.basis().without(clause.text());
                boolean says = whole.basis().isNamed(clause.text()) || whole.size().matcher(text).find();
                boolean contradicts = wrong.matcher(text).find() && !right.matcher(text).find() || flat.matcher(clause.text()).find();
                if (says && contradicts) {
                    return Optional.of(clause.text().strip());
                }
            }
            return Optional.empty();
        }

        private static boolean startsSentence(String text, Clause clause) {
            return clause.start() == 0 || "。；！？\n".indexOf(text.charAt(clause.start() - 1)) >= 0;
        }

        /** Nothing changed, and the text prints why something did. */
        private Optional<String> oneWay(Reason reason) {
            boolean ups = false;
            boolean downs = false;
            Optional<String> first = Optional.empty();
            for (Clause clause : Clauses.of(reason.text())) {
                String text = whole.basis().without(clause.text());
                if (isPast(text) || flat.matcher(clause.text()).find()) {
                    return Optional.empty();
                }
                ups |= up.matcher(text).find();
                downs |= down.matcher(text).find();
                first = first.or(() -> ofMoney(text, up, true).or(() -> ofMoney(text, down, true)).map(found -> clause.text().strip()));
            }
            return reason.printed() && ups != downs ? first : Optional.empty();
        }

        private Optional<String> flat(Reason reason) {
            Matcher found = flat.matcher(reason.text());
            return found.find() ? Optional.of(found.group()) : Optional.empty();
        }

        /** “基本支出比上年有所减少”, its own name with the wrong word. */
        private Optional<String> own(Reason reason, Pattern wrong) {
            Pattern own = reason.named("(?:决算数?|总额|总体|经费|支出|收入|" + FILLERS + "|" + (Basis.isBudget(reason) ? whole.basis().budget() : whole.basis().lastYear()).pattern() + ")*(" + wrong + ")(?!的原因)", year);
            Matcher found = own.matcher(reason.text());
            return found.find() ? Optional.of(found.group()) : Optional.empty();
        }

        /** “本年度无此项收入” where there is some. */
        private Optional<String> saysNone(Reason reason) {
            if (isPast(reason.text().replaceAll("[\\n]", ""))) {
                return Optional.empty();
            }
            Pattern none = TextPattern.of("(?:本年度?|今年|{年度}年度?)(?:和上年度?)?(?:均|也)?(?:无|没有|未发生|没有发生)(?:此项|该项|"
                + Pattern.quote(reason.item()) + ")(?:收入|支出)?", year);
            Matcher found = none.matcher(reason.text());
            boolean something = reason.change().current() instanceof Value.Known known && known.number().signum() != 0;
            return something && found.find() ? Optional.of(found.group()) : Optional.empty();
        }

        /** Money that goes that way, or, if that may be meant, a bare “比上年减少”. */
        private Optional<String> ofMoney(String clause, Pattern way, boolean bareToo) {
            Matcher word = way.matcher(clause);
            while (word.find()) {
                boolean negated = clause.substring(0, word.start()).matches(".*(?:未|不|没有|避免|防止|无需|控制)");
                if (isAction(clause, word)) {
                    continue;
                }
                Matcher before = money.matcher(clause.substring(0, word.start()));
                Matcher after = money.matcher(clause.substring(word.end()));
                int last = -1;
                while (before.find()) {
                    last = before.end();
                }
                boolean bare = bareToo && clause.substring(0, word.start()).replaceAll("(?:" + FILLERS + "|\\s)", "").isEmpty();
                if (!negated && (last >= 0 && word.start() - last <= NEAR || after.find() || bare)) {
                    return Optional.of(clause.strip());
                }
            }
            return Optional.empty();
        }

        /**
         * What somebody does, or what money is called, and not where the money went: “加大统筹力度”, “增加视频会议”,
         * “节约的资金用于设备更新”, “追加资金下达较晚”. Only money named before the word, or as what it is done to, goes that way.
         */
        private boolean isAction(String clause, Matcher word) {
            String rest = clause.substring(word.end());
            if (money.matcher(clause.substring(0, word.start())).find()) {
                return false;
            }
            if (CALLED.matcher(rest).find() || word.group().equals("结余") && money.matcher(rest).lookingAt()) {
                return true;
            }
            Matcher object = money.matcher(rest);
            int end = -1;
            while (object.find()) {
                end = object.end();
            }
            return !SIZE.matcher(rest.substring(Math.max(end, 0))).matches();
        }

        private boolean isPast(String clause) {
            return clause.matches(".*(?:上年|去年|上一年|往年|以前年度|前几年|" + (year - 1) + "年).*");
        }
    }
}
