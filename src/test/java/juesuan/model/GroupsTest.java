package juesuan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static final Finding REMARK = Finding.info("A02", "甲", "乙", at("甲表"));
    private static final Finding ERROR = Finding.error("A01", "甲", "乙", at("甲表"));
    private static final Finding WORSE = Finding.error("B01", "甲", "乙", at("乙表"));
    private static final Finding WARNING = Finding.warning("B02", "甲", "乙", at("乙表"));
    private static final Finding SKIPPED = new Finding("C01", Finding.Severity.INFO, Finding.Status.SKIPPED, "甲", "乙", List.of(), Optional.empty());

    private static Finding.Cell at(String sheet) {
        return new Finding.Cell(new CellRef(sheet, "A1"), "", "");
    }

    @Test
    void theListBeginsWithTheWorstOfAllSheetsAndEndsWithWhatCouldNotBeChecked() {
        assertThat(Groups.of(List.of(SKIPPED, REMARK, WARNING, ERROR, WORSE)).all()).containsExactly(ERROR, WORSE, WARNING, REMARK, SKIPPED);
    }
}
