package dev.msvc.generators.proto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Gives numbers: what had one keeps it, and none is given twice. */
final class Numbering {
  // protoc's own
  private static final int RESERVED_FROM = 19000;
  private static final int RESERVED_TO = 19999;

  private final Map<String, Numbers> owners = new LinkedHashMap<>();

  Numbering(NumberLock lock) {
    for (NumberLock.Entry each : lock.entries()) {
      of(each.owner()).entries.add(each.gone());
    }
  }

  /** The numbers of a message or an enum. */
  Numbers of(String owner) {
    return owners.computeIfAbsent(owner, Numbers::new);
  }

  NumberLock lock() {
    return new NumberLock(owners.values().stream().flatMap(each -> each.entries.stream()).toList());
  }

  /** The numbers of one message or enum. */
  static final class Numbers {
    private final String owner;
    private final List<NumberLock.Entry> entries = new ArrayList<>();

    private Numbers(String owner) {
      this.owner = owner;
    }

    /** The number of a name and type: the one it had, or the next that nothing ever had. */
    int number(String name, String type) {
      for (int i = 0; i < entries.size(); i++) {
        NumberLock.Entry each = entries.get(i);
        if (each.name().equals(name) && each.type().equals(type)) {
          entries.set(i, each.live());
          return each.number();
        }
      }
      int next = 1 + entries.stream().mapToInt(NumberLock.Entry::number).max().orElse(0);
      if (next >= RESERVED_FROM && next <= RESERVED_TO) {
        next = RESERVED_TO + 1;
      }
      entries.add(new NumberLock.Entry(owner, name, next, type, false));
      return next;
    }

    /** What keeps deleted numbers and names from coming back as something else. */
    List<ProtoLine> reserved() {
      List<ProtoLine> lines = new ArrayList<>();
      TreeSet<String> names = new TreeSet<>();
      for (NumberLock.Entry each : entries) {
        if (each.deleted()) {
          lines.add(
              ProtoLine.of(
                  "reserved %d; // %s: %s".formatted(each.number(), each.name(), each.type())));
          names.add(each.name());
        }
      }
      entries.stream().filter(each -> !each.deleted()).forEach(each -> names.remove(each.name()));
      names.forEach(each -> lines.add(new ProtoLine("reserved \"", true, each, "\";")));
      return lines;
    }
  }
}
