package dev.msvc.model.shift;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a gate says at one look, with what it goes by.
 *
 * @param words one sentence for people; what a program or a server said is in it only cleaned and
 *     cut
 * @param arms what was counted, by arm; empty where no requests are
 * @param figures the other numbers by name, as {@code allowed}, {@code value} or {@code
 *     log10Against}
 */
public record Judgement(
    String gate,
    Outcome outcome,
    String words,
    SortedMap<Arm, Measured> arms,
    SortedMap<String, Double> figures) {
  /** What a gate may say. Only one lets a stage go on. */
  public enum Outcome {
    PASS,
    /** It is as bad as it must not be. */
    FAIL,
    /** There is too little to say either. */
    INSUFFICIENT,
    /** What should be known is not: nothing, or nonsense, was answered. */
    UNKNOWN
  }

  /**
   * What was counted of one arm, and from where to where its true share of bad requests lies.
   *
   * @param least lower end of the interval
   * @param most upper end of it
   */
  public record Measured(long requests, long bad, double share, double least, double most) {}

  public Judgement {
    arms = Collections.unmodifiableSortedMap(new TreeMap<>(arms));
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  /** Without numbers. */
  public static Judgement of(String gate, Outcome outcome, String words) {
    return new Judgement(gate, outcome, words, new TreeMap<>(), new TreeMap<>());
  }

  /** The same with a number more. */
  public Judgement with(String figure, double value) {
    SortedMap<String, Double> all = new TreeMap<>(figures);
    all.put(figure, value);
    return new Judgement(gate, outcome, words, arms, all);
  }
}
