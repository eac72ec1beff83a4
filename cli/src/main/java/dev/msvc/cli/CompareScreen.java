package dev.msvc.cli;

import dev.msvc.model.compare.CompareReport;
import dev.msvc.model.compare.RouteReport;
import dev.msvc.model.compare.Spot;
import dev.msvc.model.shift.ShiftPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a comparison: how it came out, routes, and where most answers differ. */
final class CompareScreen {
  private static final int PATHS = 5;
  private static final int ROUTES = 10;

  private final Invocation call;
  private final ShiftPlan plan;

  CompareScreen(Invocation call, ShiftPlan plan) {
    this.call = call;
    this.plan = plan;
  }

  void print(CompareReport report) {
    Console console = call.console();
    boolean wide = call.format() == Format.WIDE;
    console.heading(
        "%s: %d of %d requests differ (%s), at most %s may: %s"
            .formatted(
                report.name(),
                report.differing(),
                report.requests(),
                percent(report.share()),
                percent(report.word().max()),
                words(report)));
    Grid grid = new Grid("ROUTE", "#REQUESTS", "#SAME", "#NOISE", "#DIFFERING", "#UNJUDGED");
    for (RouteReport each : report.routes()) {
      grid.row(
          each.route(),
          each.requests(),
          each.same(),
          each.noisy(),
          each.differing(),
          each.unjudged());
    }
    grid.lines(Text.WIDTH).forEach(console::line);
    int routes = 0;
    for (RouteReport each : report.routes()) {
      if (!each.paths().isEmpty() && (wide || routes++ < ROUTES)) {
        paths(each, wide ? each.paths().size() : PATHS);
      }
    }
    report.routes().stream()
        .filter(each -> !each.noise().isEmpty())
        .limit(wide ? Integer.MAX_VALUE : PATHS)
        .forEach(
            each ->
                console.line(
                    "%s: noise, since two answers of the monolith differ there: %s"
                        .formatted(each.route(), noise(each, wide))));
    for (RouteReport each : report.routes()) {
      each.errors()
          .forEach(
              (status, count) ->
                  console.line(
                      "%s: the monolith itself answered %d to %d of %d"
                          .formatted(
                              each.route(), status, count, each.requests() + each.unjudged())));
    }
    report.left().forEach((why, count) -> console.line("not sent, %s: %d".formatted(why, count)));
    if (!call.has("--show-bodies") && report.differing() > 0) {
      console.line("What differs is shown with --show-bodies.");
    }
  }

  private void paths(RouteReport route, int most) {
    int shown = Math.min(most, route.paths().size());
    call.console().line("%s differs in:".formatted(route.route()));
    for (RouteReport.Path each : route.paths().subList(0, shown)) {
      call.console()
          .line(
              "  %5d  %s %s: monolith %s, service %s; as in %s"
                  .formatted(
                      each.requests(),
                      each.example().spot().path(),
                      word(each.example().spot()),
                      each.example().monolith(),
                      each.example().service(),
                      each.request()));
    }
    if (shown < route.paths().size()) {
      call.console()
          .line(
              "         and %d more: msvc compare %s ... -o wide"
                  .formatted(route.paths().size() - shown, plan.name()));
    }
  }

  private static String noise(RouteReport route, boolean wide) {
    List<String> paths = new ArrayList<>();
    for (Spot each : route.noise()) {
      paths.add(each.path());
    }
    int shown = wide ? paths.size() : Math.min(PATHS, paths.size());
    String more = shown < paths.size() ? " and %d more".formatted(paths.size() - shown) : "";
    return String.join(", ", paths.subList(0, shown)) + more;
  }

  private static String word(Spot spot) {
    return spot.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String words(CompareReport report) {
    return switch (report.outcome()) {
      case WITHIN -> "within the bound";
      case ABOVE -> "above the bound";
      case TOO_FEW -> "too few to say, it takes " + report.word().requests();
    };
  }

  /** {@code 0.1 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.4g %%", share * 100)
        .replaceFirst("(\\.[0-9]*?)0+ %", "$1 %")
        .replaceFirst("\\. %", " %");
  }
}
