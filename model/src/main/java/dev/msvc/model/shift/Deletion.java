package dev.msvc.model.shift;

import dev.msvc.model.EntryPoint;
import dev.msvc.model.Place;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a monolith no longer needs once a shift is over.
 *
 * @param answered entry points that the service answers from now on, by which they are gone
 * @param staying entry points of which the monolith still answers some
 * @param removed files that nothing of what stays needs, each with the types in it
 * @param cut lines that go from files that stay, by file
 * @param kept types that served the gone ones alone but for what is said of them
 * @param idle members of what stays that only what goes used
 * @param byHand tests that use what goes, and that no rule can mend, each with what it uses
 */
public record Deletion(
    List<EntryPoint> answered,
    List<Staying> staying,
    SortedMap<String, List<String>> removed,
    SortedMap<String, List<Lines>> cut,
    List<Kept> kept,
    List<Kept> idle,
    SortedMap<String, SortedSet<String>> byHand) {
  /**
   * An entry point that still is the monolith's, wholly or for some methods of HTTP.
   *
   * @param methods those that the monolith goes on to answer
   */
  public record Staying(EntryPoint entry, SortedSet<String> methods) {}

  /**
   * A type, or a member of one, that stays.
   *
   * @param why as a sentence without its subject
   */
  public record Kept(String type, Place place, String why) {}

  /** Lines of a file, from 1, both ends included. */
  public record Lines(int first, int last) {
    public Lines {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("no lines: %d to %d".formatted(first, last));
      }
    }

    /** Whether a line is one of them. */
    public boolean holds(int line) {
      return first <= line && line <= last;
    }
  }

  public Deletion {
    answered = List.copyOf(answered);
    staying = List.copyOf(staying);
    removed = new TreeMap<>(removed);
    cut = new TreeMap<>(cut);
    kept = List.copyOf(kept);
    idle = List.copyOf(idle);
    byHand = new TreeMap<>(byHand);
  }

  /** Whether nothing goes. */
  public boolean isEmpty() {
    return removed.isEmpty() && cut.isEmpty();
  }
}
