package juesuan.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import juesuan.model.Checksum;
import juesuan.model.UserError;

/** The publications that were corrected, kept in a package's folder, each in a folder of its number. */
public final class Superseded {

    public static final String FOLDER = "superseded";

    private Superseded() {
    }

    /** Whether a file belongs to a publication that these files bring along, whole. */
    static boolean holds(Map<String, byte[]> files, String path) {
        String[] parts = path.split("/", 3);
        String publication = parts.length < 3 ? path : parts[0] + "/" + parts[1] + "/";
        return parts[0].equals(FOLDER) && files.keySet().stream().anyMatch(file -> file.startsWith(publication));
    }

    /** @param published a published folder, or one that was superseded */
    static Path folder(PackageCheck published) {
        Path parent = published.folder().toAbsolutePath().normalize().getParent();
        return parent.getFileName() != null && parent.getFileName().toString().equals(FOLDER) ? parent : parent.resolve(FOLDER);
    }

    /** The publication that one corrects; empty when it is not kept beside it. */
    public static Optional<PackageCheck> before(PackageCheck published) {
        return published.manifest().flatMap(Manifest::corrects).map(corrects -> folder(published).resolve(String.valueOf(corrects.revision())))
            .filter(folder -> Files.isRegularFile(folder.resolve(Manifest.FILE))).map(PackageCheck::of);
    }

    /**
     * What is to be kept when a publication is corrected: its files, and those of all that it corrected.
     *
     * @throws UserError when one of them is missing or is not what it was
     */
    public static Map<String, byte[]> kept(PackageCheck published) {
        List<String> problems = problems(published, PackageCheck::damage);
        if (!problems.isEmpty()) {
            throw new UserError("要更正的公开文件夹 " + published.folder() + " 不完整：" + problems.get(0)
                + "请先用 juesuan verify 核对，找回当时公开的整个部门文件夹，再运行一次。");
        }
        Map<String, byte[]> kept = new LinkedHashMap<>();
        Optional<PackageCheck> next = Optional.of(published);
        while (next.isPresent()) {
            PackageCheck one = next.get();
            String folder = FOLDER + "/" + one.manifest().orElseThrow().revision() + "/";
            one.files().forEach((name, content) -> kept.put(folder + name, content));
            kept.put(folder + Manifest.FILE, one.manifestBytes());
            next = before(one);
        }
        return kept;
    }

    /** What is wrong with a publication and those it corrected, one after the other; Chinese sentences. */
    public static List<String> problems(PackageCheck published) {
        return problems(published, PackageCheck::problems);
    }

    /** Whether they are kept beside it at all: what is put on a website comes without them. */
    public static boolean areKept(PackageCheck published) {
        return Files.isDirectory(folder(published));
    }

    /** Publications that lie there and that none has corrected; Chinese sentences. */
    public static List<String> orphans(PackageCheck published) {
        Set<String> chain = new TreeSet<>();
        for (Optional<PackageCheck> one = before(published); one.isPresent() && chain.add(one.get().folder().getFileName().toString());) {
            one = before(one.get());
        }
        if (!areKept(published) || published.folder().toAbsolutePath().normalize().getParent().endsWith(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder(published))) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).filter(name -> !chain.contains(name)).sorted()
                .map(name -> FOLDER + "/" + name + " 不在这次公开的更正链里：没有一次公开更正的是它。").toList();
        } catch (IOException e) {
            throw new UserError("读不了 " + folder(published) + "，请检查有没有读取权限。", e);
        }
    }

    private static List<String> problems(PackageCheck published, Function<PackageCheck, List<String>> of) {
        List<String> problems = new ArrayList<>(of.apply(published));
        PackageCheck one = published;
        while (one.manifest().flatMap(Manifest::corrects).isPresent()) {
            Manifest manifest = one.manifest().orElseThrow();
            Manifest.Corrects corrects = manifest.corrects().orElseThrow();
            String place = FOLDER + "/" + corrects.revision();
            Optional<PackageCheck> before = corrects.revision() < manifest.revision() ? before(one) : Optional.empty();
            if (before.isEmpty()) {
                problems.add("缺少 " + place + "：第 " + manifest.revision() + " 次公开所更正的第 " + corrects.revision() + " 次公开应当保存在那里。");
                return problems;
            }
            of.apply(before.get()).forEach(problem -> problems.add(place + " 里：" + problem));
            if (!Checksum.of(before.get().manifestBytes()).equals(corrects.manifestSha256())) {
                problems.add(place + " 不是第 " + manifest.revision() + " 次公开所更正的那一份：manifest.json 的校验和不同。");
                return problems;
            }
            one = before.get();
        }
        return problems;
    }
}
