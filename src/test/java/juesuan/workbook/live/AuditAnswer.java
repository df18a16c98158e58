package juesuan.workbook.live;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import juesuan.audit.Auditor;
import juesuan.model.Accounts;
import juesuan.model.Finding;
import juesuan.pack.Pack;
import juesuan.pack.RuleSpec;

/** What the audit says about one rule, in the words of the sheet 审核. */
record AuditAnswer(String result, List<Finding> failed) {

    private static final String ROUNDED = "，属尾数误差。";
    private static final String NUMBER = "(-?[\\d,]+(?:\\.\\d+)?)";
    private static final String TIMES = "(?: 的 (\\d+(?:\\.\\d+)?) 倍)?";
    private static final Pattern LEFT = Pattern.compile(NUMBER + TIMES + "，应");
    private static final Pattern RIGHT = Pattern.compile(NUMBER + TIMES + "(?:，相差 " + NUMBER + "(?: 万?元)?)?(?:（.*）)?。$");
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal NOISE = new BigDecimal("1E-6");

    boolean isFailed() {
        return result.equals("不通过");
    }

    static Map<String, AuditAnswer> of(Accounts accounts, Pack pack) {
        List<Finding> findings = Auditor.check(accounts, pack).findings();
        Map<String, AuditAnswer> answers = new LinkedHashMap<>();
        for (RuleSpec spec : pack.rules()) {
            if (spec.isOn() && !spec.check().isEmpty()) {
                List<Finding> own = findings.stream().filter(f -> f.rule().equals(spec.id())).toList();
                List<Finding> failed = own.stream().filter(f -> f.status() == Finding.Status.FAILED && !f.message().endsWith(ROUNDED)).toList();
                boolean skipped = own.stream().anyMatch(f -> f.status() == Finding.Status.SKIPPED);
                answers.put(spec.id(), new AuditAnswer(result(failed, skipped), failed));
            }
        }
        return answers;
    }

    private static String result(List<Finding> failed, boolean skipped) {
        return !failed.isEmpty() ? "不通过" : skipped ? "未填" : "通过";
    }

    /** How the sheet contradicts; also where both say 不通过, but of other numbers. */
    Optional<String> differs(SheetAnswer sheet) {
        if (!sheet.result().equals(result)) {
            return Optional.of("审核页 " + sheet + "，程序 " + result + " " + failed.stream().map(Finding::message).toList());
        }
        return !isFailed() || agrees(failed.get(0), sheet) ? Optional.empty()
            : Optional.of("审核页 " + sheet + "，程序 " + failed.stream().map(Finding::message).toList());
    }

    private static boolean agrees(Finding finding, SheetAnswer sheet) {
        boolean place = finding.cells().stream().anyMatch(cell -> sheet.place().startsWith(cell.at().sheet() + "："));
        Matcher left = LEFT.matcher(finding.message());
        Matcher right = RIGHT.matcher(finding.message());
        if (!left.find() || !right.find()) {
            return place && (finding.message().contains("没有填写") || finding.message().contains("应当空着"));
        }
        BigDecimal difference = finding.difference().orElseThrow();
        return place && same(side(left), sheet.left()) && same(side(right), sheet.right())
            && (same(difference, sheet.difference()) || same(difference.divide(WAN), sheet.difference()));
    }

    private static BigDecimal side(Matcher said) {
        return said.group(2) == null ? number(said.group(1)) : number(said.group(1)).multiply(new BigDecimal(said.group(2)));
    }

    private static BigDecimal number(String said) {
        return new BigDecimal(said.replace(",", ""));
    }

    private static boolean same(BigDecimal said, Object shown) {
        return shown instanceof Double number
            && said.subtract(BigDecimal.valueOf(number)).abs().compareTo(NOISE) <= 0;
    }
}
