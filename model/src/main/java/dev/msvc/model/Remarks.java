package dev.msvc.model;

import java.util.List;

/**
 * What a person is told of an analysis without asking.
 *
 * @param findings what stands in the way, most dangerous first, whatever the user accepts of it
 * @param questions what a person has to decide, those first whose answer changes most
 */
public record Remarks(List<Finding> findings, List<Question> questions) {
  public Remarks {
    findings = List.copyOf(findings);
    questions = List.copyOf(questions);
  }
}
