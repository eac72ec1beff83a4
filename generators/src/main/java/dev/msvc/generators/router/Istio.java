package dev.msvc.generators.router;

import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import dev.msvc.model.shift.ShiftPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is told of a plan to templates for Istio.
 *
 * @param namespace one, or none
 */
public record Istio(
    String virtualService, List<String> namespace, Host monolith, Host service, List<Of> rules) {
  /** One rule. */
  public record Of(String name, List<Fit> matches) {}

  /** A match; its methods and its header as regular expressions, where it asks for them. */
  public record Fit(String type, String path, List<String> methods, List<Named> headers) {}

  /** A header with the regular expression of its values. */
  public record Named(String name, String value) {}

  static Istio of(ShiftPlan plan) {
    List<Of> rules = new ArrayList<>();
    for (Rule each : plan.rules()) {
      rules.add(new Of(each.id(), fits(each.match())));
    }
    String namespace = plan.router().settings().get("namespace");
    return new Istio(
        plan.router().settings().getOrDefault("virtual-service", plan.name()),
        namespace == null ? List.of() : List.of(namespace),
        inMesh(plan.monolith()),
        inMesh(plan.service()),
        rules);
  }

  /** By its whole name where it is a Service: the mesh completes none that has a dot. */
  private static Host inMesh(String address) {
    Host host = Host.of(address);
    String[] parts = host.name().split("\\.", -1);
    if (parts.length == 2) {
      return new Host(host.name() + ".svc.cluster.local", host.port());
    }
    return parts.length == 3 && parts[2].equals("svc")
        ? new Host(host.name() + ".cluster.local", host.port())
        : host;
  }

  /** A prefix of Istio is one of characters: the path itself, and what follows a slash. */
  private static List<Fit> fits(Match match) {
    List<String> methods =
        match.methods().isEmpty() ? List.of() : List.of(String.join("|", match.methods()));
    List<Named> headers = match.selector().map(each -> List.of(named(each))).orElse(List.of());
    List<Fit> fits = new ArrayList<>();
    if (match.exact() || !match.path().equals("/")) {
      fits.add(new Fit("exact", match.path(), methods, headers));
    }
    if (!match.exact()) {
      String below = match.path().endsWith("/") ? match.path() : match.path() + "/";
      fits.add(new Fit("prefix", below, methods, headers));
    }
    return fits;
  }

  private static Named named(Selector selector) {
    String values =
        selector.values().stream().map(Istio::quoted).collect(Collectors.joining("|", "(?:", ")"));
    return selector.in() == Selector.In.HEADER
        ? new Named(selector.name().toLowerCase(Locale.ROOT), values)
        : new Named(
            "cookie", "(?:.*; *)?%s=\"?%s\"?(?: *;.*)?".formatted(quoted(selector.name()), values));
  }

  private static String quoted(String text) {
    return text.replaceAll("[\\x21-\\x2c./:-@\\[-^`{-~]", "\\\\$0");
  }
}
