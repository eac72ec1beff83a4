package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Turn;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Stage;
import dev.msvc.model.shift.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a plan in a scene: once to its end and back, once for each write with the process killed
 * right before it, right after it, and with its answer lost, and once for each stage and each
 * trouble that may come to it.
 */
public final class Rehearsal {
  /** No soak is longer here: what comes after some windows is more of the same. */
  public static final int MOST_WINDOWS = 3;

  /** So that a bug ends, too. */
  private static final int MOST_STEPS = 100;

  private final ShiftPlan plan;
  private final Scene scene;
  private final Origins origins;
  private final Hand hand;
  private final Pace pace;
  private final Router beside;
  private final Ledger ledger = new Ledger();
  private int attempts;

  /** Is told how far it is. */
  public interface Pace {
    /** So many attempts of all are over. */
    void at(String what, int done, int all);
  }

  /** Something that is done in an attempt. */
  private record Case(String words, Consumer<Attempt> script) {}

  /**
   * Of a plan.
   *
   * @param origins to which the scene's router sends requests
   */
  public Rehearsal(ShiftPlan plan, Scene scene, Origins origins, Hand hand, Pace pace) {
    this.plan = shortened(plan);
    this.scene = scene;
    this.origins = origins;
    this.hand = hand;
    this.pace = pace;
    this.beside = scene.routers().get();
  }

  /** Its own rules, stages and tolerances; soaks of a few windows, and no gates of its own. */
  static ShiftPlan shortened(ShiftPlan plan) {
    Duration most = plan.tolerance().window().multipliedBy(MOST_WINDOWS);
    List<Stage> stages = new ArrayList<>();
    for (Stage each : plan.stages()) {
      stages.add(
          new Stage(
              each.step(), each.soak().compareTo(most) > 0 ? most : each.soak(), each.line()));
    }
    return plan.alone(stages);
  }

  /** Does all of it. */
  public Rehearsed run() {
    try (Load load = new Load(plan, scene.front(), origins)) {
      Attempt whole = attempt(load, Optional.empty());
      Seen seen = whole.play(() -> wholeWay(whole));
      ledger.add("without a fault", seen);
      if (JournalChecks.ends(seen).isPresent()) {
        return ledger.closed(scene.words(), 0, "not even without a fault it comes to its end");
      }
      List<Case> cases = cases();
      int all = 1 + Mortal.Kind.values().length * whole.mortal.points().size() + cases.size();
      int killed = 0;
      for (String each : whole.mortal.points()) {
        pace.at("killed at writes, attempt", attempts, all);
        boolean came = true;
        for (Mortal.Kind kind : Mortal.Kind.values()) {
          came &= came(load, new Mortal.Mishap(each, kind));
        }
        killed += came ? 1 : 0;
      }
      for (Case each : cases) {
        pace.at("disturbed, attempt", attempts, all);
        Attempt attempt = attempt(load, Optional.empty());
        ledger.add(each.words(), attempt.play(() -> each.script().accept(attempt)));
      }
      return ledger.closed(scene.words(), killed, "");
    }
  }

  /** Whether it was: a write that came by chance may not come again. */
  private boolean came(Load load, Mortal.Mishap mishap) {
    Attempt attempt = attempt(load, Optional.of(mishap));
    Seen seen = attempt.play(() -> wholeWay(attempt));
    ledger.add(attempt.mortal.came() ? mishap.words() : "without a fault, once more", seen);
    return attempt.mortal.came();
  }

  private Attempt attempt(Load load, Optional<Mortal.Mishap> mishap) {
    attempts++;
    return new Attempt(plan, scene, attempts, hand, load, origins, beside, mishap);
  }

  private static void wholeWay(Attempt attempt) {
    attempt.forward();
    attempt.back();
  }

