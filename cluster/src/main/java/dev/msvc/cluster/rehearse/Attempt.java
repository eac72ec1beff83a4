package dev.msvc.cluster.rehearse;

import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.ShiftStore;
import dev.msvc.cluster.traffic.Shifter;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.cluster.traffic.Turn;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Contract;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Event;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One shift in a scene, from its begin, with all that is done to it and seen of it. */
final class Attempt {
  private static final String DIGEST = "rehearsed";
  private static final int MOST_STEPS_OF_A_STAGE = 40;
  private static final int MOST_TRIES = 20;
  private static final Duration AWAY = Duration.ofSeconds(5);

  /** So many suffice to measure a share, and are wanted right after weights moved. */
  private static final int TO_MEASURE = 110;

  private static final int FEW = 4;
  private static final int NOT_NOW = 3;

  /** That a shift goes nowhere, and its attempt ends here. */
  private static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  final ShiftPlan plan;
  final StandingClock clock = new StandingClock();
  final Meddler meddler;
  final CountedJudge judge;
  final Witness witness;
  final Origins origins;
  final Mortal mortal;
  private final Scene scene;
  private final int number;
  private final Hand hand;
  private final Load load;
  private final Router beside;
  private Shifter shifter;
  private ShiftStore store;
  private boolean asked = true;
  private boolean thorough;

  Attempt(
      ShiftPlan plan,
      Scene scene,
      int number,
      Hand hand,
      Load load,
      Origins origins,
      Router beside,
      Optional<Mortal.Mishap> mishap) {
    this.plan = plan;
    this.scene = scene;
    this.number = number;
    this.hand = hand;
    this.load = load;
    this.origins = origins;
    this.meddler = new Meddler(origins::counts);
    this.judge = new CountedJudge(plan);
    this.mortal = new Mortal(plan, mishap);
    this.beside = beside;
    this.witness = new Witness(plan, clock, () -> looked().weights());
    this.store = scene.stores().apply(number);
    this.shifter = anew(DIGEST);
    load.under(witness::era);
  }

  /** As a process that begins: what it knows is what is kept. */
  private Shifter anew(String digest) {
    store = scene.stores().apply(number);
    return hand.take(
        plan,
        digest,
        mortal.router(meddler.router(witness.router(scene.routers().get()))),
        mortal.store(witness.store(store)),
        judge,
        clock);
  }

  /** Does all of a script, and says what was seen; in the end all is the monolith's again. */
  Seen play(Runnable script) {
    beside();
    try {
      script.run();
    } catch (Stuck stuck) {
      // what is seen says so
      calm();
    }
    calm();
    try {
      back();
    } catch (Stuck stuck) {
      witness.edited(() -> set(plan.weights(-1)));
    }
    load.await();
    beside();
    List<Seen.Copy> copies = origins.copies();
    return witness.seen(load.taken(), copies, store.read());
  }

  private void beside() {
    String rest = scene.rest().get();
    if (!rest.isEmpty()) {
      witness.saw(new Moment.Beside(clock.instant(), rest));
    }
  }

  private void stuck(String why) {
    String refused = witness.refusal().map(" (%s)"::formatted).orElse("");
    witness.saw(new Moment.GaveUp(clock.instant(), why + refused));
    throw new Stuck();
  }

  /** To the end of the plan. */
  void forward() {
    String last = "";
    for (int i = 0; i < most(); i++) {
      Optional<Turn> turn = step();
      last = turn.map(Turn::said).orElse(last);
      if (turn.filter(each -> each.kind() == Turn.Kind.DONE).isPresent()) {
        return;
      }
      if (turn.filter(each -> each.kind() == Turn.Kind.ROLLED_BACK).isPresent()) {
        stuck("it went back: " + last);
      }
    }
    stuck("after %d steps it is not at its end: %s".formatted(most(), last));
  }

  /** So that what goes nowhere ends, too. */
  private int most() {
    return MOST_STEPS_OF_A_STAGE * (1 + plan.stages().size());
  }

  /** Until a stage is effective; -1 for as far as it was before the first. */
  void until(int stage) {
    String last = "";
    for (int i = 0; i < most(); i++) {
      if (stage < 0 || witness.last().filter(each -> reached(each, stage)).isPresent()) {
        return;
      }
      last = step().map(Turn::said).orElse(last);
    }
    stuck("stage %d was not reached: %s".formatted(stage + 1, last));
  }

  private static boolean reached(Entry last, int stage) {
    return last.event() == Event.EFFECT && last.stage() == stage;
  }

