package dev.msvc.cli;

import dev.msvc.analyzers.draft.Draft;
import dev.msvc.analyzers.draft.ServiceDrafts;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.yaml.ServiceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The description of a service, drafted from a context of the monolith that {@code --from} names.
 */
final class DraftedSpec {
  private static final int SHOWN = 10;

  private final Invocation call;
  private final Organisation organisation;

  DraftedSpec(Invocation call, Organisation organisation) {
    this.call = call;
    this.organisation = organisation;
  }

  /**
   * The text of the description, with what a person should look at above it.
   *
   * @param from folder of the monolith, as it was typed
   */
  String text(ServiceName name, String from) {
    Analyzed analyzed = Analyzed.read(call, from);
    if (analyzed.isThin()) {
      call.console().say(analyzed.thinness());
    }
    String wanted = call.option("-b") == null ? name.value() : String.valueOf(call.option("-b"));
    BoundedContext context = context(analyzed, wanted);
    Draft draft =
        ServiceDrafts.of(
            call.directory().resolve(from),
            analyzed.map(),
            context,
            name,
            packageOf(name, context));
    List<String> notes = draft.notes();
    if (!notes.isEmpty()) {
      call.console().say("drafted from context '%s'; look at:".formatted(context.name()));
      notes.stream()
          .limit(SHOWN)
          .forEach(each -> call.console().say("  " + Text.shortened(each, Text.WIDTH - 2)));
      if (notes.size() > SHOWN) {
        call.console().say("  and %d more, above the description".formatted(notes.size() - SHOWN));
      }
    }
    List<String> head = new ArrayList<>();
    head.add("Drafted by msvc from the context '%s'; look at:".formatted(context.name()));
    notes.forEach(each -> head.add("- " + each));
    return ServiceText.write(draft.service(), notes.isEmpty() ? List.of() : head);
  }

  private static BoundedContext context(Analyzed analyzed, String wanted) {
    List<BoundedContext> all = analyzed.map().decomposition().contexts();
    return all.stream()
        .filter(each -> each.name().equals(wanted) || each.id().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                Names.unknown(
                    "context '%s'; say which with -b",
                    wanted,
                    all.stream().map(BoundedContext::name).toList(),
                    analyzed.command() + " get contexts"));
  }

  /** Beside the packages of the context, unless the organisation says where services are. */
  private PackageName packageOf(ServiceName name, BoundedContext context) {
    if (organisation.packagePrefix().equals(Organisation.DEFAULT.packagePrefix())) {
      String[] parts =
          context.classes().isEmpty() ? new String[0] : context.classes().get(0).split("\\.");
      if (parts.length > 2) {
        try {
          return new PackageName(parts[0] + "." + parts[1] + "." + name.compact());
        } catch (IllegalArgumentException oddPackage) {
          return organisation.packageOf(name, Optional.empty());
        }
      }
    }
    return organisation.packageOf(name, Optional.empty());
  }

  /** As messages name it. */
  static String shown(String from) {
    return "the draft of " + Path.of(from);
  }
}
