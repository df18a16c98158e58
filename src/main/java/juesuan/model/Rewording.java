package juesuan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What was taken out of a text and what was put in. A text of which hardly anything is left is not marked:
 * it was written anew, and marks all over it would only make it hard to read.
 */
public record Rewording(List<Piece> was, List<Piece> now) {

    /** @param changed taken out, or put in */
    public record Piece(String text, boolean changed) {
    }

    /** Chinese has no spaces between words: each character counts as one, a figure and a foreign word too. */
    private static final Pattern WORD = Pattern.compile("[-−+]?\\d+(?:[,.]\\d+)*[%％‰]?|\\p{IsLatin}+|\\X");
    /** For texts so long that comparing them word by word would take too much room. */
    private static final Pattern CLAUSE = Pattern.compile("[^，。；！？\n]+[，。；！？\n]*|[，。；！？\n]+");
    private static final Pattern FIGURE = Pattern.compile("[-−+\\d,.%％‰]+");
    private static final long MOST_CELLS = 4_000_000;
    /** One part in so many of the shorter text must have stayed. */
    private static final int LEAST_SHARE = 3;

    public Rewording {
        was = List.copyOf(was);
        now = List.copyOf(now);
    }

    /** Either the same in both texts, or what one has in place of the other's. */
    private record Stretch(boolean same, List<String> was, List<String> now) {

        boolean isFigures() {
            return FIGURE.matcher(String.join("", was) + String.join("", now)).matches();
        }

        Stretch followedBy(Stretch next) {
            return new Stretch(same, joined(was, next.was), joined(now, next.now));
        }

        private static List<String> joined(List<String> first, List<String> second) {
            List<String> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
    }

    public static Rewording of(String was, String now) {
        List<Stretch> stretches = by(WORD, was, now).map(Rewording::withoutIslands).or(() -> by(CLAUSE, was, now)).orElse(List.of());
        int same = stretches.stream().filter(Stretch::same).mapToInt(stretch -> String.join("", stretch.was).length()).sum();
        return same * LEAST_SHARE < Math.min(was.length(), now.length()) || same == 0
            ? unmarked(was, now)
            : new Rewording(pieces(stretches, Stretch::was), pieces(stretches, Stretch::now));
    }

    static Rewording unmarked(String was, String now) {
        return new Rewording(List.of(new Piece(was, false)), List.of(new Piece(now, false)));
    }

    public boolean isMarked() {
        return was.stream().anyMatch(Piece::changed) || now.stream().anyMatch(Piece::changed);
    }

    private static List<Piece> pieces(List<Stretch> stretches, Function<Stretch, List<String>> side) {
        return stretches.stream().filter(stretch -> !side.apply(stretch).isEmpty())
            .map(stretch -> new Piece(String.join("", side.apply(stretch)), !stretch.same)).toList();
    }

    /** Empty when there is too much to compare. */
    private static Optional<List<Stretch>> by(Pattern unit, String was, String now) {
        List<String> old = unit.matcher(was).results().map(MatchResult::group).toList();
        List<String> fresh = unit.matcher(now).results().map(MatchResult::group).toList();
        int shorter = Math.min(old.size(), fresh.size());
        int start = 0;
        while (start < shorter && old.get(start).equals(fresh.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && old.get(old.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
            end++;
        }
        List<String> oldLeft = old.subList(start, old.size() - end);
        List<String> freshLeft = fresh.subList(start, fresh.size() - end);
        if ((long) oldLeft.size() * freshLeft.size() > MOST_CELLS) {
            return Optional.empty();
        }
        List<Stretch> stretches = new ArrayList<>();
        add(stretches, new Stretch(true, old.subList(0, start), fresh.subList(0, start)));
        align(oldLeft, freshLeft, stretches);
        add(stretches, new Stretch(true, old.subList(old.size() - end, old.size()), fresh.subList(fresh.size() - end, fresh.size())));
        return Optional.of(stretches);
    }

    /** As much as possible stays, in its order. */
    private static void align(List<String> was, List<String> now, List<Stretch> stretches) {
        int[][] common = new int[was.size() + 1][now.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < was.size() || j < now.size()) {
            boolean same = i < was.size() && j < now.size() && was.get(i).equals(now.get(j));
            boolean gone = same || j == now.size() || i < was.size() && common[i + 1][j] >= common[i][j + 1];
            boolean come = same || !gone;
            add(stretches, new Stretch(same, gone ? was.subList(i, i + 1) : List.of(), come ? now.subList(j, j + 1) : List.of()));
            i += gone ? 1 : 0;
            j += come ? 1 : 0;
        }
    }

    /** A single character that two changed words happen to share tells nothing; between two figures it does. */
    private static List<Stretch> withoutIslands(List<Stretch> stretches) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean island = stretch.same && stretch.was.size() == 1 && i > 0 && i < stretches.size() - 1
                && !stretches.get(i - 1).isFigures() && !stretches.get(i + 1).isFigures() && !stretch.isFigures();
            add(found, new Stretch(stretch.same && !island, stretch.was, stretch.now));
        }
        return found;
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).same == next.same) {
            stretches.set(last, stretches.get(last).followedBy(next));
        } else if (!next.was.isEmpty() || !next.now.isEmpty()) {
            stretches.add(next);
        }
    }
}
