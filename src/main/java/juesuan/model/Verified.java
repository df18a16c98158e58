package juesuan.model;

import java.util.List;

/**
 * What a published folder was found to be.
 *
 * @param subject whose it is
 * @param files of its list that are there
 * @param problems sentences that each name a file, or say why it could not be made again
 */
public record Verified(String subject, int files, List<String> remarks, List<String> problems) {
    public Verified {
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }
}
