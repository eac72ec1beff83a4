package dev.msvc.cluster.traffic;

import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Weights;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a file in Git says the weights are to be, which somebody else brings into the cluster.
 *
 * @param weights empty where it cannot be read
 * @param head last commit of the branch, in short
 * @param commit by which the shift said so last, in short; where it never did, the head
 * @param since when that was made
 * @param intents digests of the entries that the last commits were made for, in short
 * @param away why it cannot be read; empty where it can
 */
public record Declared(
    Optional<Weights> weights,
    String head,
    String commit,
    Instant since,
    Set<String> intents,
    Optional<UserError> away) {
  private static final int SHORT = 16;

  public Declared {
    intents = Set.copyOf(intents);
  }

  /** That of a file that cannot be read now. */
  public static Declared away(UserError why) {
    return new Declared(Optional.empty(), "", "", Instant.EPOCH, Set.of(), Optional.of(why));
  }

  /** By what a commit says which entry it was made for. */
  public static String intent(Entry entry) {
    return entry.digest().substring(0, SHORT);
  }

  /** Whether it is known to say these. */
  public boolean says(Weights others) {
    return weights.isPresent() && weights.get().equals(others);
  }

  /** Whether a commit was made for an entry. */
  public boolean has(Entry entry) {
    return intents.contains(intent(entry));
  }

  /** Refuses to go on without it. */
  void require() {
    if (away.isPresent()) {
      throw away.get();
    }
  }
}
