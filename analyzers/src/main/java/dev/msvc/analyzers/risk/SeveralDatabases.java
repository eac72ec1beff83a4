package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tables that lie in more than one database before anything is moved. */
final class SeveralDatabases implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F15-SEVERAL-DATABASES",
          "tables that lie in several databases already",
          "persistence units, the factories of repositories and mappers, or annotations name more"
              + " than one database",
          "No join, no foreign key and no transaction goes from one to the other, though the code"
              + " looks as if they did; scripts that copy tables of a context run in one of them"
              + " only.",
          "Write down which table lies where, and which transactions touch two; run the scripts of"
              + " a step in the database that has the table.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    Map<String, Integer> names = new TreeMap<>();
    List<Trait> all = ground.traits(TraitKind.DATABASE);
    all.forEach(each -> names.merge(each.name(), 1, Integer::sum));
    String main = names.size() == 1 ? "" : largest(names);
    for (Trait each : all) {
      if (!each.name().equals(main) || each.className().isEmpty()) {
        cases
            .of("databases")
            .in(ground.map().contextOf(each.className()))
            .saw(each.className().isEmpty() ? each.detail() : Ground.told(each), each.place())
            .surely(each.certainty());
      }
    }
    return cases.each(each -> each.says(Severity.MEDIUM, said(names.keySet(), main)));
  }

  /** The one that most name: what is said of the others is said against it. */
  private static String largest(Map<String, Integer> names) {
    return names.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String said(Set<String> names, String main) {
    if (main.isEmpty()) {
      return "some tables lie in a database of their own, as annotations say: "
          + Ground.some(names);
    }
    List<String> others = names.stream().filter(each -> !each.equals(main)).toList();
    return "tables lie in several databases, as units or annotations say: %s beside %s"
        .formatted(Ground.some(others), main);
  }
}
