package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;

/** Code that is not known when the system is built. */
final class PlugIns implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F16-PLUG-INS",
          "code that is loaded at run time",
          "code loads services, scripts or classes by names that are not in it, makes class"
              + " loaders, or keeps registries of what plug-ins offer",
          "Customers' plug-ins call what they find: a class that has moved is "
              + "missing only in their installation, and no compiler and no test here "
              + "says so.",
          "Find out what is loaded in production. Make what plug-ins may call an "
              + "interface with a promise, keep it in the monolith until the last, and "
              + "tell their authors a date.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (Trait each : ground.traits(TraitKind.PLUG_IN)) {
      Case found = cases.of("loaded-code").in(ground.map().contextOf(each.className()));
      String what = Ground.told(each);
      if (each.certainty() == Certainty.GUESSED) {
        found.saw(what, each.place());
      } else {
        found.sawFirst(what, each.place());
      }
    }
    return cases.each(
        each ->
            each.surely(each.leading() == 0 ? Certainty.GUESSED : Certainty.PARSED)
                .says(
                    each.leading() == 0 ? Severity.LOW : Severity.MEDIUM,
                    says(each.leading(), each.count() - each.leading())));
  }

  private static String says(int loading, int computed) {
    String loads =
        Ground.count(loading, "place")
            + (loading == 1 ? " loads" : " load")
            + " plug-ins, scripts or services";
    String found =
        Ground.count(computed, "class")
            + (computed == 1 ? " is" : " are")
            + " found by a computed name";
    return loading == 0 ? found : computed == 0 ? loads : loads + ", and " + found;
  }
}
