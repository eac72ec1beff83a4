package dev.msvc.cluster.lease;

import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who changes something.
 *
 * @param who user and host
 * @param process its number there
 * @param space in which its number means something, as a container has one of its own; a word
 * @param lives whether a process of this host is there
 */
public record Holder(String who, long process, String space, LongPredicate lives) {
  private static final Pattern WRITTEN =
      Pattern.compile("(.+) \\(process (\\d{1,18}) of (\\S+)\\)");

  /** Whether that one was a process of this host, which is gone. */
  boolean isDead(String other) {
    Matcher parts = WRITTEN.matcher(other);
    return parts.matches()
        && parts.group(1).equals(who)
        && parts.group(3).equals(space)
        && !lives.test(Long.parseLong(parts.group(2)));
  }

  @Override
  public String toString() {
    return "%s (process %d of %s)".formatted(who, process, space);
  }
}