  /** All to the monolith, however often it takes; and then some requests. */
  void back() {
    String last = "";
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<Turn> turn = rollback();
      last = turn.map(Turn::said).orElse(last);
      if (turn.filter(each -> each.kind() == Turn.Kind.ROLLED_BACK).isPresent()) {
        feed(2 * FEW);
        return;
      }
    }
    stuck("it does not go back: " + last);
  }

  /** One step of whoever follows the plan, who holds its lock. */
  Optional<Turn> step() {
    return attempted(Shifter::step, true);
  }

  /** Somebody's word, which needs no lock. */
  Optional<Turn> rollback() {
    return attempted(each -> each.rollback("it was rehearsed"), false);
  }

  Optional<Turn> rollbackUnwatched(Duration tooLong) {
    return attempted(each -> each.rollbackUnwatched(tooLong), false);
  }

  /** A step of somebody who has another plan by that name. */
  void stepOfAnotherPlan() {
    Shifter mine = shifter;
    shifter = anew("another");
    step();
    shifter = mine;
  }

  /** Somebody wants the monolith's code gone. */
  void finish() {
    List<String> reasons = Contract.refusals(plan, store.read(), clock.instant(), Optional.empty());
    witness.saw(
        reasons.isEmpty()
            ? new Moment.Finished(clock.instant())
            : new Moment.Refused(clock.instant(), NOT_NOW, String.join("; ", reasons)));
  }

  private Optional<Turn> attempted(Function<Shifter, Turn> what, boolean alone) {
    witness.began();
    if (asked && thorough) {
      // those below may be answered after this window is judged
      feed(reads());
    }
    if (asked) {
      load.send(thorough ? FEW : reads());
    }
    try {
      Turn[] turn = new Turn[1];
      if (alone) {
        scene.alone().apply(number).accept(() -> turn[0] = what.apply(shifter));
      } else {
        turn[0] = what.apply(shifter);
      }
      witness.saw(new Moment.Turned(clock.instant(), turn[0]));
      // nothing is to be seen sooner: a window is judged when it is over
      clock.pass(turn[0].again().isZero() ? Duration.ZERO : plan.tolerance().window());
      return Optional.of(turn[0]);
    } catch (Died gone) {
      witness.saw(new Moment.Died(clock.instant()));
      shifter = anew(DIGEST);
      clock.pass(plan.tolerance().window().dividedBy(4));
      return Optional.empty();
    } catch (UserError refused) {
      witness.refused(refused);
      clock.pass(AWAY);
      return Optional.empty();
    } finally {
      load.await();
      if (asked && splits() && witness.measures()) {
        feed(TO_MEASURE);
      }
    }
  }

  private void feed(int reads) {
    load.send(reads);
    load.await();
  }

  private boolean splits() {
    int weight = weight();
    return weight > 0 && weight < 100;
  }

  /** Of the rules that go by weight. */
  private int weight() {
    Weights live = witness.era().weights();
    return plan.rules().stream()
        .filter(each -> each.kind().splits())
        .mapToInt(each -> live.of(each.id(), Arm.SERVICE))
        .max()
        .orElse(0);
  }

  /** So many that some reach the service in nearly every window. */
  private int reads() {
    int wanted = thorough ? 1_200 : 100;
    return splits() ? Math.max(FEW, wanted / weight()) : FEW;
  }

  void trouble(Trouble trouble, String detail) {
    witness.saw(new Moment.Troubled(clock.instant(), trouble, detail));
  }

  /** Nothing disturbs it any more. */
  void calm() {
    meddler.calm();
    judge.blind(false);
    judge.away(false);
    origins.failing(false);
    asked = true;
    thorough = false;
    witness.saw(new Moment.Calmed(clock.instant()));
  }

  /** Whether anybody asks. */
  void asked(boolean now) {
    asked = now;
  }

  /** That in every window so many reach the service that chance decides nothing. */
  void thorough() {
    thorough = true;
  }

  /** Somebody else sets one weight; gives both values, as they are to be told. */
  String edit() {
    Rule rule =
        plan.rules().stream()
            .filter(each -> each.kind().splits())
            .findFirst()
            .orElse(plan.rules().get(0));
    int was = witness.era().weights().of(rule.id(), Arm.SERVICE);
    int is = was == 37 ? 38 : 37;
    Weights edited = witness.era().weights().with(rule.id(), is);
    witness.edited(() -> set(edited));
    return "%s is %d and was to be %d".formatted(rule.id(), is, was);
  }

  /** Somebody else puts weights back as they were. */
  void undo(Weights weights) {
    witness.edited(() -> set(weights));
  }

  Weights live() {
    return witness.era().weights();
  }

  /** The rehearsal's own look at the router: a machine that is busy is no finding. */
  private Sight looked() {
    for (int i = 1; ; i++) {
      try {
        return beside.look();
      } catch (UserError away) {
        if (away.exitCode() != 8 || i == MOST_TRIES) {
          throw away;
        }
      }
    }
  }

  private void set(Weights weights) {
    Sight now = looked();
    if (!now.weights().equals(weights)) {
      beside.write(now, weights);
    }
  }

  /** Somebody else wants to move the same shift now. */
  void second() {
    scene.alone().apply(number).accept(this::step);
  }
}
