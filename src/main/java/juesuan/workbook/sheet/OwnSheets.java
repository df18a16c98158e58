package juesuan.workbook.sheet;

/** The sheets of a workbook that are ours and no table of a pack: their names, and what is looked up in them. */
public final class OwnSheets {

    public static final String INSTRUCTIONS = "填报说明";
    /** Labels of the sheet 填报说明. */
    public static final String PACK = "模板包";
    public static final String YEAR = "年度";

    public static final String LIVE = "审核";
    public static final String LIVE_DETAIL = "审核明细";

    public static final String RESULTS = "审核结果";
    /** How the sheet 审核结果 is known again; its second line begins with it. */
    public static final String RESULTS_MARK = "本页由 juesuan 生成";

    private OwnSheets() {
    }

    /** Whether it is one of those in which the workbook audits itself: nothing is ever read from them. */
    public static boolean isLive(String sheet) {
        return sheet.equals(LIVE) || sheet.equals(LIVE_DETAIL);
    }
}
