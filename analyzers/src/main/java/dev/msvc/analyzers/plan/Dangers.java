package dev.msvc.analyzers.plan;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.Certainty;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextTeam;
import dev.msvc.model.Cut;
import dev.msvc.model.Effort;
import dev.msvc.model.Extraction.Risk;
import dev.msvc.model.Finding;
import dev.msvc.model.Forecast;
import dev.msvc.model.Severity;
import dev.msvc.model.Standing;
import dev.msvc.model.Teams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * What may go wrong when a unit is taken out. High: a transaction that should stay whole is cut, or
 * three grave findings concern it, or a quarter of its classes are in doubt, or a request would
 * call across at more than 50 places. Medium: more than 10 such places, a grave finding, a saga or
 * a reservation, a tenth of its classes in doubt, a fifth of its cuts guessed, or one person who
 * made most of it. The rest is low.
 */
final class Dangers {
  private static final int GRAVE = 3;
  private static final double MUCH_DOUBT = 0.25;
  private static final double SOME_DOUBT = 0.1;
  private static final double GUESSED = 0.2;
  private static final int VERY_CHATTY = 50;
  private static final int CHATTY = 10;
  private static final int NAMED = 3;

  private final ContextMap map;
  private final List<Finding> findings;
  private final Teams teams;

  Dangers(ContextMap map, List<Finding> findings, Teams teams) {
    this.map = map;
    this.findings = findings;
    this.teams = teams;
  }

  private record Reason(Severity level, String what) {}

  /**
   * @param work what the cuts ask for
   */
  Risk of(
      List<BoundedContext> contexts,
      List<Cut> cuts,
      SortedMap<Rate, Shared.Sum> work,
      Forecast forecast) {
    List<Reason> reasons = new ArrayList<>();
    transactions(work, reasons);
    calls(forecast, reasons);
    findings(contexts, reasons);
    doubt(contexts, reasons);
    guesses(cuts, reasons);
    people(contexts, reasons);
    reasons.sort(Comparator.comparing(Reason::level));
    Severity level = reasons.isEmpty() ? Severity.LOW : reasons.get(0).level();
    return new Risk(level, reasons.stream().map(Reason::what).toList());
  }

  private static void transactions(SortedMap<Rate, Shared.Sum> work, List<Reason> reasons) {
    Shared.Sum none = new Shared.Sum(0, Effort.NONE);
    int held = work.getOrDefault(Rate.KEEP_TOGETHER, none).count();
    int hard =
        work.getOrDefault(Rate.SAGA, none).count() + work.getOrDefault(Rate.TCC, none).count();
    if (held > 0) {
      reasons.add(
          new Reason(
              Severity.HIGH,
              held == 1
                  ? "1 transaction should stay whole and is cut"
                  : held + " transactions should stay whole and are cut"));
    }
    if (hard > 0) {
      reasons.add(
          new Reason(
              Severity.MEDIUM,
              hard == 1
                  ? "1 transaction needs a saga or a reservation"
                  : hard + " transactions need a saga or a reservation"));
    }
  }

  private static void calls(Forecast forecast, List<Reason> reasons) {
    if (forecast.calls() > CHATTY && !forecast.worst().isEmpty()) {
      Forecast.Request worst =
          Collections.max(forecast.worst(), Comparator.comparingInt(Forecast.Request::calls));
      reasons.add(
          new Reason(
              forecast.calls() > VERY_CHATTY ? Severity.HIGH : Severity.MEDIUM,
              "%s may call across at %,d places, %,d of them in loops"
                  .formatted(worst.id(), worst.calls(), worst.repeated())));
    }
  }

  /** Findings that concern a unit, most dangerous first. */
  List<Finding> findings(List<BoundedContext> contexts) {
    return findings.stream()
        .filter(
            each -> contexts.stream().anyMatch(context -> each.contexts().contains(context.name())))
        .toList();
  }

  private void findings(List<BoundedContext> contexts, List<Reason> reasons) {
    List<Finding> grave =
        findings(contexts).stream().filter(each -> each.severity() == Severity.HIGH).toList();
    if (!grave.isEmpty()) {
      reasons.add(
          new Reason(
              grave.size() >= GRAVE ? Severity.HIGH : Severity.MEDIUM,
              grave.size() == 1
                  ? "1 grave finding: " + grave.get(0).id()
                  : "%d grave findings, first %s".formatted(grave.size(), grave.get(0).id())));
    }
  }

  private void doubt(List<BoundedContext> contexts, List<Reason> reasons) {
    int all = 0;
    List<String> doubtful = new ArrayList<>();
    for (BoundedContext context : contexts) {
      for (String each : context.classes()) {
        Standing standing = map.decomposition().standings().get(each);
        all++;
        if (standing != null && standing.isInDoubt()) {
          doubtful.add(each.substring(each.lastIndexOf('.') + 1));
        }
      }
    }
    if (doubtful.size() > SOME_DOUBT * all) {
      int more = doubtful.size() - NAMED;
      String names = String.join(", ", more > 0 ? doubtful.subList(0, NAMED) : doubtful);
      reasons.add(
          new Reason(
              doubtful.size() > MUCH_DOUBT * all ? Severity.HIGH : Severity.MEDIUM,
              "the place of %,d of its %,d classes is in doubt: %s%s"
                  .formatted(
                      doubtful.size(),
                      all,
                      names,
                      more > 0 ? " and %,d more".formatted(more) : "")));
    }
  }

  private static void guesses(List<Cut> cuts, List<Reason> reasons) {
    long guessed = cuts.stream().filter(each -> each.certainty() == Certainty.GUESSED).count();
    if (guessed > GUESSED * cuts.size()) {
      reasons.add(
          new Reason(
              Severity.MEDIUM, "%,d of its %,d cuts are guessed".formatted(guessed, cuts.size())));
    }
  }

  private void people(List<BoundedContext> contexts, List<Reason> reasons) {
    for (ContextTeam each : teams.contexts()) {
      boolean concerned =
          contexts.stream().anyMatch(context -> context.name().equals(each.context()));
      if (concerned && each.busFactor() == 1) {
        reasons.add(
            new Reason(
                Severity.MEDIUM,
                "one person made most of %s%s"
                    .formatted(
                        each.context(), each.stillHere() == 0 ? ", and has left since" : "")));
      }
    }
  }
}
