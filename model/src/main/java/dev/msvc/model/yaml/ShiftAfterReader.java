package dev.msvc.model.yaml;

import dev.msvc.model.shift.Predecessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads which shifts come before one. */
record ShiftAfterReader(MarkedFile file, ShiftTexts texts) {
  /**
   * All of them.
   *
   * @param name of the shift itself
   */
  List<Predecessor> after(@Nullable MarkedYaml node, String name) {
    Map<String, Predecessor> all = new TreeMap<>();
    List<Predecessor> listed = new ArrayList<>();
    for (MarkedYaml each : file.items(node, "after", "shifts of this folder: [customers]")) {
      Predecessor one = one(each);
      texts.needs(
          each,
          !one.shift().equals(name),
          "%s comes after itself".formatted(name),
          "leave it out of after");
      Predecessor before = all.put(one.shift(), one);
      texts.needs(
          each, before == null, "'%s' is named twice".formatted(one.shift()), "name it once");
      listed.add(one);
    }
    return listed;
  }

  private Predecessor one(MarkedYaml node) {
    if (node instanceof MarkedYaml.Scalar shift) {
      return new Predecessor(shift.text(), OptionalInt.empty(), node.mark().line());
    }
    Map<String, MarkedYaml> of = file.fields(node, "after", List.of("shift", "weight"));
    MarkedYaml shift = of.get("shift");
    MarkedYaml weight = of.get("weight");
    if (shift == null) {
      throw file.wrong(
          node, "it names no shift", "write - customers, or - {shift: customers, weight: 50}");
    }
    return new Predecessor(
        file.scalar(shift, "shift").text(),
        weight == null ? OptionalInt.empty() : OptionalInt.of(texts.percent(weight)),
        node.mark().line());
  }
}
