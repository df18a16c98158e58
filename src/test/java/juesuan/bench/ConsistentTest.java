package juesuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import juesuan.model.Finding;
import juesuan.samples.Departments;
import org.junit.jupiter.api.Test;

/** A department that is right in every way is left alone. The benchmark asks it of ten thousand. */
class ConsistentTest {

    private static final int DEPARTMENTS = 60;
    private static final int FILES = 1;

    @Test
    void nothingIsFoundWhereNothingIsWrong() {
        assertThat(LongStream.range(0, DEPARTMENTS).boxed().flatMap(number -> alarms(number, ConsistentBench.typed(Departments.of(number))).stream()))
            .as("false alarms; Departments.of(number) is the department. Mend the rule, or the department if it cannot be").isEmpty();
    }

    @Test
    void norInItsWorkbook() {
        assertThat(LongStream.range(0, FILES).boxed().flatMap(number -> alarms(number, ConsistentBench.read(Departments.of(number))).stream()))
            .as("false alarms about the saved workbook of Departments.of(number)").isEmpty();
    }

    @Test
    void theSameNumberIsTheSameDepartment() {
        assertThat(Departments.of(7)).isEqualTo(Departments.of(7)).isNotEqualTo(Departments.of(8));
    }

    private static List<String> alarms(long number, List<Finding> findings) {
        return findings.stream().filter(ConsistentBench::isAlarm).map(finding -> "#" + number + " " + finding.rule() + " " + finding.message()).toList();
    }
}
