package dev.msvc.cli;

import dev.msvc.analyzers.draft.Draft;
import dev.msvc.analyzers.draft.DraftNote;
import dev.msvc.analyzers.draft.DraftNote.Kind;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.service.AggregateSpec;
import dev.msvc.model.service.StandardOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what was drafted from where, and what was not. */
final class DraftScreen {
  private static final int AGGREGATES = 8;
  private static final int MOST_NAME = 36;
  private static final int NOTES = 3;
  private static final int KEPT = 25;

  private final Draft draft;
  private final BoundedContext context;
  private final String from;

  /**
   * @param from folder of the monolith, as it was typed
   */
  DraftScreen(Draft draft, BoundedContext context, String from) {
    this.draft = draft;
    this.context = context;
    this.from = from;
  }

  /** For the screen: bounded, each line no wider than it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<AggregateSpec> all = draft.service().aggregates();
    lines.add("drafted from context '%s' of %s".formatted(context.name(), from));
    int shown = all.size() <= AGGREGATES ? all.size() : AGGREGATES - 1;
    int width =
        Math.max(
            20,
            all.stream()
                .limit(shown)
                .mapToInt(each -> each.name().toString().length())
                .max()
                .orElse(0));
    String row = "  %-" + Math.min(width, MOST_NAME) + "s %s";
    for (int i = 0; i < shown; i++) {
      Draft.Origin origin = draft.origins().get(i);
      lines.add(row.formatted(all.get(i).name(), what(all.get(i))));
      lines.add(row.formatted("", "from " + origin.brief()));
    }
    if (shown < all.size()) {
      lines.add("  and %d more aggregates".formatted(all.size() - shown));
    }
    for (Kind kind : Kind.values()) {
      List<DraftNote> notes = draft.notes(kind);
      if (notes.isEmpty() || kind == Kind.SERVED) {
        continue;
      }
      lines.add("%s, %d:".formatted(kind.label(), notes.size()));
      notes.stream().limit(NOTES).forEach(each -> lines.add(fitting(each)));
      if (notes.size() > NOTES) {
        lines.add("  and %d more, in the head of service.yaml".formatted(notes.size() - NOTES));
      }
    }
    return lines.stream().map(each -> Text.shortened(each, Text.WIDTH)).toList();
  }

  /** Without its place where both do not fit: the head of the description has it. */
  private static String fitting(DraftNote note) {
    String whole = "  " + note.brief();
    return whole.length() <= Text.WIDTH ? whole : "  " + note.what();
  }

  private static String what(AggregateSpec aggregate) {
    List<String> counts = new ArrayList<>();
    counts.add(count(aggregate.fields().size(), "field"));
    if (!aggregate.entities().isEmpty()) {
      counts.add(
          "%d %s"
              .formatted(
                  aggregate.entities().size(),
                  aggregate.entities().size() == 1 ? "entity" : "entities"));
    }
    counts.add(
        aggregate.operations().stream()
            .map(StandardOperation::notation)
            .collect(Collectors.joining(" ")));
    if (!aggregate.commands().isEmpty()) {
      counts.add(count(aggregate.commands().size(), "command"));
    }
    if (!aggregate.events().isEmpty()) {
      counts.add(count(aggregate.events().size(), "event"));
    }
    return String.join(", ", counts);
  }

  private static String count(int many, String what) {
    return many + " " + what + (many == 1 ? "" : "s");
  }

  /** For the head of the description: all that fits there. */
  List<String> head() {
    List<String> head = new ArrayList<>();
    head.add("Drafted by msvc from the context '%s':".formatted(context.name()));
    draft
        .origins()
        .forEach(
            each ->
                head.add(
                    "- %s: %s%s"
                        .formatted(
                            each.aggregate(),
                            each.of(),
                            each.place().file().isEmpty() ? "" : ", " + each.place())));
    for (Kind kind : Kind.values()) {
      List<DraftNote> notes = draft.notes(kind);
      if (!notes.isEmpty()) {
        head.add("%s, %d:".formatted(kind.label(), notes.size()));
        notes.stream().limit(KEPT).forEach(each -> head.add("- " + each.text()));
        if (notes.size() > KEPT) {
          head.add("- and %d more".formatted(notes.size() - KEPT));
        }
      }
    }
    return head;
  }
}
