package juesuan.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes the processor and wall time of each stage of one document, on the thread that makes it. */
final class Stopwatch implements Consumer<String> {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** In nanoseconds. */
    record Lap(long cpu, long wall) {

        static final Lap NONE = new Lap(0, 0);

        Lap plus(Lap other) {
            return new Lap(cpu + other.cpu, wall + other.wall);
        }
    }

    private final Map<String, Lap> laps = new LinkedHashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private long cpu = THREADS.getCurrentThreadCpuTime();
    private long wall = System.nanoTime();

    /** A stage that comes again, such as a second layout, is a stage of its own. */
    @Override
    public void accept(String stage) {
        long cpuNow = THREADS.getCurrentThreadCpuTime();
        long wallNow = System.nanoTime();
        int time = times.merge(stage, 1, Integer::sum);
        laps.put(time == 1 ? stage : stage + " " + time, new Lap(cpuNow - cpu, wallNow - wall));
        cpu = cpuNow;
        wall = wallNow;
    }

    List<String> stages() {
        return new ArrayList<>(laps.keySet());
    }

    Lap lap(String stage) {
        return laps.getOrDefault(stage, Lap.NONE);
    }
}
