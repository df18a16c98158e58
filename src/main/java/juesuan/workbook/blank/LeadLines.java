package juesuan.workbook.blank;

import juesuan.formula.Formulas;
import juesuan.pack.Pack;
import juesuan.pack.Scope;

/** Formulas that carry the department's name and the unit from the first form to every sheet. */
record LeadLines(Pack pack, ExcelFormulas formulas) {

    private static final String DEPARTMENT = "部门：";
    private static final String UNIT = "金额单位：";

    String department() {
        return text(DEPARTMENT, "基本信息[部门名称]");
    }

    String unit() {
        return text(UNIT, "基本信息[金额单位]");
    }

    static String unit(String fixed) {
        return '"' + UNIT + fixed + '"';
    }

    private String text(String label, String reference) {
        return '"' + label + "\"&" + formulas.text(Formulas.parse(reference), new ExcelFormulas.Position(Scope.NONE, 0));
    }
}
