package dev.msvc.cluster.traffic;

import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Step;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A judge that lets no stage pass while a shift that comes before has not gone as far as it must.
 * What fails fails all the same.
 *
 * @param missing why it may not go on; empty where it may
 */
public record InOrder(Judge judge, Supplier<String> missing) implements Judge {
  @Override
  public Judged share(Window window) {
    return judge.share(window);
  }

  @Override
  public Judged gates(Window window, Map<String, Evidence> before) {
    Judged judged = judge.gates(window, before);
    if (judged.verdict() != Verdict.PASS) {
      return judged;
    }
    String why = missing.get();
    return why.isEmpty()
        ? judged
        : new Judged(Verdict.INSUFFICIENT, why, judged.numbers(), judged.evidence());
  }

  @Override
  public Judged before(Step step, Consumer<String> meanwhile) {
    return judge.before(step, meanwhile);
  }
}
