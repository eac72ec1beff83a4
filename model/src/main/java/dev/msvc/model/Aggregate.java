package dev.msvc.model;

import java.util.List;

/**
 * What is stored, changed and removed together.
 *
 * @param name of the root: its class, or its table where no class is mapped
 * @param context that the root is in; empty for none
 * @param members that live and die with the root, those that it holds itself first
 * @param values types without an identity that these hold, sorted
 * @param repositories classes that find and store these, those of the root first
 * @param events published types that tell of it, sorted
 * @param tables that hold it, sorted
 * @param contexts of the root, the members and their tables, sorted
 * @param certainty of the weakest member
 */
public record Aggregate(
    String name,
    String context,
    Part root,
    List<Part> members,
    List<Part> values,
    List<Part> repositories,
    List<Part> events,
    List<String> tables,
    List<String> contexts,
    Certainty certainty) {
  public Aggregate {
    members = List.copyOf(members);
    values = List.copyOf(values);
    repositories = List.copyOf(repositories);
    events = List.copyOf(events);
    tables = List.copyOf(tables);
    contexts = List.copyOf(contexts);
  }

  /**
   * A class or a table that takes part.
   *
   * @param className empty where only a table is known
   * @param table empty where it has none of its own
   * @param why it is one, in a few words
   * @param place that shows it
   */
  public record Part(String className, String table, String why, Place place, Certainty certainty) {
    /** The class; the table where no class is known. */
    public String name() {
      return className.isEmpty() ? table : className;
    }
  }

  /** Whether it lies in several contexts. */
  public boolean isSplit() {
    return contexts.size() > 1;
  }

  /** Whether a context holds the root or a part of it. */
  public boolean concerns(String of) {
    return context.equals(of) || contexts.contains(of);
  }
}
