package dev.msvc.cluster.proxy;

import dev.msvc.model.shift.Arm;
import dev.msvc.model.shift.Rule;
import java.util.ArrayList;
import java.util.List;

/** What was counted, by rule and arm; what no rule fits is the monolith's. */
final class Counters {
  private final List<Recorder> monolith = new ArrayList<>();
  private final List<Recorder> service = new ArrayList<>();
  private final Recorder rest = new Recorder();

  Counters(List<Rule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      monolith.add(new Recorder());
      service.add(new Recorder());
    }
  }

  Recorder of(int rule, Arm arm) {
    if (rule == Routes.NONE) {
      return rest;
    }
    return (arm == Arm.SERVICE ? service : monolith).get(rule);
  }

  Recorder rest() {
    return rest;
  }
}
