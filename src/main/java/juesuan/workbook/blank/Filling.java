package juesuan.workbook.blank;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import juesuan.model.Place;

/**
 * What is to be typed into one sheet of a blank workbook.
 *
 * @param sheet the id of its declaration; the same id again makes a copy of the sheet
 * @param tab the tab's name
 * @param cells by place; subject codes and free rows fill the prepared rows in the order they come
 */
public record Filling(String sheet, String tab, Map<Place, String> cells) {

    public Filling {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
}
