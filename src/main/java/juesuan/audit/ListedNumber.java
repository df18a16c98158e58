package juesuan.audit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import juesuan.pack.RuleSpec;

/** 内设甲科、乙科和丙科，共3个科室: as many as are listed. “和” may join two sections or stand in the name of one. */
final class ListedNumber implements Check {

    private static final Pattern LIST = Pattern.compile("(?:内设|下设|设有?|包括|分别[为是])(?:机构|科室|处室)?(?:包括|为|有|：|:)*([^。；：\\n0-9]{4,}?)"
        + "(?:，|、|等)?(?:共计?|共有|合计)?([0-9]{1,2})((?:个(?:职能|内设|业务)*(?:科室|处室|股室|科|处|股|机构))|[家个](?:基层|下属|预算|二级|直属|所属|独立核算|非独立核算)*单位)");
    private static final Pattern SECTION = Pattern.compile(".*(?:室|科|处|股|办|部|队|心|委|会|组|站|所|局|院|馆|校|园|本级|机关)");

    @Override
    public void run(RuleSpec rule, SubmittedSheets books, Tally tally) {
        for (Passage passage : books.passages()) {
            Optional<String> wrong = wrong(passage.text());
            wrong.ifPresent(what -> tally.failed(AuditWording.named(rule, passage.figure().named() + "里写" + what,
                List.of(passage.figure()))));
        }
    }

    private static Optional<String> wrong(String text) {
        Matcher list = LIST.matcher(text);
        while (list.find()) {
            String plain = list.group(1).replaceAll("（[^）]*）|\\([^)]*\\)", "");
            List<String> items = Stream.of(plain.split("[、，]")).map(String::strip).filter(item -> !item.isEmpty()).toList();
            int stated = Integer.parseInt(list.group(2));
            int joined = (int) items.stream().flatMap(item -> Stream.of(item.split("(?<=[室科处股办部队组])(?:和|及|以及|与)"))).count();
            boolean etc = list.group().contains("等");
            if (!etc && items.size() > 1 && items.stream().allMatch(item -> SECTION.matcher(item).matches())
                && (stated < items.size() || stated > joined)) {
                return Optional.of("“" + list.group(2) + list.group(3) + "”，列出的是 " + joined + " 个（" + items.get(0) + "……"
                    + items.get(items.size() - 1) + "）");
            }
        }
        return Optional.empty();
    }
}
