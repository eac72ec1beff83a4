package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.cli.ApiProxy.Action;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code msvc deploy} that is killed at a request, and that is answered with errors: after it is
 * run again, all is as it is asked for. At every fifth request, which ones says {@code
 * -Dmsvc.seed=N}; with {@code -Dmsvc.faults=all} at every one, and with more seeds.
 */
@ExtendWith(TestCluster.class)
class DeployFaultsIT {
  private static final boolean ALL = System.getProperty("msvc.faults", "").equals("all");
  private static final long SEED = Long.getLong("msvc.seed", 1);
  private static final double SHARE = 0.2;
  private static final int MOST_RUNS = 4;

  @TempDir Path folder;

  @Test
  void killedBeforeOrAfterAnyRequestItIsDoneByTheNextRun(Cluster cluster) throws Exception {
    sweep(cluster, "not waiting", List.of("--no-wait"), ALL ? 1 : 5, 2);
  }

  @Test
  void killedWhileItWaitsItIsDoneByTheNextRun(Cluster cluster) throws Exception {
    sweep(cluster, "waiting", List.of("--timeout", "2m"), ALL ? 3 : 20, 1);
  }

  /** Before and after each request, or one of them in turns. */
  private void sweep(Cluster cluster, String name, List<String> options, int every, int ways)
      throws Exception {
    int requests;
    try (Faulty whole = Faulty.fresh(cluster, folder)) {
      whole.proxy().forget();
      Run run = whole.run(options);
      assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
      requests = whole.proxy().count();
      whole.assertConverged();
    }
    int first = 1 + new SplittableRandom(SEED).nextInt(every);
    int killed = 0;
    int cases = 0;
    for (int n = first; n <= requests; n += every) {
      for (int way = 0; way < ways; way++) {
        boolean after = (n / every + way) % 2 == 1;
        killed += isKilledAndDoneAgain(cluster, n, after, options) ? 1 : 0;
        cases++;
      }
    }
    Figures.tell("killed, %s: converged".formatted(name), cases, cases);
    Figures.tell("killed, %s: before its end".formatted(name), killed, cases);
    Figures.tell("killed, %s: requests".formatted(name), requests, requests);
    // requests run at the same time, and so there may be some less of them another time
    assertThat(killed).isGreaterThan(cases * 9 / 10);
  }

  private boolean isKilledAndDoneAgain(
      Cluster cluster, int number, boolean after, List<String> options) throws Exception {
    try (Faulty each = Faulty.fresh(cluster, folder)) {
      boolean killed = each.killedAt(number, after, options);
      int asked = each.proxy().count();
      Run again = each.run(options);
      assertThat(again.exitCode())
          .as(
              "killed %s request %d: %s%s",
              after ? "after" : "before", number, again.out(), again.err())
          .isZero();
      each.assertConverged();
      // one that has not to wait so long asks less: then at the last that it asks
      return killed || isKilledAndDoneAgain(cluster, asked, after, options);
    }
  }

  @Test
  void aFifthOfAllRequestsFailsAndItConverges(Cluster cluster) throws Exception {
    int seeds = ALL ? 20 : 3;
    List<Integer> runs = new ArrayList<>();
    for (long seed = SEED; seed < SEED + seeds; seed++) {
      boolean waits = seed % 2 == 0;
      try (Faulty each = Faulty.fresh(cluster, folder)) {
        Faults faults = new Faults(seed, SHARE, Faults.PASSING);
        each.proxy().forget();
        each.proxy().rule(call -> conflicting(faults, call));
        List<String> options = waits ? List.of("--timeout", "3m") : List.of("--no-wait");
        int count = 1;
        Run run = each.run(options);
        while (run.exitCode() != 0 && count < MOST_RUNS) {
          assertThat(run.exitCode()).as(run.err()).isIn(5, 8, 9);
          count++;
          run = each.run(options);
        }
        assertThat(run.exitCode()).as("seed %d: %s%s", seed, run.out(), run.err()).isZero();
        each.proxy().rule(call -> Action.FORWARD);
        each.assertConverged();
        runs.add(count);
      }
    }
    int one = (int) runs.stream().filter(each -> each == 1).count();
    Figures.tell("a fifth of all requests failed: converged", runs.size(), seeds);
    Figures.tell("a fifth of all requests failed: in one run", one, seeds);
    assertThat(one).as(runs.toString()).isGreaterThanOrEqualTo(seeds * 9 / 10);
  }

  /** The same, and to some of what writes that somebody else was quicker. */
  private static Action conflicting(Faults faults, ApiProxy.Call call) {
    Action action = faults.of(call);
    boolean mayConflict = call.method().equals("PATCH") || call.method().equals("DELETE");
    return mayConflict && action.status() == 500 ? Action.answer(409) : action;
  }
}
