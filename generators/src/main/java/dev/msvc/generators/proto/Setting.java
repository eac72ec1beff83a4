package dev.msvc.generators.proto;

import java.util.ArrayList;
import java.util.List;

/**
 * A setting of an option, or a group of them, as the text format of messages writes it.
 *
 * @param value where it is one: a number or a word
 * @param quoted whether the value is a text
 * @param group where it is several
 */
record Setting(String key, String value, boolean quoted, List<Setting> group) {
  static Setting of(String key, Object value) {
    return new Setting(key, value.toString(), false, List.of());
  }

  static Setting text(String key, String value) {
    return new Setting(key, value, true, List.of());
  }

  static Setting group(String key, List<Setting> settings) {
    return new Setting(key, "", false, List.copyOf(settings));
  }

  /** As an option: a group of one is written with dots. */
  List<ProtoLine> option() {
    String path = key;
    Setting last = this;
    while (last.group.size() == 1) {
      last = last.group.get(0);
      path += "." + last.key;
    }
    return last.lines(path + " =");
  }

  /** As an option that is a statement of its own. */
  List<ProtoLine> declaration() {
    List<ProtoLine> lines = new ArrayList<>(lines("option " + key + " ="));
    lines.set(lines.size() - 1, lines.get(lines.size() - 1).then(";"));
    return lines;
  }

  /** As an entry of a message; one plain entry stays on its line. */
  private List<ProtoLine> entry() {
    return lines(key + ":");
  }

  private List<ProtoLine> lines(String before) {
    if (group.isEmpty()) {
      return List.of(leaf(before + " "));
    }
    if (group.size() == 1 && group.get(0).group.isEmpty()) {
      Setting only = group.get(0);
      return List.of(only.leaf(before + " {" + only.key + ": ").then("}"));
    }
    List<ProtoLine> lines = new ArrayList<>();
    lines.add(ProtoLine.of(before + " {"));
    for (Setting each : group) {
      each.entry().forEach(line -> lines.add(line.behind("  ")));
    }
    lines.add(ProtoLine.of("}"));
    return lines;
  }

  private ProtoLine leaf(String before) {
    return quoted ? new ProtoLine(before + "\"", true, value, "\"") : ProtoLine.of(before + value);
  }
}
