package dev.msvc.analyzers.risk;

import dev.msvc.model.Certainty;
import dev.msvc.model.Column;
import dev.msvc.model.Finding;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.TableFact;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tables of names and values. */
final class AttributeTables implements Rule {
  private static final FindingRule ABOUT =
      new FindingRule(
          "MSVC-F06-ATTRIBUTES",
          "tables of attributes and values",
          "a table has a column for a value beside one for an attribute or a key, "
              + "and is named after attributes, properties, parameters or the like; or "
              + "it has columns for values of several types",
          "What a row means is in another row: no owner can be told from the "
              + "table, and rows of several contexts lie side by side.",
          "Find out which attributes each context uses (select distinct); give "
              + "each its own table of that shape, and make the attributes that all ask "
              + "for columns.");

  @Override
  public FindingRule about() {
    return ABOUT;
  }

  private static final Pattern NAMED =
      Pattern.compile(
          ".*(?:attr|attribute|property|properties|param|parameter|custom_?field|custom_?data|meta_?data|extra|eav)s?(?:_?values?)?");
  private static final Pattern KEY =
      Pattern.compile(
          ".*(?:attr|attribute|property|param|parameter|field|key|meta)(?:_?(?:name|id|key|code|type|type_id|definition_id))?|name");
  private static final Pattern TYPED =
      Pattern.compile(
          "value_?(?:text|numeric|number|datetime|date|boolean|bool|string|int|integer|long|double|coded|decimal)|(?:string|text|number|int|integer|long|double|date|boolean|decimal)_?value");

  @Override
  public List<Finding> find(Ground ground) {
    Cases cases = new Cases(ABOUT);
    for (TableFact table : ground.tables()) {
      int typed = 0;
      boolean value = false;
      boolean key = false;
      for (Column each : table.columns()) {
        String column = each.name().toLowerCase(Locale.ROOT);
        typed += TYPED.matcher(column).matches() ? 1 : 0;
        value |=
            column.equals("value") || column.endsWith("_value") || column.equals("value_reference");
        key |= KEY.matcher(column).matches();
      }
      String name = Ground.bare(table.name());
      if (LibraryTables.has(table)) {
        continue;
      }
      if (typed >= 3 || (value && key && NAMED.matcher(name).matches())) {
        String owner = ground.owner(table.name());
        cases
            .of(owner.isEmpty() ? Ground.NO_CONTEXT : owner)
            .in(owner)
            .in(ground.users(table.name()))
            .saw(Ground.written(table.name()), ground.place(table))
            .surely(Certainty.GUESSED);
      }
    }
    return cases.each(
        each ->
            each.says(
                each.contexts().size() > 1 ? Severity.MEDIUM : Severity.LOW,
                "%s of %s hold%s attributes as rows%s"
                    .formatted(
                        Ground.count(each.count(), "table"),
                        each.subject().equals(Ground.NO_CONTEXT) ? "no owner" : each.subject(),
                        each.count() == 1 ? "s" : "",
                        each.contexts().size() > 1
                            ? ", used by " + Ground.some(each.contexts())
                            : "")));
  }
}
