package juesuan.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import juesuan.audit.Auditor;
import juesuan.model.CellRef;
import juesuan.model.Finding;
import juesuan.narrate.Narrator;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleWorkbooks;
import juesuan.samples.Samples;
import juesuan.workbook.read.Submission;
import juesuan.workbook.read.TypedOver;

/**
 * Puts every fault into the workbook of each sample, one at a time, and sees whether anything new is found.
 *
 * <p>Run: {@code mvn -q -Pbench verify -Dbench=FaultBench}.
 */
final class FaultBench {

    /** @param detected whether an error or a warning arises; @param named whether one of those names the cell */
    record Result(Fault fault, boolean detected, boolean named, List<Finding> found) {
    }

    private FaultBench() {
    }

    public static void main(String[] arguments) throws Exception {
        List<Result> all = new ArrayList<>();
        for (Sample sample : Samples.all()) {
            List<Result> results = run(sample);
            System.out.println(FaultTable.of(sample.at(Samples.DEPARTMENT), results));
            all.addAll(results);
        }
        System.out.println(FaultTable.of("合计", all));
        System.out.println(FaultTable.escaped(all));
    }

    private static List<Result> run(Sample sample) throws Exception {
        Pack pack = Samples.pack(sample.pack());
        byte[] file = SampleWorkbooks.bytes(sample);
        TypedOver workbook = TypedOver.open(file);
        List<Fault> faults = Faults.of(workbook.read(pack, List.of()).accounts(), pack, workbook::isTyped);
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(cores);
        try {
            List<Future<List<Result>>> parts = IntStream.range(0, cores).mapToObj(core -> workers.submit(() ->
                run(pack, file, IntStream.range(0, faults.size()).filter(i -> i % cores == core).mapToObj(faults::get).toList())))
                .toList();
            List<Result> results = new ArrayList<>();
            for (Future<List<Result>> part : parts) {
                results.addAll(part.get());
            }
            return results;
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Result> run(Pack pack, byte[] file, List<Fault> faults) {
        TypedOver workbook = TypedOver.open(file);
        Set<String> known = findings(workbook.read(pack, List.of()), pack).map(FaultBench::what).collect(Collectors.toSet());
        return faults.stream().map(fault -> result(fault, findings(workbook.read(pack, fault.changes()), pack), known)).toList();
    }

    static Result result(Fault fault, Stream<Finding> findings, Set<String> known) {
        List<Finding> found = findings.filter(finding -> !known.contains(what(finding))).toList();
        Set<CellRef> cells = new HashSet<>();
        found.forEach(finding -> finding.cells().forEach(cell -> cells.add(cell.at())));
        boolean named = fault.changes().stream().anyMatch(change -> cells.contains(change.cell()));
        return new Result(fault, !found.isEmpty(), named, found);
    }

    /** Errors and warnings of {@link #all}. */
    static Stream<Finding> findings(Submission submission, Pack pack) {
        return all(submission, pack).stream().filter(finding -> finding.severity() != Finding.Severity.INFO);
    }

    /** What check and generate show. */
    static List<Finding> all(Submission submission, Pack pack) {
        List<Finding> findings = new ArrayList<>(submission.findings());
        boolean legible = findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        findings.addAll(Auditor.check(submission.accounts(), pack).findings());
        if (legible) {
            findings.addAll(Narrator.compute(submission.accounts(), pack).findings());
        }
        return findings;
    }

    /** A finding is the same one when the same rule says it of the same cells, whatever stands in them. */
    static String what(Finding finding) {
        return finding.rule() + finding.severity() + (finding.cells().isEmpty() ? finding.message()
            : finding.cells().stream().map(cell -> cell.at().toString()).toList().toString());
    }
}
