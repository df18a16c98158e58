package juesuan.workbook.intake;

import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Callable;
import juesuan.model.UserError;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * The one place where whatever POI throws becomes a sentence. Broken workbooks make POI throw
 * dozens of classes, Errors among them: NoClassDefFoundError for a zip method it has no codec for,
 * StackOverflowError, OutOfMemoryError. One bad file must not end a batch.
 *
 * <p>Wrap calls into POI only: inside, a bug of our own would pass for a bad file too.
 */
public final class Boundary {

    private Boundary() {}

    /** The cause goes along for the log; only the message is for people. */
    @SuppressWarnings("removal") // ThreadDeath: still thrown by Java 17
    public static <T> T guard(String fileName, Callable<T> reading) {
        SourceFile file = new SourceFile(fileName, new byte[0]);
        try {
            return reading.call();
        } catch (UserError | ThreadDeath passing) {
            throw passing;
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            throw file.refuse("太大或结构太复杂，程序读不完；请删去多余的工作表、图片和空白格式行，"
                    + SourceFile.THEN_SAVE_AGAIN, tooMuch);
        } catch (Throwable other) {
            if (ExceptionUtils.indexOfType(other, InterruptedException.class) >= 0
                    || ExceptionUtils.indexOfType(other, ClosedByInterruptException.class) >= 0) {
                Thread.currentThread().interrupt(); // whoever stopped us still needs to see it
                throw file.refuse("没有读完，读取被中止；请重新运行一次。", other);
            }
            throw file.refuse("无法读懂，它的内部结构不合规范；" + SourceFile.SAVE_AGAIN, other);
        }
    }
}
