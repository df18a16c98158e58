package juesuan.workbook.intake;

import static juesuan.workbook.intake.TestBooks.NAME;
import static juesuan.workbook.intake.TestBooks.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReadingTest {

    @TempDir
    Path folder;

    @Test
    void a_good_file_is_read_whole() throws IOException {
        Path file = Files.write(folder.resolve(NAME), TestBooks.good());
        assertThat(Preflight.open(file).original().bytes()).isEqualTo(TestBooks.good());
    }

    @Test
    void a_missing_file_and_a_folder_are_named() throws IOException {
        assertThat(refusalOf(folder.resolve("没有.xlsx"))).contains("不存在");
        assertThat(refusalOf(Files.createDirectory(folder.resolve("夹.xlsx")))).contains("是文件夹");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~$部门决算.xlsx", ".~lock.部门决算.xlsx#", ".~部门决算.xlsx"})
    void a_lock_file_is_named(String name) throws IOException {
        assertThat(refusalOf(Files.write(folder.resolve(name), new byte[55]))).contains("锁文件");
    }

    @Test
    void a_forbidden_file_is_named() {
        assertThat(refusalWith(file -> {
            throw new AccessDeniedException(file.toString());
        })).contains("没有读取权限");
    }

    @Test
    void a_busy_file_is_tried_three_times() {
        AtomicInteger calls = new AtomicInteger();
        FileReading.Opener busyTwice = file -> {
            if (calls.incrementAndGet() < 3) {
                throw new FileSystemException(file.toString(), "", "另一个程序正在使用此文件");
            }
            return new ByteArrayInputStream(new byte[] {1});
        };
        assertThat(FileReading.read(Path.of(NAME), busyTwice)).containsExactly(1);
        assertThat(refusalWith(file -> {
            throw new FileSystemException(file.toString(), "", "另一个程序正在使用此文件");
        })).contains("正被其他程序占用");
        assertThat(refusalWith(file -> {
            throw new IOException("network");
        })).contains("读取时出错");
    }

    @Test
    void an_endless_file_is_cut_at_the_limit() {
        assertThat(refusalWith(file -> new InputStream() {
            @Override
            public int read() {
                return 1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return length;
            }
        })).contains("超过 64 MB");
    }

    @Test
    void an_interruption_while_waiting_is_kept() {
        Thread.currentThread().interrupt();
        assertThat(refusalWith(file -> {
            throw new FileSystemException(file.toString());
        })).contains("被中止");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_file_name_cannot_forge_a_message() {
        String message = catchThrowable(() -> Preflight.open(new byte[0], "甲\n\u202Exslx.xlsx")).getMessage();
        assertThat(message).doesNotContain("\n", "\u202E");
    }

    private static String refusalOf(Path file) {
        return refusal(file.getFileName().toString(), catchThrowable(() -> Preflight.open(file)));
    }

    private static String refusalWith(FileReading.Opener opener) {
        return refusal(NAME, catchThrowable(() -> FileReading.read(Path.of(NAME), opener)));
    }
}
