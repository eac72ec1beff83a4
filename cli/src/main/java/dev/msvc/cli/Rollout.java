package dev.msvc.cli;

import dev.msvc.cluster.deploy.Change;
import dev.msvc.cluster.deploy.Deployer;
import dev.msvc.cluster.deploy.Terms;
import dev.msvc.cluster.release.Release;
import dev.msvc.cluster.release.ReleaseLock;
import java.time.Clock;

/** Brings a change that was agreed to into the cluster. */
final class Rollout {
  private final Invocation call;
  private final ClusterAccess access;

  Rollout(Invocation call, ClusterAccess access) {
    this.call = call;
    this.access = access;
  }

  /** How it came out. */
  record Outcome(int revision, int exitCode) {}

  Outcome run(Change change, Terms terms, String note, String strategy) {
    Release release = change.inventory().release();
    Clock clock = Clock.systemUTC();
    try (ReleaseLock lock =
        ReleaseLock.take(
            access.api(), access.kinds(), release, ClusterAccess.holder(call), clock)) {
      Deployer deployer =
          new Deployer(access.api(), access.kinds(), access.store(), lock, clock, this::told);
      Deployer.Begun begun = deployer.begin(change, terms, ClusterAccess.who(call), note, strategy);
      deployer.apply(begun, each -> true);
      deployer.prune(begun);
      deployer.finish(begun);
      return new Outcome(begun.revision().number(), 0);
    }
  }

  private void told(String news) {
    if (call.console().verbose()) {
      synchronized (this) {
        call.console().say(news);
      }
    }
  }
}
