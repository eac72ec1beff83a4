package dev.msvc.cluster.git;

import dev.msvc.cluster.router.RouteText;
import dev.msvc.cluster.traffic.Declared;
import dev.msvc.cluster.traffic.Router;
import dev.msvc.cluster.traffic.Sight;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.GitWord;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A route whose weights a file in Git says, which Argo CD or Flux brings into the cluster: a step
 * is a commit. Only the way back writes into the cluster itself, first, since it must not wait for
 * anybody.
 */
public final class CommittedRouter implements Router, AutoCloseable {
  /** How often somebody else may push in between. */
  private static final int TRIES = 50;

  private static final int MOVED = 5;
  private static final int AWAY = 8;
  private static final int PAUSE_MILLIS = 20;

  private final Router cluster;
  private final RouteText route;
  private final ShiftPlan plan;
  private final GitWord word;
  private final GitBranch branch;
  private final Clock clock;
  private final String by;

  /**
   * Of a plan that has a file in Git.
   *
   * @param cluster the live route
   * @param url of the repository; a folder as a whole path
   * @param environment that has what the plan names
   * @param by who commits, as {@code user@host}
   */
  public CommittedRouter(
      Router cluster,
      RouteText route,
      ShiftPlan plan,
      String url,
      Map<String, String> environment,
      Clock clock,
      String by) {
    this.cluster = cluster;
    this.route = route;
    this.plan = plan;
    this.word = plan.git().orElseThrow();
    this.branch = new GitBranch(word, url, environment);
    this.clock = clock;
    this.by = by;
  }

  /**
   * The file before and after a step.
   *
   * @param path of it
   */
  public record Edit(String path, String before, String after) {}

  /** What a step to these weights would commit. */
  public Edit edit(Weights weights) {
    Head head = branch.head();
    return new Edit(word.path(), head.text(), route.with(word.path(), head.text(), weights));
  }

  @Override
  public Sight look() {
    Sight live = cluster.look();
    return live.declaring(declared());
  }

  private Declared declared() {
    try {
      return declared(branch.head());
    } catch (UserError unreadable) {
      return Declared.away(unreadable);
    }
  }

  private Declared declared(Head head) {
    Weights said = route.weights(word.path(), head.text());
    Set<String> intents = new HashSet<>();
    Head.Made last = head.commits().get(0);
    boolean found = false;
    for (Head.Made each : head.commits()) {
      if (each.shift().equals(plan.name())) {
        intents.add(each.intent().isEmpty() ? each.id().name() : each.intent());
        last = found ? last : each;
        found = true;
      }
    }
    return new Declared(
        Optional.of(said),
        Head.shortened(head.id()),
        Head.shortened(last.id()),
        last.when(),
        intents,
        Optional.empty());
  }

  /** Without an intent no weight changes: it only comes before whoever had one. */
  @Override
  public Sight write(Sight base, Weights weights) {
    if (!weights.equals(base.weights())) {
      throw new IllegalStateException("a change of weights is committed for its entry");
    }
    Sight written = cluster.write(base, weights);
    for (int i = 1; i <= TRIES; i++) {
      Head head = branch.head();
      if (branch.push(head, head.text(), CommitText.fence(plan), author())) {
        return written.declaring(declared());
      }
      pause();
    }
    throw busy();
  }

  @Override
  public Sight write(Sight base, Entry intent) {
    if (intent.stage() >= 0) {
      requireUnmoved(base);
      return base.declaring(committed(base, intent));
    }
    Sight written = cluster.write(base, intent.to());
    return written.declaring(committedOrNot(base, intent));
  }

  @Override
  public Sight retry(Sight base, Entry intent) {
    Declared git = committedOrNot(base, intent);
    boolean agreed = git.says(intent.to()) && !base.weights().equals(intent.to());
    Sight live = agreed ? cluster.write(base, intent.to()) : base;
    return live.declaring(git);
  }

  /** A step is for the route that was looked at. */
  private void requireUnmoved(Sight base) {
    Sight now = cluster.look();
    if (!now.weights().equals(base.weights())) {
      throw new UserError(
          "the route moved since it was looked at: %s, and it was %s"
              .formatted(now.weights().service(), base.weights().service()),
          "nothing was committed; see who changed it",
          MOVED);
    }
  }

  /** The way back ends in the cluster, whatever becomes of the commit. */
  private Declared committedOrNot(Sight base, Entry intent) {
    try {
      return committed(base, intent);
    } catch (UserError refused) {
      return refused.exitCode() == MOVED ? declared() : Declared.away(refused);
    }
  }

  /** The file says what an intent says: by one commit, or by the one that is there already. */
  private Declared committed(Sight base, Entry intent) {
    for (int i = 1; i <= TRIES; i++) {
      Head head = branch.head();
      Declared now = declared(head);
      if (now.says(intent.to()) && (now.has(intent) || intent.stage() < 0)) {
        return now;
      }
      requireUnmoved(base, now, intent);
      String text = route.with(word.path(), head.text(), intent.to());
      if (text.equals(head.text())
          || branch.push(head, text, CommitText.of(plan, intent), author())) {
        return declared(branch.head());
      }
      pause();
    }
    throw busy();
  }

  /** Nobody changed the weights, and nobody else moved this shift, since it was looked at. */
  private void requireUnmoved(Sight base, Declared now, Entry intent) {
    Declared before = base.declared().orElse(now);
    if (before.weights().isEmpty() && intent.stage() < 0) {
      return;
    }
    boolean same =
        now.weights().equals(before.weights()) && before.intents().containsAll(now.intents());
    if (!same || now.has(intent)) {
      throw new UserError(
          "%s says other weights since it was looked at, in commit %s: %s, and it was %s"
              .formatted(word.path(), now.head(), shown(now), shown(before)),
          "nothing was committed; see who changed it: git log %s -- %s"
              .formatted(word.branch(), word.path()),
          MOVED);
    }
  }

  private static String shown(Declared git) {
    return git.weights().map(each -> each.service().toString()).orElse("not known");
  }

  private UserError busy() {
    return new UserError(
        "others push to %s all the time: %d times something came in between"
            .formatted(branch.shown(), TRIES),
        "run it again",
        AWAY);
  }

  private PersonIdent author() {
    Instant now = clock.instant();
    List<String> named =
        word.author().map(each -> List.of(each.split(" <|>", -1))).orElse(List.of());
    return named.isEmpty()
        ? GitBranch.person("msvc strangle", by, now)
        : GitBranch.person(named.get(0), named.get(1), now);
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
  }

  @Override
  public void close() {
    branch.close();
  }
}
