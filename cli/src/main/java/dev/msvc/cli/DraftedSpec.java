package dev.msvc.cli;

import dev.msvc.analyzers.draft.Draft;
import dev.msvc.analyzers.draft.ServiceDrafts;
import dev.msvc.model.BoundedContext;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceName;
import dev.msvc.model.service.ServiceOptions;
import dev.msvc.model.yaml.ServiceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The description of a service, drafted from a context of the monolith that {@code --from} names.
 */
final class DraftedSpec {
  private final Invocation call;
  private final Organisation organisation;

  DraftedSpec(Invocation call, Organisation organisation) {
    this.call = call;
    this.organisation = organisation;
  }

  /**
   * What was drafted.
   *
   * @param text of the description, with what a person should look at above it
   * @param exitCode 0 where enough of the monolith was understood to rely on it
   */
  record Drafted(String text, int exitCode) {}

  /**
   * Drafts a description.
   *
   * @param from folder of the monolith, as it was typed
   */
  Drafted draft(ServiceName name, String from) {
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
            packageOf(name, context),
            ServiceOptions.of(organisation));
    DraftScreen screen = new DraftScreen(draft, context, from);
    screen.lines().forEach(each -> call.console().say(each));
    return new Drafted(
        ServiceText.write(draft.service(), organisation, screen.head()), analyzed.exitCode());
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
      Map<String, Integer> beginnings = new TreeMap<>();
      for (String each : context.classes()) {
        String[] words = each.split("\\.", -1);
        if (words.length > 2) {
          beginnings.merge(words[0] + "." + words[1], 1, Integer::sum);
        }
      }
      String most = "";
      for (Map.Entry<String, Integer> each : beginnings.entrySet()) {
        most = each.getValue() > beginnings.getOrDefault(most, 0) ? each.getKey() : most;
      }
      try {
        return new PackageName(most + "." + name.compact());
      } catch (IllegalArgumentException oddPackage) {
        return organisation.packageOf(name, Optional.empty());
      }
    }
    return organisation.packageOf(name, Optional.empty());
  }

  /** As messages name it. */
  static String shown(String from) {
    return "the draft of " + Path.of(from);
  }
}
