package dev.msvc.cli;

import dev.msvc.cluster.traffic.Dependants;
import dev.msvc.cluster.traffic.Shifter;
import dev.msvc.cluster.traffic.Turn;
import java.util.List;
import java.util.stream.Collectors;

/** {@code msvc strangle rollback}: all to the monolith, and first what is after it. */
final class ShiftRollback {
  private final Invocation call;
  private final Shifter shifter;
  private final ShiftNeighbours near;

  /**
   * Of a shift.
   *
   * @param shifter whose router takes those back that are after it, unless only it is asked for
   */
  ShiftRollback(Invocation call, Shifter shifter, ShiftNeighbours near) {
    this.call = call;
    this.shifter = shifter;
    this.near = near;
  }

  int run(String reason) {
    String tooLong = call.option("--if-unwatched");
    if (tooLong != null) {
      return ended(ShiftWords.said(() -> shifter.rollbackUnwatched(Rollout.time(tooLong))));
    }
    if (call.has("--only")) {
      String others = near.named();
      String only = others.isEmpty() ? "" : "; only this one, and not %s".formatted(others);
      return ended(ShiftWords.said(() -> back(reason + only)));
    }
    List<Dependants.Left> left = near.dependants().back(reason).left();
    String without =
        left.stream()
            .map(
                each ->
                    (each.live() ? "; %s did not go back: %s" : "; %s is not back in Git: %s")
                        .formatted(each.name(), each.why()))
            .collect(Collectors.joining());
    int code = ended(ShiftWords.said(() -> back(reason + without)));
    return code != 0 ? code : left.stream().mapToInt(Dependants.Left::exitCode).max().orElse(0);
  }

  private Turn back(String reason) {
    return call.has("--finished") ? shifter.reopen(reason) : shifter.rollback(reason);
  }

  private int ended(Turn turn) {
    call.told(turn.said());
    return turn.kind() == Turn.Kind.ROLLED_BACK ? 0 : turn.kind().exitCode();
  }
}