  private List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    cases.add(new Case(Trouble.OTHER_BASE.words(), this::otherBase));
    for (int i = 0; i < plan.stages().size(); i++) {
      int stage = i;
      at(cases, stage, Trouble.SECOND, this::second);
      at(cases, stage, Trouble.FINISHED_EARLY, this::finished);
      at(cases, stage, Trouble.EDITED, this::edited);
      at(cases, stage, Trouble.OTHER_PLAN, this::otherPlan);
      at(cases, stage, Trouble.NO_REQUESTS, this::noRequests);
      at(cases, stage, Trouble.NO_MONOLITH, this::noMonolith);
      at(cases, stage, Trouble.GATES_AWAY, this::gatesAway);
      at(cases, stage, Trouble.UNWATCHED, this::unwatched);
      at(cases, stage, Trouble.BLIND, this::blind);
      at(cases, stage, Trouble.SERVICE_FAILS, this::failing);
      cases.add(
          new Case(
              words(Trouble.EDITED_BETWEEN, stage) + " is written",
              attempt -> editedBetween(attempt, stage)));
      cases.add(
          new Case(
              words(Trouble.NO_ENDPOINT, stage) + " is to come",
              attempt -> noEndpoint(attempt, stage)));
    }
    return cases;
  }

  private String words(Trouble trouble, int stage) {
    return "%s, when stage %d (%s)"
        .formatted(trouble.words(), stage + 1, plan.stages().get(stage).step().title());
  }

  private void at(List<Case> cases, int stage, Trouble trouble, Consumer<Attempt> then) {
    cases.add(
        new Case(
            words(trouble, stage) + " soaks",
            attempt -> {
              attempt.until(stage);
              then.accept(attempt);
              attempt.calm();
            }));
  }

  private void otherBase(Attempt attempt) {
    Weights before = attempt.live();
    attempt.edit();
    attempt.trouble(Trouble.OTHER_BASE, "");
    attempt.step();
    attempt.calm();
    attempt.undo(before);
  }

  private void second(Attempt attempt) {
    attempt.trouble(Trouble.SECOND, "");
    attempt.second();
  }

  private void finished(Attempt attempt) {
    attempt.trouble(Trouble.FINISHED_EARLY, "");
    attempt.finish();
  }

  private void edited(Attempt attempt) {
    Weights before = attempt.live();
    String both = attempt.edit();
    attempt.trouble(Trouble.EDITED, both);
    for (int i = 0; i < 3; i++) {
      attempt.step();
    }
    attempt.calm();
    attempt.undo(before);
  }

  private void otherPlan(Attempt attempt) {
    attempt.trouble(Trouble.OTHER_PLAN, "");
    attempt.stepOfAnotherPlan();
  }

  /** First a gap, so that what came before is in no window of it. */
  private void noRequests(Attempt attempt) {
    Duration window = plan.tolerance().window();
    attempt.asked(false);
    attempt.clock.pass(window.multipliedBy(3));
    attempt.step();
    attempt.trouble(Trouble.NO_REQUESTS, "");
    for (int i = 0; i < MOST_WINDOWS + 2; i++) {
      attempt.step();
    }
  }

  private void noMonolith(Attempt attempt) {
    attempt.meddler.away(Arm.MONOLITH);
    attempt.trouble(Trouble.NO_MONOLITH, "");
    attempt.rollback();
  }

  private void gatesAway(Attempt attempt) {
    attempt.judge.away(true);
    attempt.trouble(Trouble.GATES_AWAY, "");
    attempt.rollback();
    attempt.rollback();
  }

  private void unwatched(Attempt attempt) {
    Duration window = plan.tolerance().window();
    Duration tooLong = window.multipliedBy(10);
    attempt.trouble(Trouble.UNWATCHED, "");
    attempt.rollbackUnwatched(tooLong);
    attempt.clock.pass(window.multipliedBy(5));
    attempt.step();
    attempt.clock.pass(window.multipliedBy(11));
    attempt.rollbackUnwatched(tooLong);
  }

  private void blind(Attempt attempt) {
    attempt.judge.blind(true);
    attempt.trouble(Trouble.BLIND, "");
    untilBack(attempt);
  }

  private void failing(Attempt attempt) {
    attempt.origins.failing(true);
    attempt.thorough();
    attempt.trouble(Trouble.SERVICE_FAILS, "");
    untilBack(attempt);
  }

  private void untilBack(Attempt attempt) {
    long most = MOST_STEPS + plan.tolerance().blind().dividedBy(plan.tolerance().window());
    for (long i = 0; i < most && !attempt.live().areNone(); i++) {
      attempt.step();
    }
  }

  private void editedBetween(Attempt attempt, int stage) {
    attempt.until(stage - 1);
    Weights[] before = new Weights[1];
    attempt.meddler.between(
        () -> {
          before[0] = attempt.live();
          attempt.trouble(Trouble.EDITED_BETWEEN, attempt.edit());
        });
    for (int i = 0; i < MOST_STEPS && before[0] == null; i++) {
      attempt.step();
    }
    attempt.step();
    attempt.calm();
    if (before[0] != null) {
      attempt.undo(before[0]);
    }
  }

  private void noEndpoint(Attempt attempt, int stage) {
    attempt.until(stage - 1);
    attempt.meddler.away(Arm.SERVICE);
    attempt.trouble(Trouble.NO_ENDPOINT, "");
    boolean held = false;
    for (int i = 0; i < MOST_STEPS && !held; i++) {
      held = attempt.step().filter(each -> each.kind() == Turn.Kind.HOLDING).isPresent();
    }
    attempt.step();
    attempt.calm();
  }
}
