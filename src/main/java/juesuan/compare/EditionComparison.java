package juesuan.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import juesuan.model.Changes;
import juesuan.model.Changes.Extent;
import juesuan.model.Changes.Printed;
import juesuan.model.Changes.Spot;
import juesuan.model.Edition;

/** What two editions print differently. */
public final class EditionComparison {

    private static final Spot NOWHERE = new Spot(List.of(), "");

    private EditionComparison() {
    }

    /** @param was,now revisions; empty for a workbook */
    public static Changes of(Edition old, Optional<Integer> was, Edition fresh, Optional<Integer> now) {
        List<Changes.Figure> figures = new ArrayList<>();
        List<Changes.Text> texts = new ArrayList<>();
        cover("标题", old.title(), fresh.title(), texts);
        cover("部门", old.department(), fresh.department(), texts);
        cover("年度", String.valueOf(old.year()), String.valueOf(fresh.year()), texts);
        cover(Changes.DATE, old.date(), fresh.date(), texts);
        for (Pairing.Pair<String> part : Pairing.of(old.parts(), fresh.parts(), Likeness::of)) {
            if (!part.was().equals(part.now())) {
                texts.add(new Changes.Text(Extent.ITSELF, "各部分的标题", "", part.was().map(EditionComparison::part), part.now().map(EditionComparison::part)));
            }
        }
        new SheetComparison(figures, texts).compare(old.sheets(), fresh.sheets());
        new TextComparison(figures, texts).compare(old.sections(), fresh.sections());
        return new Changes(new Changes.Version(old.title(), old.department(), old.year(), was),
            new Changes.Version(fresh.title(), fresh.department(), fresh.year(), now), figures, texts);
    }

    private static void cover(String what, String was, String now, List<Changes.Text> texts) {
        if (!was.equals(now)) {
            texts.add(new Changes.Text(Extent.ITSELF, Changes.COVER, what, Optional.of(new Printed(was, NOWHERE)).filter(p -> !was.isEmpty()),
                Optional.of(new Printed(now, NOWHERE)).filter(p -> !now.isEmpty())));
        }
    }

    private static Printed part(String title) {
        return new Printed(title, new Spot(List.of(title), title));
    }
}
