package juesuan.pack;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a change is said. {@code {原因}} in a sentence makes the reason required in that case.
 *
 * @param nearlyFlat when the printed figures are the same and those of the workbook are not
 * @param minor when no reason is given and the change stays below {@code style.reasonThreshold}; without it the
 *     reason is required however small the change
 * @param fromZero for an increase when the base is zero; as any other increase unless given
 * @param none when there was nothing, is nothing, and no reason is given; as flat unless given
 */
public record Wording(
    @JsonProperty(required = true) String increase,
    @JsonProperty(required = true) String decrease,
    @JsonProperty(required = true) String flat,
    String nearlyFlat,
    String fromZero,
    String minor,
    String none) {

    public Wording {
        nearlyFlat = Specs.text(nearlyFlat);
        minor = Specs.text(minor);
        fromZero = Specs.text(fromZero);
        none = Specs.text(none);
    }
}
