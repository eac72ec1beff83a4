package dev.msvc.model;

import java.util.Set;

/**
 * A published or plain figure of a decomposition. Reported, never optimised: its variants disagree,
 * and splits that people made score badly on many.
 *
 * @param name as the field calls it
 * @param variant which of its formulas; empty where there is one
 * @param context that it is of; empty for the whole
 * @param value not a number where there is nothing to measure
 * @param meaning what is counted, and which way is better
 * @param source where the formula is from
 */
public record Metric(
    String name, String variant, String context, double value, String meaning, String source) {
  private static final Set<String> COUNTS = Set.of("nano-services", "god classes");

  /** Whether it counts things, rather than being a share or a mean. */
  public boolean isCount() {
    return COUNTS.contains(name) || variant.equals("cycles");
  }

  /** With its variant: {@code ICP/cargo}. */
  public String id() {
    String full = variant.isEmpty() ? name : name + "/" + variant;
    return context.isEmpty() ? full : full + "@" + context;
  }
}
