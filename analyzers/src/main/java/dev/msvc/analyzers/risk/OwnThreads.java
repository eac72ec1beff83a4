package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Work that waits in the memory of one program, or that each copy of it does. */
final class OwnThreads implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F07-OWN-THREADS",
          "threads and pools that code starts itself",
          "code starts a thread and does not wait for it, or keeps a pool of threads in a field or"
              + " as a bean; pools of timers that MSVC-F07-CLOCK-WORK names, and tools that people"
              + " run by hand, are left out",
          "What waits in the queue of a pool, or is half done in a thread, is lost when a pod goes;"
              + " and what starts with the program runs in each replica, on both sides. User,"
              + " tenant and transaction do not come along.",
          "Find out of each what it does: work that must not be lost goes into a table or a queue"
              + " and is acknowledged when it is done; what may run once only needs a lock that"
              + " all replicas see; let the rest end in order when the program is told to stop.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Set<String> timers = new HashSet<>();
    ground.traits(TraitKind.TIMER).forEach(each -> timers.add(each.className()));
    List<Trait> threads =
        ground.traits(TraitKind.OWN_THREAD).stream()
            .filter(each -> !(isTimer(each) && timers.contains(each.className())))
            .toList();
    Cases cases = new Cases(ABOUT);
    cases.saw(ground, threads, each -> ground.subject(each.className()), Ground::told);
    return cases.each(
        each ->
            each.says(
                Severity.LOW,
                "%s of %s start%s threads of %s own"
                    .formatted(
                        Ground.count(each.places(), "place"),
                        Ground.named(each.subject()),
                        each.places() == 1 ? "s" : "",
                        each.places() == 1 ? "its" : "their")));
  }

  private static boolean isTimer(Trait trait) {
    return trait.name().contains("Schedule") || trait.name().equals("Timer");
  }
}
