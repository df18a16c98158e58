package juesuan.pack;

import java.util.List;

/**
 * Checks what a table of a region says with {@code is} that it shows.
 *
 * @param national the tables that name the figures
 */
record IsCheck(List<SheetSpec> national) {

    /** @throws Specs.Wrong below the sheet's declaration, where the national tables have no such figure */
    void run(SheetSpec sheet) {
        boolean says = !sheet.is().equals(sheet.id()) || sheet.blocks().stream().anyMatch(block -> !block.is().isEmpty()
            || block.leaves().stream().anyMatch(column -> !column.is().isEmpty()) || block.rows().stream().anyMatch(row -> !row.is().isEmpty()));
        if (!says) {
            return;
        }
        table(sheet.is(), "/is");
        for (int i = 0; i < sheet.blocks().size(); i++) {
            BlockSpec block = sheet.blocks().get(i);
            String path = "/blocks/" + i;
            block.is().forEach(home -> block(sheet.is(), home, path + "/is"));
            for (ColumnSpec column : block.leaves()) {
                if (!column.is().isEmpty()) {
                    FigurePlaces.names(sheet, block, column).forEach(name -> column(column, name, path));
                }
            }
            for (int k = 0; k < block.rows().size(); k++) {
                if (!block.rows().get(k).is().isEmpty()) {
                    row(sheet, block, block.rows().get(k).is(), path, k);
                }
            }
        }
    }

    private void column(ColumnSpec column, FigurePlaces.Name name, String path) {
        List<String> ids = block(name.sheet(), name.block(), path).leaves().stream().map(ColumnSpec::id).toList();
        Specs.require(ids.contains(name.column()), path, "列“" + column.id() + "”的 is 写的“" + column.is() + "”不是全国通用的表里的列"
            + Similar.hint(name.column(), ids));
    }

    private void row(SheetSpec sheet, BlockSpec block, String is, String path, int at) {
        List<String> keys = FigurePlaces.homes(block).stream().flatMap(home -> block(sheet.is(), home, path).rowKeys().stream()).toList();
        Specs.require(keys.contains(is), path + "/rows/" + at + "/is", "“" + is + "”不是全国通用的表里的行" + Similar.hint(is, keys));
    }

    private SheetSpec table(String id, String path) {
        List<String> ids = national.stream().map(SheetSpec::id).toList();
        Specs.require(ids.contains(id), path, "“" + id + "”不是全国通用的表" + Similar.hint(id, ids));
        return national.get(ids.indexOf(id));
    }

    private BlockSpec block(String table, String home, String path) {
        int dot = home.indexOf('.');
        SheetSpec sheet = table(dot < 0 ? table : home.substring(0, dot), path);
        List<String> ids = sheet.blocks().stream().map(BlockSpec::id).toList();
        String id = home.substring(dot + 1);
        Specs.require(ids.contains(id), path, "“" + sheet.id() + "”里没有叫“" + id + "”的块" + Similar.hint(id, ids));
        return sheet.block(id).orElseThrow();
    }
}
