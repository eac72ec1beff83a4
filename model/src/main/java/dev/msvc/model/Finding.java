package dev.msvc.model;

import dev.msvc.model.Word.Accepted;
import java.util.List;
import java.util.Optional;

/**
 * Something in the analysed system that stands in the way of taking it apart: one cause, with all
 * places that show it.
 *
 * @param rule id of its {@link FindingRule}
 * @param id stable as long as the names in it are: the rule and what it is about, no line numbers
 * @param severity how bad it is to go on without dealing with it
 * @param subject what it is about: a table, a context, a class, a cache, a setting
 * @param message what was found, with its figures, in a sentence
 * @param remedy what to do
 * @param contexts that it concerns, sorted; none where it is about the build or the whole system
 * @param evidence what shows it, most telling first
 * @param certainty the weakest of the facts that it rests on
 * @param accepted what the user says of it, where it may stay
 */
public record Finding(
    String rule,
    String id,
    Severity severity,
    String subject,
    String message,
    String remedy,
    List<String> contexts,
    List<Evidence> evidence,
    Certainty certainty,
    Optional<Accepted> accepted) {
  public Finding {
    contexts = List.copyOf(contexts);
    evidence = List.copyOf(evidence);
  }

  /** One that the user says nothing of. */
  public Finding(
      String rule,
      String id,
      Severity severity,
      String subject,
      String message,
      String remedy,
      List<String> contexts,
      List<Evidence> evidence,
      Certainty certainty) {
    this(
        rule,
        id,
        severity,
        subject,
        message,
        remedy,
        contexts,
        evidence,
        certainty,
        Optional.empty());
  }

  /**
   * One fact that shows a finding.
   *
   * @param what in a few words, without line numbers
   * @param place where to open it
   */
  public record Evidence(String what, Place place) {}

  /** The same, and it may stay. */
  public Finding acceptedBy(Accepted line) {
    return new Finding(
        rule,
        id,
        severity,
        subject,
        message,
        remedy,
        contexts,
        evidence,
        certainty,
        Optional.of(line));
  }

  /** Whether it may stay: it is kept and shown, and does not count. */
  public boolean isAccepted() {
    return accepted.isPresent();
  }

  /** What was found, for people: what is guessed is said to be. */
  public String told() {
    String doubt = evidence.size() > 1 ? " (guessed, or in part)" : " (guessed)";
    return certainty == Certainty.GUESSED ? message + doubt : message;
  }

  /** Places to open, each once, in the order of the evidence. */
  public List<Place> places() {
    return evidence.stream().map(Evidence::place).distinct().toList();
  }
}
