package juesuan.pipeline;

import java.util.Optional;
import juesuan.model.Narrative;
import juesuan.model.Review;

/**
 * What was found in a workbook.
 *
 * @param narrative when the workbook could be read well enough for one
 * @param tailErrors whether rounded figures do not add up
 */
public record Examination(Review review, Optional<Narrative> narrative, boolean tailErrors) {
}
