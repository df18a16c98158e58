package juesuan.render;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import juesuan.model.UserError;
import juesuan.pack.PackFiles;
import juesuan.pack.Yaml;

/** fonts.yaml, checked: every name a stack uses is declared once. What an office writes is added to the program's own list. */
record FontCatalog(List<Face> faces, Map<String, FontStack> stacks) {

    static final String FILE = "fonts.yaml";
    /** How many families of the body, those of digits and quotes, stand before the one that an office adds. */
    private static final int LATIN = 2;
    static final FontCatalog NOTHING = new FontCatalog(List.of(), Map.of());

    FontCatalog {
        faces = faces == null ? List.of() : List.copyOf(faces);
        stacks = stacks == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(stacks));
    }

    /** What stands in the file of this place, completed by a list below it. */
    static FontCatalog load(FontPlace place, FontCatalog base) {
        FontFile file = place.find(FILE).orElseThrow(() -> new UserError("在 " + place.shown()
                + " 里找不到字体清单 " + FILE + "。请在那里新建一个，照程序自带 fonts 文件夹里的 " + FILE + " 写上本单位的字体。"));
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        FontCatalog catalog = Yaml.read(new PackFiles.Source(file.shown(), text)).bind(FontCatalog.class);
        catalog.check(file, base);
        return catalog.over(base);
    }

    /** A face of the same family and weight replaces the one below; in a stack the families below come last. */
    private FontCatalog over(FontCatalog base) {
        Stream<Face> kept = base.faces.stream().filter(below -> faces.stream().noneMatch(below::isInPlaceOf));
        Map<String, FontStack> all = new TreeMap<>(base.stacks);
        stacks.forEach((role, stack) -> all.merge(role, stack, (below, own) -> own.over(below)));
        return new FontCatalog(Stream.concat(faces.stream(), kept).toList(), all);
    }

    private void check(FontFile file, FontCatalog base) {
        Set<String> families = base.faces.stream().map(Face::family).collect(Collectors.toCollection(HashSet::new));
        Set<String> weights = new HashSet<>();
        for (Face face : faces) {
            if (face.family() == null || face.family().isBlank() || face.file() == null || face.file().isBlank()) {
                throw wrong(file, "faces 中有一行缺少 family 或 file");
            }
            if (face.weight() != 400 && face.weight() != 700) {
                throw wrong(file, "字体“" + face.family() + "”的 weight 是 " + face.weight() + "，只能写 400 或 700");
            }
            if (!weights.add(face.family() + face.weight())) {
                throw wrong(file, "字体“" + face.family() + "”的 weight " + face.weight() + " 写了两次");
            }
            families.add(face.family());
        }
        if (stacks.isEmpty()) {
            checkAllReplace(file, base);
        }
        stacks.forEach((role, stack) -> {
            if (stack.families().isEmpty()) {
                throw wrong(file, "stacks 中“" + role + "”没有写字体");
            }
            stack.families().stream().filter(family -> !families.contains(family)).findFirst().ifPresent(family -> {
                throw wrong(file, "stacks 中“" + role + "”用了字体“" + family + "”，但 faces 里没有它");
            });
        });
    }

    /** A list without stacks is right where each of its faces stands in place of one below; any other would never be used. */
    private void checkAllReplace(FontFile file, FontCatalog base) {
        if (faces.isEmpty() || base.stacks.isEmpty()) {
            throw wrong(file, "没有 stacks 一节");
        }
        faces.stream().filter(face -> base.faces.stream().noneMatch(face::isInPlaceOf)).findFirst().ifPresent(face -> {
            throw wrong(file, "写了字体“" + face.family() + "”，但没有写它用在哪一类文字上。请在后面加上 stacks 一节，例如用在正文："
                + "另起一行写“stacks:”，下一行空两格写“body: {weight: " + face.weight() + ", families: [" + Stream.concat(
                    base.stacks.get("body").families().stream().limit(LATIN), Stream.of(face.family())).collect(Collectors.joining(", "))
                + "]}”；各类文字是 " + String.join("、", base.stacks.keySet()));
        });
    }

    private static UserError wrong(FontFile file, String what) {
        return new UserError("字体清单 " + file.shown() + " 有误：" + what + "。请对照程序自带的 " + FILE + " 改正。");
    }
}
