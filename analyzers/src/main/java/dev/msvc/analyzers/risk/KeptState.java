package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.TraitKind;
import java.util.List;

/** What code keeps in Redis. */
final class KeptState implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F08-KEPT-STATE",
          "what code keeps in Redis",
          "code reads, writes or removes keys of Redis by a client, also by a helper "
              + "class of its own",
          "Code keeps caches and state there by hand, under keys that it agrees on with"
              + " itself: a service with a Redis of its own logs users out and finds carts "
              + "empty, and one that shares it must write and remove the same keys in the "
              + "same form.",
          "List the keys and who writes them. Share the store while both live, with one"
              + " owner for each key; what is a cache of rows needs a short life or an event "
              + "of the other side.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    return OutsideStore.find(
        ABOUT,
        ground,
        TraitKind.KEPT_STATE,
        "uses what is kept in Redis",
        "use what is kept in Redis");
  }
}
