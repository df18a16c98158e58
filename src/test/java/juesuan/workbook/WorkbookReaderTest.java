package juesuan.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkbookReaderTest {

    @Test
    void aFilledWorkbookReadsWithoutFindings() {
        Submission read = new TestBook(TestBook.GUANGDONG).read();
        assertThat(TestBook.messages(read)).isEmpty();
        assertThat(read.accounts().sheets()).hasSameSizeAs(TestBook.GUANGDONG.sheets());
        assertThat(read.accounts().department()).isEqualTo("某某局");
        assertThat(read.accounts().year()).isEqualTo(2023);
    }
}
