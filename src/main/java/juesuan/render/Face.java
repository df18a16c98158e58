package juesuan.render;

/** One line of fonts.yaml: this file is that weight of that family. */
record Face(String family, int weight, String file) {

    boolean isInPlaceOf(Face other) {
        return family.equals(other.family) && weight == other.weight;
    }
}
