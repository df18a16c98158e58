package juesuan.render;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import juesuan.model.UserError;
import juesuan.pack.PackFiles;
import juesuan.pack.Yaml;

/** fonts.yaml as it stands in the file, checked: every name a stack uses is declared once. */
record FontCatalog(List<Face> faces, Map<String, FontStack> stacks) {

    static final String FILE = "fonts.yaml";

    FontCatalog {
        faces = faces == null ? List.of() : List.copyOf(faces);
        stacks = stacks == null ? Map.of() : Map.copyOf(stacks);
    }

    static FontCatalog load(FontPlace place) {
        FontFile file = place.find(FILE).orElseThrow(() -> new UserError("在 " + place.shown()
                + " 里找不到字体清单 " + FILE + "。请把程序自带 fonts 文件夹里的 " + FILE + " 复制过去再修改。"));
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        FontCatalog catalog = Yaml.read(new PackFiles.Source(file.shown(), text)).bind(FontCatalog.class);
        catalog.check(file);
        return catalog;
    }

    private void check(FontFile file) {
        Set<String> families = new HashSet<>();
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
            throw wrong(file, "没有 stacks 一节");
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

    private static UserError wrong(FontFile file, String what) {
        return new UserError("字体清单 " + file.shown() + " 有误：" + what + "。请对照程序自带的 " + FILE + " 改正。");
    }
}
