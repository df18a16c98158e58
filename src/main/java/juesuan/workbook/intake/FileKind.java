package juesuan.workbook.intake;

/** What a file turns out to be, whatever its extension says, and what its owner should do. */
public enum FileKind {
    EMPTY("是空文件（0 字节）", Advice.COPY_AGAIN),
    ZEROS("里全是空字节，多半是下载或拷贝时中断了", Advice.COPY_AGAIN),
    XLS("是旧版 Excel 97-2003 工作簿（.xls）", Advice.CONVERT),
    ET("是 WPS 表格自有格式（.et）", Advice.CONVERT),
    ENCRYPTED("有打开密码", "请在 Excel 或 WPS 中取消打开密码、另存为“Excel 工作簿（*.xlsx）”后再试。"),
    RIGHTS_MANAGED("设了权限保护（IRM）", "请取消权限保护、另存为“Excel 工作簿（*.xlsx）”后再试。"),
    DOC("是旧版 Word 文档（.doc）", Advice.CHOOSE),
    PPT("是旧版 PowerPoint 演示文稿（.ppt）", Advice.CHOOSE),
    OLE2("是旧版 Office 格式的文件，但不是工作簿", Advice.CHOOSE),
    TEXT("是纯文本或 CSV 文件，不是 Excel 工作簿", Advice.CONVERT),
    HTML("其实是网页（HTML）文件，只是用了表格的扩展名", Advice.CONVERT),
    MHTML("其实是单个文件网页（.mht）", Advice.CONVERT),
    XML_2003("是“XML 电子表格 2003”文件", Advice.CONVERT),
    XML("是 XML 文件，不是 Excel 工作簿", Advice.CHOOSE),
    RTF("是 RTF 文档，不是 Excel 工作簿", Advice.CHOOSE),
    PDF("是 PDF 文件，不是 Excel 工作簿", Advice.CHOOSE),
    PICTURE("是图片，不是 Excel 工作簿", Advice.CHOOSE),
    RAR("是 RAR 压缩包", Advice.UNPACK),
    SEVEN_ZIP("是 7z 压缩包", Advice.UNPACK),
    GZIP("是 gzip 压缩包", Advice.UNPACK),
    ZIP("是 ZIP 压缩包，不是 Excel 工作簿", Advice.UNPACK),
    ODS("是 OpenDocument 电子表格（.ods）", Advice.CONVERT),
    ODF("是 OpenDocument 文件，但不是电子表格", Advice.CHOOSE),
    OFD("是 OFD 版式文件，不是 Excel 工作簿", Advice.CHOOSE),
    DOCX("是 Word 文档（.docx），不是 Excel 工作簿", Advice.CHOOSE),
    PPTX("是 PowerPoint 演示文稿（.pptx），不是 Excel 工作簿", Advice.CHOOSE),
    XLSB("是 Excel 二进制工作簿（.xlsb）", Advice.CONVERT),
    XLSM("是启用宏的 Excel 工作簿（.xlsm）", Advice.CONVERT),
    XLTX("是 Excel 模板或加载项，不是填好的工作簿", Advice.CONVERT),
    STRICT("是“Strict Open XML 电子表格”",
            "请用 Excel 打开后另存为“Excel 工作簿（*.xlsx）”再试，不要选“Strict Open XML 电子表格”。"),
    GUARDED("被单位的文档加密软件加过密", "请先解密，确认能在别的电脑上打开后再试。"),
    UNKNOWN("不是 Excel 工作簿，程序认不出它的格式（文件可能已损坏，或被文档加密软件加过密）", Advice.CONVERT);

    private final String what;
    private final String advice;

    FileKind(String what, String advice) {
        this.what = what;
        this.advice = advice;
    }

    /** The sentence that follows the file's name. */
    String sentence() {
        return what + "；" + advice;
    }

    private static final class Advice {
        static final String CONVERT = "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”再试。";
        static final String CHOOSE = "请改选填好的 Excel 工作簿（*.xlsx）。";
        static final String UNPACK = "请先解压，再选其中的 Excel 工作簿（*.xlsx）。";
        static final String COPY_AGAIN = "请重新拷贝或重新下载，确认能在 Excel 或 WPS 中打开后再试。";
    }
}
