package dev.msvc.cli;

import dev.msvc.analyzers.entry.ServedUrls;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.ShiftProposal;
import dev.msvc.model.shift.ShiftRoute;
import dev.msvc.model.yaml.ShiftProposalText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what would go to a service that lacks it, where its document of OpenAPI is at hand. */
final class ServiceUrls {
  private static final String GENERATED = "src/main/openapi/openapi.yaml";
  private static final int SHOWN = 5;

  private final Invocation call;
  private final String file;
  private final ServedUrls urls;

  private ServiceUrls(Invocation call, String file, ServedUrls urls) {
    this.call = call;
    this.file = file;
    this.urls = urls;
  }

  static void options(CommandSpec spec) {
    spec.addOption(
        Spec.option(
            new String[] {"--openapi"},
            "FILE",
            "plan, lint: which URLs the service has; without it that of a service NAME that msvc"
                + " generated, here or beside this folder"));
  }

  /** The document that is named, or else the one that was generated; empty for none. */
  static Optional<ServiceUrls> of(Invocation call, String name) {
    String said = call.option("--openapi");
    if (said != null) {
      Path named = call.directory().resolve(said);
      if (!Files.isRegularFile(named)) {
        throw new UserError("there is no file " + said, "name the service's OpenAPI");
      }
      return Optional.of(
          read(call, said, named)
              .orElseThrow(
                  () ->
                      new UserError(
                          said + " is no OpenAPI that says any path",
                          "name the service's OpenAPI, as YAML or JSON")));
    }
    Path here = call.directory().toAbsolutePath().normalize();
    return Stream.of(here, here.resolve(".."))
        .map(each -> each.normalize().resolve(name).resolve(GENERATED))
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(each -> read(call, name + "/" + GENERATED, each));
  }

  private static Optional<ServiceUrls> read(Invocation call, String shown, Path file) {
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
    String text = new UserFiles(folder).text(String.valueOf(file.getFileName()));
    return ServedUrls.read(shown, text).map(urls -> new ServiceUrls(call, shown, urls));
  }

  /** Of requests that the monolith answers now, and that a proposed plan gives to the service. */
  void tell(ShiftProposal proposal) {
    tell(
        proposal.routes().stream()
            .filter(each -> each.route().writes().isEmpty())
            .flatMap(each -> each.handlers().stream())
            .filter(
                each ->
                    each.httpMethod() != null
                        && each.path() != null
                        && !urls.answer(each.httpMethod(), each.path()))
            .map(each -> "%s %s".formatted(each.httpMethod(), each.path()))
            .distinct()
            .toList());
  }

  /** Of routes that a stage of a plan moves. */
  void tell(ShiftPlan plan) {
    int last = plan.stages().size() - 1;
    tell(
        plan.routes().stream()
            .filter(each -> plan.weights(last).of(each.id(), Arm.SERVICE) > 0)
            .filter(each -> verbs(each).stream().noneMatch(verb -> has(each, verb)))
            .map(ShiftProposalText::route)
            .toList());
  }

  private static Set<String> verbs(ShiftRoute route) {
    Set<String> verbs = new TreeSet<>(route.methods());
    // which any URL answers
    verbs.removeAll(Set.of("OPTIONS", "TRACE"));
    return verbs.isEmpty() ? Set.of("ANY") : verbs;
  }

  private boolean has(ShiftRoute route, String verb) {
    return route.exact() ? urls.answer(verb, route.path()) : urls.answerBelow(verb, route.path());
  }

  private void tell(List<String> lacking) {
    if (lacking.isEmpty()) {
      return;
    }
    call.told(
        "%s has nothing for these, which go to the service: it may answer 404".formatted(file));
    int shown = call.format() == Format.WIDE ? lacking.size() : Math.min(SHOWN, lacking.size());
    lacking.subList(0, shown).forEach(each -> call.told("  " + each));
    if (shown < lacking.size()) {
      call.told("  and %d more: -o wide".formatted(lacking.size() - shown));
    }
  }
}
