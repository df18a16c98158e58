package juesuan.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import juesuan.audit.Auditor;
import juesuan.audit.Exercise;
import juesuan.model.Accounts;
import juesuan.model.Finding;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.pack.Rule;
import juesuan.samples.Departments;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.SampleWorkbooks;
import juesuan.workbook.read.TypedOver;

/**
 * Checks departments that are right in every way: whatever is found is a false alarm. One in a hundred goes through a file.
 *
 * <p>Run: {@code mvn -q -Pbench verify -Dbench=ConsistentBench -Dbench.documents=10000}.
 */
public final class ConsistentBench {

    private static final int FILES = 100;
    private static final int EXAMPLES = 30;
    /** A rule that is never put to the test raises no false alarm: so many are looked through for that. */
    private static final int PROBED = 400;

    private ConsistentBench() {
    }

    /** @param arguments how many departments, and from which number on */
    public static void main(String[] arguments) throws Exception {
        int documents = Integer.parseInt(arguments[0]);
        long from = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
        long start = System.nanoTime();
        Map<Long, List<Finding>> found = all(from, documents);
        Map<String, List<String>> byRule = new TreeMap<>();
        int files = (int) found.keySet().stream().filter(ConsistentBench::isRead).count();
        found.forEach((number, findings) -> findings.forEach(finding ->
            byRule.computeIfAbsent(finding.severity() + " " + finding.rule(), rule -> new ArrayList<>()).add("#" + number + " " + finding.message())));
        System.out.printf("%d departments checked, %d of them as files, in %d s%n", documents, files, (System.nanoTime() - start) / 1_000_000_000);
        byRule.forEach((rule, messages) -> {
            System.out.printf("%-14s %6d%n", rule, messages.size());
            messages.stream().limit(rule.startsWith("INFO") ? 1 : EXAMPLES).forEach(message -> System.out.println("    " + message));
        });
        System.out.println("Comparisons that none of the first " + PROBED + " puts to the test: " + unproved(from, Math.min(documents, PROBED)));
        long alarms = found.values().stream().flatMap(List::stream).filter(ConsistentBench::isAlarm).count();
        if (alarms > 0) {
            throw new IllegalStateException(alarms + " errors and warnings about departments that are right, see above");
        }
    }

    private static Map<Long, List<Finding>> all(long from, int documents) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(cores);
        try {
            Map<Long, Future<List<Finding>>> parts = new LinkedHashMap<>();
            LongStream.range(from, from + documents).forEach(number -> parts.put(number, workers.submit(() -> findings(number))));
            Map<Long, List<Finding>> found = new TreeMap<>();
            for (Map.Entry<Long, Future<List<Finding>>> part : parts.entrySet()) {
                found.put(part.getKey(), part.getValue().get());
            }
            return found;
        } finally {
            workers.shutdownNow();
        }
    }

    /** By rule, the numbers of its comparisons that none of these departments gets as far as. */
    private static Map<String, Set<Integer>> unproved(long from, int documents) {
        Map<String, Set<Integer>> left = new TreeMap<>();
        Pack any = Departments.pack("national");
        any.rules().forEach(spec -> left.put(spec.id(), IntStream.range(0, Rule.of(any, spec).tests().size()).boxed().collect(Collectors.toCollection(TreeSet::new))));
        left.values().removeIf(Set::isEmpty);
        for (long number = from; number < from + documents && !left.isEmpty(); number++) {
            Sample sample = Departments.of(number);
            Pack pack = Departments.pack(sample.pack());
            Accounts accounts = SampleAccounts.of(sample, pack);
            pack.rules().stream().filter(spec -> left.containsKey(spec.id())).forEach(spec ->
                left.get(spec.id()).removeAll(Exercise.of(accounts, pack, spec)));
            left.values().removeIf(Set::isEmpty);
        }
        return left;
    }

    static boolean isAlarm(Finding finding) {
        return finding.severity() != Finding.Severity.INFO;
    }

    private static boolean isRead(long number) {
        return number % FILES == 0;
    }

    private static List<Finding> findings(long number) {
        Sample sample = Departments.of(number);
        return isRead(number) ? read(sample) : typed(sample);
    }

    /** Without a file. */
    static List<Finding> typed(Sample sample) {
        Pack pack = Departments.pack(sample.pack());
        Accounts accounts = SampleAccounts.of(sample, pack);
        List<Finding> findings = new ArrayList<>(Auditor.check(accounts, pack).findings());
        findings.addAll(Narrator.compute(accounts, pack).findings());
        return findings;
    }

    /** Written into a blank workbook and read again. */
    static List<Finding> read(Sample sample) {
        Pack pack = Departments.pack(sample.pack());
        return FaultBench.all(TypedOver.open(SampleWorkbooks.bytes(sample)).read(pack, List.of()), pack);
    }
}
