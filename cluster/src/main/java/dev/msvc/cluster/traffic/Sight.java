package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.PerClient;
import dev.msvc.model.shift.Tally;
import dev.msvc.model.shift.Weights;
import java.util.Map;
import java.util.Optional;

/**
 * A router as it is at one moment.
 *
 * @param version of what was read; a write on condition of it fails where anything moved since
 * @param weights of the rules that are owned, as they are live
 * @param accepted whether the router says that it does what is written
 * @param why not; empty where it does
 * @param ready how many endpoints of an arm could answer now; absent where the router can't tell
 * @param counts by rule and arm, of copies by {@link Mirrored#key}, and of answers with 4xx by
 *     {@link ClientErrors#key}; empty where the router doesn't count
 * @param mirrored by rule; empty where nothing is copied
 * @param declared what Git says; empty where weights are written into the router itself
 * @param perClient how many requests come of one client; empty where the router doesn't count them
 */
public record Sight(
    String version,
    Weights weights,
    boolean accepted,
    String why,
    Map<Arm, Integer> ready,
    Map<String, Map<Arm, Tally>> counts,
    Map<String, Mirrored> mirrored,
    Optional<Declared> declared,
    Optional<PerClient> perClient) {
  public Sight {
    ready = Map.copyOf(ready);
    counts = Map.copyOf(counts);
    mirrored = Map.copyOf(mirrored);
  }

  /** That of a router which copies nothing. */
  public Sight(
      String version,
      Weights weights,
      boolean accepted,
      String why,
      Map<Arm, Integer> ready,
      Map<String, Map<Arm, Tally>> counts) {
    this(version, weights, accepted, why, ready, counts, Map.of());
  }

  /** That of a router into which weights are written. */
  public Sight(
      String version,
      Weights weights,
      boolean accepted,
      String why,
      Map<Arm, Integer> ready,
      Map<String, Map<Arm, Tally>> counts,
      Map<String, Mirrored> mirrored) {
    this(
        version,
        weights,
        accepted,
        why,
        ready,
        counts,
        mirrored,
        Optional.empty(),
        Optional.empty());
  }

  /** The same, of a router whose weights are a file's in Git. */
  public Sight declaring(Declared git) {
    return new Sight(
        version, weights, accepted, why, ready, counts, mirrored, Optional.of(git), perClient);
  }

  /** The same, of a router that tells clients from each other. */
  public Sight keeping(Optional<PerClient> clients) {
    return new Sight(version, weights, accepted, why, ready, counts, mirrored, declared, clients);
  }

  /** Whether these are live, and Git, as far as it can be read, does not say otherwise. */
  public boolean shows(Weights others) {
    return weights.equals(others)
        && declared.map(each -> each.weights().isEmpty() || each.says(others)).orElse(true);
  }

  /** Whether Git is known to say these, and others are live. */
  public boolean isToCome(Weights others) {
    return !weights.equals(others) && declared.map(each -> each.says(others)).orElse(false);
  }

  /** Whether these are live and, where a file says them, known to be in Git. */
  public boolean isAll(Weights others) {
    return weights.equals(others) && declared.map(each -> each.says(others)).orElse(true);
  }

  /** How many endpoints of an arm could answer; empty where nobody knows. */
  public Optional<Integer> ready(Arm arm) {
    return Optional.ofNullable(ready.get(arm));
  }

  /** What was counted of a rule's arm; nothing where nothing was. */
  public Tally count(String rule, Arm arm) {
    return counts.getOrDefault(rule, Map.of()).getOrDefault(arm, Tally.NONE);
  }
}
