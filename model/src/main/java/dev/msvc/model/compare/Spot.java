package dev.msvc.model.compare;

import java.util.Comparator;

/**
 * Where two answers differ, and how.
 *
 * @param path {@code status}, {@code header:NAME}, {@code body}, or a path of JSON as {@code
 *     $.items[].id}: all items of a list have one, and so have keys that look like data ({@code *})
 */
public record Spot(String path, Kind kind) implements Comparable<Spot> {
  /** Where one side gave no answer at all. */
  public static final String ANSWER = "answer";

  /** Where they differ by their status. */
  public static final String STATUS = "status";

  private static final Comparator<Spot> ORDER =
      Comparator.comparing(Spot::path).thenComparing(Spot::kind);

  /** How two answers differ at one place. */
  public enum Kind {
    /** Another kind of value. */
    TYPE,
    /** The monolith has it, and the other has not. */
    MISSING,
    /** The other has it, and the monolith has not. */
    EXTRA,
    /** Another value. */
    VALUE
  }

  /** Seen from the other side. */
  public Spot turned() {
    return switch (kind) {
      case MISSING -> new Spot(path, Kind.EXTRA);
      case EXTRA -> new Spot(path, Kind.MISSING);
      default -> this;
    };
  }

  /** The same for what is there in one answer and not in the other, whichever that is. */
  public Spot unsided() {
    return kind == Kind.EXTRA ? turned() : this;
  }

  @Override
  public int compareTo(Spot other) {
    return ORDER.compare(this, other);
  }
}
