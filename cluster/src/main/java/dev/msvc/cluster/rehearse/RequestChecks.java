package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.gate.ShareCheck;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Event;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What holds of the requests that were sent while a shift moved. */
final class RequestChecks {
  /** There are thousands of shares in a rehearsal: one in a million is outside by chance. */
  private static final double LEVEL = 0.999_999;

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private RequestChecks() {}

  static Optional<String> lostOrTwice(Seen seen) {
    long lost = seen.answers().stream().filter(RequestChecks::lost).count();
    long twice = seen.answers().stream().filter(each -> each.arrivals() > 1).count();
    return lost + twice == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %,d requests got no answer, %d were answered twice"
                .formatted(lost, seen.answers().size(), twice));
  }

  /** That of a service which fails is an answer, too. */
  static boolean lost(Answer answer) {
    return answer.arm().isEmpty() || answer.status() == 0;
  }

  /** P4. */
  static Optional<String> shares(Seen seen) {
    Optional<String> early = notAccepted(seen);
    if (early.isPresent()) {
      return early;
    }
    Map<String, long[]> counted = new TreeMap<>();
    Map<String, Integer> declared = new TreeMap<>();
    for (Answer each : seen.answers()) {
      if (each.under().isPresent() && each.arm().isPresent()) {
        Era era = each.under().get();
        int weight = era.weights().of(each.rule(), Arm.SERVICE);
        String which = "%s at %d %%".formatted(each.rule(), weight);
        declared.put(which, weight);
        counted.computeIfAbsent(which, none -> new long[2])[place(each.arm().get())]++;
      }
    }
    for (Map.Entry<String, long[]> each : counted.entrySet()) {
      ShareCheck check =
          ShareCheck.of(
              declared.getOrDefault(each.getKey(), 0),
              each.getValue()[place(Arm.SERVICE)],
              each.getValue()[place(Arm.MONOLITH)],
              LEVEL);
      if (check.result() == ShareCheck.Result.OUTSIDE) {
        return Optional.of(each.getKey() + ": " + check.words());
      }
    }
    return Optional.empty();
  }

  private static int place(Arm arm) {
    return arm == Arm.SERVICE ? 1 : 0;
  }

  private static Optional<String> notAccepted(Seen seen) {
    boolean accepted = false;
    for (Moment each : seen.moments()) {
      if (each instanceof Moment.Looked looked) {
        accepted = looked.sight().accepted();
      } else if (each instanceof Moment.Appended made
          && made.entry().event() == Event.EFFECT
          && made.entry().stage() >= 0
          && !accepted) {
        return Optional.of(
            "stage %d counted before the router accepted it".formatted(made.entry().stage() + 1));
      }
    }
    return Optional.empty();
  }

  static boolean afterGoingBack(Answer answer) {
    return answer.under().filter(era -> era.number() > 0 && era.weights().areNone()).isPresent();
  }

  /** P21. */
  static Optional<String> back(Seen seen) {
    long reached =
        seen.answers().stream()
            .filter(RequestChecks::afterGoingBack)
            .filter(each -> each.arm().equals(Optional.of(Arm.SERVICE)))
            .count();
    return reached == 0
        ? Optional.empty()
        : Optional.of("%d requests reached the service after it".formatted(reached));
  }

  /** P17. */
  static Optional<String> mirrored(Seen seen) {
    Set<String> opted = new TreeSet<>();
    seen.plan().mirror().ifPresent(each -> opted.addAll(each.writes()));
    return seen.copies().stream()
        .filter(each -> !SAFE.contains(each.method()))
        .filter(each -> !opted.contains(each.rule().replaceFirst("-stage-[0-9]+$", "")))
        .findFirst()
        .map(each -> "%s of %s was copied".formatted(each.method(), each.rule()));
  }
}
