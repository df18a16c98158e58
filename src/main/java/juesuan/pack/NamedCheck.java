package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** The checks of the program, by the name that rules call them. */
public enum NamedCheck {
    /** The codes of a table of subjects: every one below its 款 and 类, ascending. */
    @JsonProperty("科目层级")
    SUBJECT_TREE,
    /** The points of the 三级指标 against those of their 一级指标. */
    @JsonProperty("指标分值")
    INDICATOR_POINTS,
    /** The 自评表 against the number of projects, and each project once. */
    @JsonProperty("自评表份数")
    PERFORMANCE_COPIES;

    /** @throws IllegalArgumentException with a Chinese sentence when the check could not run with this */
    void require(Pack pack, Map<String, String> with) {
        if (this == PERFORMANCE_COPIES) {
            Specs.require(with.containsKey("总数"), "/with", "with 要写明总数在哪一格，例如 {总数: “表.块[行, 列]”}");
            pack.resolve(with.get("总数"), Scope.NONE);
        } else if (this == INDICATOR_POINTS) {
            with.forEach((name, points) -> Specs.require(points.matches("[0-9]+(\\.[0-9]+)?"), "/with/" + name,
                "“" + points + "”不是分值"));
        }
    }
}
