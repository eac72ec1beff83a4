package dev.msvc.model;

import java.util.List;
import java.util.Optional;

/**
 * The user's word: what {@code msvc.yaml} says of contexts. It is law to a decomposition, not a
 * hint.
 *
 * @param contexts that the user named, with what is pinned into them
 * @param merges contexts that are one
 * @param splits what leaves a context to be one of its own
 * @param renames of contexts that the user has not named above
 * @param ignored classes and packages that are nobody's, and whose references count for nothing
 * @param shared classes and packages that belong to no one context, as a shared kernel
 * @param technical classes and packages that serve the frameworks
 * @param accepted findings that are known and may stay
 * @param roadmap in which order contexts become services
 */
public record Word(
    List<Named> contexts,
    List<Merge> merges,
    List<Split> splits,
    List<Rename> renames,
    List<Pattern> ignored,
    List<Pattern> shared,
    List<Pattern> technical,
    List<Accepted> accepted,
    RoadmapWord roadmap) {
  /** The file, as messages and evidence name it. */
  public static final String FILE = "msvc.yaml";

  /** Nothing was said. */
  public static final Word NONE =
      new Word(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          RoadmapWord.NONE);

  public Word {
    contexts = List.copyOf(contexts);
    merges = List.copyOf(merges);
    splits = List.copyOf(splits);
    renames = List.copyOf(renames);
    ignored = List.copyOf(ignored);
    shared = List.copyOf(shared);
    technical = List.copyOf(technical);
    accepted = List.copyOf(accepted);
  }

  /** The same, with these contexts. */
  public Word withContexts(List<Named> named) {
    return new Word(named, merges, splits, renames, ignored, shared, technical, accepted, roadmap);
  }

  /** Whether it says nothing of where classes and tables belong. */
  public boolean isSilent() {
    return contexts.isEmpty()
        && merges.isEmpty()
        && splits.isEmpty()
        && renames.isEmpty()
        && ignored.isEmpty()
        && shared.isEmpty()
        && technical.isEmpty();
  }

  /**
   * A text as the user wrote it.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Said(String text, int line, int column) {
    /** As evidence names it: {@code msvc.yaml:12}. */
    public String place() {
      return FILE + ":" + line;
    }

    /** What is wrong with it: file, line and column, then the message. */
    public UserError wrong(String message, String hint) {
      return new UserError("%s:%d:%d: %s".formatted(FILE, line, column, message), hint);
    }
  }

  /** What a pattern names. */
  public enum Kind {
    /** A top-level type by its whole name. */
    CLASS,
    /** A package; with {@code ..} at its end also those below. */
    PACKAGE,
    /** A table. */
    TABLE
  }

  /** Classes or tables. */
  public record Pattern(Kind kind, Said said) {
    private static final String BELOW = "..";

    /** Whether packages below are meant, too. */
    public boolean isDeep() {
      return said.text().endsWith(BELOW);
    }

    /** The package without the sign for those below. */
    public String packageName() {
      String text = said.text();
      return isDeep() ? text.substring(0, text.length() - BELOW.length()) : text;
    }

    /** Whether a type of that package is meant. */
    public boolean holds(String packageOfType) {
      String name = packageName();
      return packageOfType.equals(name)
          || (isDeep() && (name.isEmpty() || packageOfType.startsWith(name + ".")));
    }
  }

  /** A context that the user named. */
  public record Named(Said name, Optional<Said> id, List<Pattern> pins) {
    public Named {
      pins = List.copyOf(pins);
    }
  }

  /**
   * Contexts that are one.
   *
   * @param of names of contexts, or classes in them
   * @param as how it is called; the name of the first where nothing is said
   */
  public record Merge(List<Said> of, Optional<Said> as) {
    public Merge {
      of = List.copyOf(of);
    }
  }

  /**
   * What leaves a context.
   *
   * @param from the context that it leaves, or a class that stays there
   */
  public record Split(Said from, List<Pattern> pins, Said as) {
    public Split {
      pins = List.copyOf(pins);
    }
  }

  /** Another name for a context. */
  public record Rename(Said from, Said to) {}

  /**
   * A finding that is known and may stay.
   *
   * @param until the last day on which it may, as {@code 2030-12-31}; empty for ever
   */
  public record Accepted(Said id, String reason, String until) {}
}
