package dev.msvc.analyzers.check;

import dev.msvc.analyzers.risk.Risks;
import dev.msvc.model.CutKind;
import dev.msvc.model.FindingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a violation can be: a dependency, what a class of no context does, a cut of each kind, and
 * what kills migrations.
 */
public final class BoundaryRules {
  /** A class of one context uses a class of another. */
  public static final String DEPENDENCY = "MSVC-DEPENDENCY";

  /** A class of no context writes a table of one. */
  static final String OUTSIDE_WRITE = "MSVC-OUTSIDE-WRITE";

  /** A class of no context uses several. */
  static final String TIE = "MSVC-TIE";

  private static final String CUT = "MSVC-CUT-";

  private BoundaryRules() {}

  /** All rules: those of classes, those of cuts, then those of findings. */
  public static List<FindingRule> all() {
    List<FindingRule> all = new ArrayList<>();
    all.add(
        new FindingRule(
            DEPENDENCY,
            "dependency between contexts",
            "A class of one context names a class of another, in whatever way.",
            "Each one is a call over the network, a copied type or a shared library once the contexts"
                + " are apart.",
            "Ask the other context through an interface or an event of it, or move the code to"
                + " where it belongs."));
    all.add(
        new FindingRule(
            OUTSIDE_WRITE,
            "write from no context",
            "A class of no context writes a table that a context owns.",
            "Its table has a writer that no service takes along.",
            "Make each write a command of the owner."));
    all.add(
        new FindingRule(
            TIE,
            "class between contexts",
            "A class of no context uses classes or tables of several contexts.",
            "It belongs to no service, and none of them goes without it.",
            "Make one class for each context, or say which one it is of."));
    for (CutKind kind : CutKind.values()) {
      all.add(rule(kind));
    }
    all.addAll(Risks.rules());
    return List.copyOf(all);
  }

  static String of(CutKind kind) {
    return CUT + kind.name().replace('_', '-');
  }

  /** The page that says more of a rule, from the root of this project. */
  public static String page(String rule) {
    return switch (rule) {
      case DEPENDENCY, OUTSIDE_WRITE, TIE -> "docs/check.md";
      default -> rule.startsWith(CUT) ? "docs/cuts.md" : "docs/findings/" + rule + ".md";
    };
  }

  private static FindingRule rule(CutKind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String found = "Something %s.".formatted(kind.title());
    return switch (kind) {
      case TRANSACTION ->
          rule(
              kind,
              name,
              found,
              "What was all or nothing becomes half: no transaction spans two services.",
              "Keep together what must be, or use a saga, try-confirm-cancel or an outbox.");
      case FOREIGN_WRITE, COLUMN_SPLIT ->
          rule(
              kind,
              name,
              found,
              "A row with two writers has no owner, and no service that can check it.",
              "Make each write a command of the owner.");
      case TRIGGER, ROUTINE ->
          rule(
              kind,
              name,
              found,
              "It stops to fire, or fires on a copy, on the day the tables part.",
              "Move the logic into the owner's code, or replace it by an event.");
      case JOIN, VIEW ->
          rule(
              kind,
              name,
              found,
              "No remote call replaces a join that filters, sorts or pages.",
              "Fetch by id in one batch, or keep a read model that events refresh.");
      case SEQUENCE ->
          rule(
              kind,
              name,
              found,
              "Both sides hand out the same number.",
              "Give each side a range or a sequence of its own.");
      case RELATION, FOREIGN_KEY ->
          rule(
              kind,
              name,
              found,
              "The database no longer keeps the reference whole, and the mapper cannot follow it.",
              "Hold the id alone, and ask the owner for the rest.");
      case FOREIGN_READ ->
          rule(
              kind,
              name,
              found,
              "The table cannot change or move without the reader.",
              "Ask the owner through its interface, or keep a copy that its events refresh.");
    };
  }

  private static FindingRule rule(
      CutKind kind, String name, String found, String kills, String remedy) {
    return new FindingRule(of(kind), name + " between contexts", found, kills, remedy);
  }
}
