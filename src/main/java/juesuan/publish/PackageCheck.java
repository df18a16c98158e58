package juesuan.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import juesuan.model.Checksum;
import juesuan.model.UserError;

/**
 * Whether a published folder is still what it was when it was made.
 *
 * @param folder the one with the manifest
 * @param manifest empty when it cannot be trusted
 * @param files those of the list that lie there, by name
 * @param manifestBytes the manifest as it lies there
 * @param damage what is missing or changed; Chinese sentences, each naming a file
 * @param strays what the list does not name; the same
 */
public record PackageCheck(Path folder, Optional<Manifest> manifest, Map<String, byte[]> files, byte[] manifestBytes,
                           List<String> damage, List<String> strays) {

    /** Of the published files, within a package. */
    public static final String FOLDER = "publish";
    private static final int SHORT = 12;

    public PackageCheck {
        damage = List.copyOf(damage);
        strays = List.copyOf(strays);
    }

    public List<String> problems() {
        return Stream.concat(damage.stream(), strays.stream()).toList();
    }

    /**
     * @param folder a package, or the published folder in it
     * @throws UserError when there is no manifest in it, or it cannot be read
     */
    public static PackageCheck of(Path folder) {
        if (Files.isRegularFile(folder)) {
            throw new UserError(folder + " 是文件，不是文件夹；请指明 output 里某个部门的文件夹，或者它下面的 publish。");
        }
        Path published = Stream.of(folder.resolve(FOLDER), folder)
            .filter(place -> Files.isRegularFile(place.resolve(Manifest.FILE))).findFirst()
            .orElseThrow(() -> new UserError(folder + " 里没有 manifest.json，不是 generate 生成的公开文件夹；"
                + "请指明 output 里某个部门的文件夹，或者它下面的 publish。"));
        try {
            byte[] bytes = Files.readAllBytes(published.resolve(Manifest.FILE));
            Optional<Manifest> manifest = ManifestJson.read(bytes);
            Set<String> names = names(published);
            Map<String, byte[]> files = new TreeMap<>();
            for (Manifest.Content listed : manifest.map(Manifest::files).orElse(List.of())) {
                if (names.contains(listed.name())) {
                    files.put(listed.name(), Files.readAllBytes(published.resolve(listed.name())));
                }
            }
            List<String> damage = manifest.map(list -> damage(list, files))
                .orElse(List.of("manifest.json 被改动过，或者已经损坏，其他文件没有依据可以核对；请重新取得整个文件夹，或者重新生成。"));
            return new PackageCheck(published, manifest, files, bytes, damage, manifest.map(list -> strays(list, names)).orElse(List.of()));
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("读不了 " + published + " 里的文件，请检查文件是否正在别的程序里打开、有没有读取权限。", e);
        }
    }

    /** Of all files below the folder, besides the manifest. */
    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        OtherFiles.files(folder).forEach(file -> names.add(OtherFiles.path(folder, file)));
        names.remove(Manifest.FILE);
        return names;
    }

    private static List<String> strays(Manifest manifest, Set<String> names) {
        Set<String> strays = new TreeSet<>(names);
        manifest.files().forEach(listed -> strays.remove(listed.name()));
        return strays.stream().map(name -> "多出文件：" + name + "，清单上没有它。").toList();
    }

    private static List<String> damage(Manifest manifest, Map<String, byte[]> files) {
        List<String> problems = new ArrayList<>();
        for (Manifest.Content listed : manifest.files()) {
            byte[] content = files.get(listed.name());
            if (content == null) {
                problems.add("缺少文件：" + listed.name() + "。");
            } else if (!Checksum.of(content).equals(listed.sha256())) {
                problems.add(listed.name() + " 被改动过，或者已经损坏：清单上是 " + listed.size() + " 字节、校验和 "
                    + cut(listed.sha256()) + "，现在是 " + content.length + " 字节、校验和 " + cut(Checksum.of(content)) + "。");
            }
        }
        return problems;
    }

    private static String cut(String sha256) {
        return sha256.substring(0, Math.min(SHORT, sha256.length())) + "…";
    }
}
