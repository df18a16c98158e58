package juesuan.workbook.intake;

import java.util.Objects;
import juesuan.model.UserError;

/** The file under inspection: its name, for every sentence said about it, and its bytes. */
public record SourceFile(String name, byte[] bytes) {

    /** What helps against nearly all damage: the spreadsheet program writes the file anew. */
    static final String SAVE_AGAIN = "请在 Excel 或 WPS 中打开后另存一份再试。";
    /** The same as the second half of an advice. */
    static final String THEN_SAVE_AGAIN = "在 Excel 或 WPS 中打开后另存一份再试。";

    public SourceFile {
        Objects.requireNonNull(bytes);
        name = printable(name);
    }

    /** Every refusal begins with the file it speaks of: a batch has many. */
  public UserError refuse(String rest) {
        return new UserError(title() + rest);
    }

 public UserError refuse(String rest, Throwable cause) {
        return new UserError(title() + rest, cause);
    }

    UserError damaged(Throwable cause) {
        return refuse("已损坏，内容与文件自带的校验不符；请重新拷贝或重新下载，或" + THEN_SAVE_AGAIN, cause);
    }

    private String title() {
        return "《" + name + "》";
    }

    /** The name of a part or sheet inside the file. */
    static String quoted(String name) {
        return "“" + (name.isEmpty() ? "（空）" : printable(name)) + "”";
    }

    /** File and sheet names come from strangers: no line breaks or reversed text in a message. */
    static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]", "�");
        return clean.codePointCount(0, clean.length()) <= 120
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, 119)) + "…";
    }
}
