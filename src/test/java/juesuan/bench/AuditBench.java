package juesuan.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import juesuan.audit.AuditReport;
import juesuan.audit.Auditor;
import juesuan.model.Accounts;
import juesuan.pack.Pack;
import juesuan.samples.Sample;
import juesuan.samples.SampleAccounts;
import juesuan.samples.Samples;

/**
 * How long the audit takes on a sample, and how that grows with the rows of its tables.
 *
 * <p>Run: {@code mvn -q -Pbench verify -Dbench=AuditBench}.
 */
final class AuditBench {

    private static final int[] ROWS = {100, 500, 1_000, 2_500, 5_000};
    private static final double MILLION = 1e6;

    private AuditBench() {
    }

    /** @param arguments how often each is audited, after as many times to warm up */
    public static void main(String[] arguments) {
        int times = Integer.parseInt(arguments[0]);
        Sample sample = Samples.longgang();
        Pack pack = Samples.pack(sample.pack());
        Accounts accounts = SampleAccounts.of(sample, pack);
        Map<String, Accounts> all = new LinkedHashMap<>();
        all.put(sample.at(Samples.DEPARTMENT), accounts);
        for (int rows : ROWS) {
            all.put(rows + " rows", ManyRows.of(accounts, rows));
        }
        // One after the other in every round: what else the machine does hits all of them alike.
        Map<String, List<Stopwatch>> watches = new LinkedHashMap<>();
        for (int round = 0; round < 2 * times; round++) {
            for (Map.Entry<String, Accounts> one : all.entrySet()) {
                Stopwatch watch = new Stopwatch();
                Auditor.check(one.getValue(), pack);
                watch.accept("audit");
                if (round >= times) {
                    watches.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(watch);
                }
            }
        }
        System.out.printf("%-24s %8s %8s %12s %10s %10s %16s%n", "", "checks", "findings", "CPU median", "CPU min", "wall median", "ms/1,000 checks");
        watches.forEach((name, of) -> print(name, Auditor.check(all.get(name), pack), of));
    }

    private static void print(String name, AuditReport report, List<Stopwatch> watches) {
        long[] cpu = watches.stream().mapToLong(watch -> watch.lap("audit").cpu()).sorted().toArray();
        long[] wall = watches.stream().mapToLong(watch -> watch.lap("audit").wall()).sorted().toArray();
        int checks = report.run() + report.skipped();
        System.out.printf("%-24s %8d %8d %12.1f %10.1f %10.1f %16.2f%n", name, checks, report.findings().size(), cpu[cpu.length / 2] / MILLION,
            cpu[0] / MILLION, wall[wall.length / 2] / MILLION, cpu[cpu.length / 2] / MILLION / checks * 1_000);
    }
}
