package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Features that are switched in the database. */
final class FeatureSwitches implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F16-FEATURE-SWITCHES",
          "features switched on and off at run time",
          "code asks a library of feature switches, or a table is named after "
              + "features, toggles or switches and has a column that says on or off",
          "Both sides must see the same switch at the same time; and a switch "
              + "that nobody has turned for years hides code that must not be moved, or "
              + "must.",
          "List the switches with their values in production; move code only with "
              + "the value that it has there, and read the switches from one place on "
              + "both sides while both live.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  private static final Pattern TABLE =
      Pattern.compile(
          "(?:[a-z]{1,4}_)?(?:features?|(?:.*_)?feature_?(?:toggle|flag|switch)(?:e?s)?|togglz|ff4j_features)");
  private static final Pattern SWITCH =
      Pattern.compile(
          "(?:is_?)?(?:enabled|enable|active|activated|on|state|feature_enabled|value|flag)");

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    cases.saw(
        ground,
        ground.traits(TraitKind.FEATURE_SWITCH),
        each -> each.name(),
        each -> Ground.method(each.className(), each.method()) + ": " + each.detail());
    for (TableFact table : ground.tables()) {
      String name = Ground.bare(table.name());
      if (TABLE.matcher(name).matches()) {
        for (Column each : table.columns()) {
          if (SWITCH.matcher(each.name().toLowerCase(Locale.ROOT)).matches()) {
            cases
                .of(name)
                .in(ground.owner(table.name()))
                .in(ground.users(table.name()))
                .saw(
                    "%s.%s".formatted(Ground.written(table.name()), each.name()),
                    ground.place(table))
                .surely(Certainty.GUESSED);
          }
        }
      }
    }
    return cases.each(
        each ->
            each.says(
                Severity.MEDIUM,
                "%s switches features%s"
                    .formatted(
                        ground.called(each.subject()),
                        each.contexts().isEmpty() ? "" : " for " + Ground.some(each.contexts()))));
  }
}
