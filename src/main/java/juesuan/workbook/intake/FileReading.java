package juesuan.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import juesuan.model.UserError;

/** Gets the bytes of a file that may be missing, locked by Excel or on a failing network drive. */
public final class FileReading {

    /** How a file is opened: replaced in tests by one that is locked or unreadable. */
    @FunctionalInterface
    interface Opener {
        InputStream open(Path file) throws IOException;
    }

    private static final int ATTEMPTS = 3;

    private FileReading() {}

    public static byte[] read(Path file) {
        return read(file, Files::newInputStream);
    }

    static byte[] read(Path file, Opener opener) {
        SourceFile named = new SourceFile(nameOf(file), new byte[0]);
        if (named.name().startsWith("~$") || named.name().startsWith(".~")) {
            throw named.refuse("是 Excel、WPS 或 LibreOffice 打开工作簿时留下的临时锁文件，不是工作簿；"
                    + "请改选不带“~”前缀的那个文件。");
        }
        if (Files.isDirectory(file)) {
            throw named.refuse("是文件夹，不是工作簿；请改选其中的 Excel 工作簿（*.xlsx）。");
        }
        for (int attempt = 1; ; attempt++) {
            try (InputStream in = opener.open(file)) {
                byte[] bytes = in.readNBytes(Limits.FILE_BYTES + 1);
                if (bytes.length > Limits.FILE_BYTES) {
                    throw tooLarge(named);
                }
                return bytes;
            } catch (NoSuchFileException e) {
                throw named.refuse("不存在；请检查路径和文件名是否正确，文件是否被移动或改名。", e);
            } catch (AccessDeniedException e) {
                throw named.refuse("没有读取权限；请检查文件权限，或拷贝到自己的文件夹后再试。", e);
            } catch (FileSystemException e) {
                if (attempt == ATTEMPTS) {
                    throw named.refuse("正被其他程序占用，读不出来；请关闭正在使用它的 Excel 或 WPS 后再试。", e);
                }
                pause(named);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw named.refuse("读取时出错；请检查磁盘或网络连接，拷贝到本机后再试。", e);
                }
                pause(named);
            }
        }
    }

    static UserError tooLarge(SourceFile file) {
        return file.refuse("超过 " + (Limits.FILE_BYTES >> 20)
                + " MB，不像正常填报的工作簿；请检查是否选错了文件，或删去其中的图片后另存一份再试。");
    }

    /** Another program usually lets go within a moment. */
    private static void pause(SourceFile file) {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw file.refuse("没有读完，读取被中止；请重新运行一次。", e);
        }
    }

    public static String nameOf(Path file) {
        return String.valueOf(file.getFileName() == null ? file : file.getFileName());
    }
}
