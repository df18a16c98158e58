package juesuan.workbook.read;

/** What reading a workbook can find, by stable id. */
enum ReadRule {
    /** A declared sheet is not in the workbook. */
    SHEET_MISSING("W01"),
    /** Two tabs could be the same declared sheet. */
    SHEET_AMBIGUOUS("W02"),
    /** A hidden sheet was read. */
    SHEET_HIDDEN("W03"),
    /** A visible sheet belongs to no declaration and was not read. */
    SHEET_UNKNOWN("W04"),
    /** A block's header, or a column of it, was not found. */
    COLUMN_MISSING("W05"),
    /** A column with contents belongs to no declaration and was not read. */
    COLUMN_UNKNOWN("W06"),
    /** A declared row, or the total row, was not found. */
    ROW_MISSING("W07"),
    /** A row with contents has a label that is not declared. */
    ROW_UNKNOWN("W08"),
    /** A row has contents but neither code nor label. */
    ROW_UNNAMED("W09"),
    /** The same code or label stands in two rows. */
    ROW_TWICE("W10"),
    /** A subject code is not 3, 5, 7 or 9 digits. */
    CODE_WRONG("W11"),
    /** A subject code or name differs from the pack's code list. */
    CODE_UNLISTED("W12"),
    /** Merged cells hide which cell a value belongs to. */
    MERGED("W13"),
    /** Hidden rows or columns hold values that were read. */
    HIDDEN_CELLS("W14"),
    /** The unit written over a table is not the unit it is read in. */
    UNIT_DIFFERS("W15"),
    /** 部门名称、年度 or 金额单位 cannot be read, or the year is not the pack's. */
    BASICS("W16"),
    /** Rows with a subject code, but without any amount, were left out. */
    ROW_IDLE("W17"),
    /** A cell that must be filled is empty. */
    BLANK("W20"),
    /** What stands in a number cell is not a number that can be taken as it is. */
    NUMBER_WRONG("W21"),
    /** Full-width digits or signs were read as their half-width forms. */
    NUMBER_NORMALISED("W22"),
    /** A dash, slash or 无 was taken as an empty cell. */
    DASH("W23"),
    /** An amount is finer than one 分. */
    TOO_FINE("W24"),
    /** A number is too large to be true. */
    TOO_LARGE("W25"),
    /** A count is negative or not whole. */
    COUNT_WRONG("W26"),
    /** What stands in a date cell is not a date between 1990 and 2100. */
    DATE_WRONG("W27"),
    /** What stands in a cell is none of its choices. */
    CHOICE_WRONG("W28"),
    /** The number format of a cell shows another number, or another kind, than the cell holds. */
    FORMAT_MISLEADS("W29"),
    /** A number of more than 15 digits, of which Excel has dropped the last. */
    DIGITS_LOST("W30"),
    /** A character that is invisible, unprintable or reverses the text. */
    CHARACTER("W31"),
    /** A text is longer than its cell may hold. */
    TOO_LONG("W32"),
    /** Variation selectors were left out of a text. */
    SELECTOR("W33"),
    /** The lines of a name were joined. */
    LINE_BREAK("W34"),
    /** Numbers stand there as text, which sums pass over. */
    TEXT_NUMBERS("W35"),
    /** An error value or a logical value stands where a number or text should. */
    ERROR_VALUE("W40"),
    /** A formula has no stored result. */
    NOT_CALCULATED("W41"),
    /** A formula's stored result is not what the formula gives. */
    STALE("W42"),
    /** A formula takes its value from another file. */
    EXTERNAL_LINK("W43"),
    /** A formula gives another value every day or every time. */
    VOLATILE("W44"),
    /** A picture inside a cell (WPS). */
    PICTURE("W45"),
    /** A formula cannot be calculated again here; its stored result was used. */
    NOT_VERIFIED("W46");

    private final String id;

    ReadRule(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Whether it is about what a single cell holds, so that a whole range may have it for one reason. */
    boolean isOfContents() {
        return this == MERGED || compareTo(NUMBER_WRONG) >= 0;
    }
}
