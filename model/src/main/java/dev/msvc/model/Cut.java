package dev.msvc.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is one today and that a boundary between contexts cuts in two.
 *
 * @param id stable as long as its names are: the kind and the names, no line numbers
 * @param from context that must change
 * @param to context that it depends on; of several the one that matters most
 * @param contexts all that it concerns, sorted
 * @param subject its names in short: {@code orders.customer_id -> customers}
 * @param what what it is, in a sentence
 * @param advice what to do, in a sentence
 * @param remedy of a transaction; null for other kinds
 * @param why the rule by which the remedy was chosen, with its figures; empty for other kinds
 * @param tables that it concerns, sorted
 * @param uncertain those tables of a transaction of which it is open whether they are reached
 * @param methods {@code a.b.Type.method} that it is in, sorted; none for what the schema says
 * @param text how a statement begins; empty for none
 * @param hurts how much, from 1 (little) to 100: by its kind first, then by how often
 * @param places to open, sorted
 * @param certainty of the facts that it follows from: the surest where one of them is enough
 */
public record Cut(
    String id,
    CutKind kind,
    String from,
    String to,
    List<String> contexts,
    String subject,
    String what,
    String advice,
    @Nullable Remedy remedy,
    String why,
    List<String> tables,
    List<String> uncertain,
    List<String> methods,
    String text,
    int hurts,
    List<Place> places,
    Certainty certainty)
    implements Comparable<Cut> {
  private static final Comparator<Cut> ORDER =
      Comparator.comparingInt((Cut cut) -> -cut.hurts())
          .thenComparing(Cut::kind)
          .thenComparing(Cut::id);

  public Cut {
    contexts = List.copyOf(contexts);
    tables = List.copyOf(tables);
    uncertain = List.copyOf(uncertain);
    methods = List.copyOf(methods);
    places = List.copyOf(places);
  }

  /** Whether it is at the boundary of a context. */
  public boolean concerns(String context) {
    return contexts.contains(context);
  }

  /** Whether it is at the boundary between two contexts. */
  public boolean isBetween(String one, String other) {
    return concerns(one) && concerns(other);
  }

  /** Those that hurt most first. */
  @Override
  public int compareTo(Cut other) {
    return ORDER.compare(this, other);
  }
}
