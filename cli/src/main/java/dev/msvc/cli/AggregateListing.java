package dev.msvc.cli;

import static dev.msvc.cli.Listing.Column.shown;
import static dev.msvc.cli.Listing.Column.wide;

import dev.msvc.analyzers.aggregate.Aggregates;
import dev.msvc.cli.Explanation.Line;
import dev.msvc.model.Aggregate;
import dev.msvc.model.Aggregate.Part;
import dev.msvc.model.ContextMap;
import dev.msvc.model.yaml.AnalysisDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The list of {@code msvc get} about aggregates, and what is said of those of a context. */
final class AggregateListing {
  private AggregateListing() {}

  static Listing<Aggregate> of(ContextMap map, Supplier<AnalysisDocument> document) {
    return new Listing<>(
        "aggregates",
        Aggregates.of(map),
        Aggregate::name,
        aggregate -> aggregate::concerns,
        List.of(
            shown("ROOT", each -> ExplainedLines.simple(each.name())),
            shown("CONTEXT", each -> each.context().isEmpty() ? "-" : each.context()),
            shown("MEMBERS", each -> names(each.members())),
            shown("VALUES", each -> each.values().size()),
            shown("REPOSITORY", each -> names(each.repositories())),
            shown("TABLES", each -> each.tables().size()),
            wide("EVENTS", each -> names(each.events())),
            wide("VALUE TYPES", each -> names(each.values())),
            wide("TABLE NAMES", each -> String.join(", ", each.tables())),
            wide("CONTEXTS", each -> String.join(", ", each.contexts())),
            wide("WHY", AggregateListing::why),
            wide("CERTAINTY", each -> Listings.word(each.certainty())),
            wide("WHERE", each -> each.root().place().toString()),
            wide("NAME", Aggregate::name)),
        items -> document.get().aggregates(items));
  }

  private static String names(List<Part> parts) {
    return parts.isEmpty()
        ? "-"
        : parts.stream()
            .map(each -> ExplainedLines.simple(each.name()))
            .collect(Collectors.joining(", "));
  }

  private static String why(Aggregate aggregate) {
    return aggregate.members().stream()
        .map(each -> ExplainedLines.simple(each.name()) + ": " + each.why())
        .collect(Collectors.joining("; "));
  }

  /** Those whose root or part a context holds. */
  static List<Line> lines(ContextMap map, String context) {
    List<Line> lines = new ArrayList<>();
    for (Aggregate each : Aggregates.of(map)) {
      if (each.concerns(context)) {
        StringBuilder line = new StringBuilder(ExplainedLines.simple(each.name()));
        if (!each.members().isEmpty()) {
          line.append(" with ").append(names(each.members()));
        }
        if (each.isSplit()) {
          line.append(", over ").append(String.join(", ", each.contexts()));
        }
        lines.add(new Line(line.toString(), each.root().place().toString()));
      }
    }
    return lines;
  }
}
