package dev.msvc.cli;

import dev.msvc.cluster.deploy.Change;
import dev.msvc.cluster.deploy.Effect;
import dev.msvc.cluster.deploy.FieldChange;
import dev.msvc.cluster.deploy.ObjectChange;
import dev.msvc.cluster.deploy.Refusal;
import dev.msvc.model.Counted;
import dev.msvc.model.kube.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a deployment would do, for people: grouped by what becomes of objects. */
final class ChangeScreen {
  private static final int OBJECTS = 15;
  private static final int LINES = 60;
  private static final int WIDTH = 160;

  private final Console console;
  private final boolean everything;
  private int lines;
  private int left;

  ChangeScreen(Console console, boolean everything) {
    this.console = console;
    this.everything = everything;
  }

  void print(Change change, String where) {
    console.heading("release %s: %s".formatted(change.inventory().release(), where));
    boolean applies = change.objects().stream().anyMatch(each -> each.manifest() != null);
    if (change.inventory().cut() && applies) {
      console.line(
          "revision %d of it was begun and not finished; this goes on from there"
              .formatted(change.inventory().revision()));
    }
    for (Effect effect : Effect.values()) {
      List<ObjectChange> objects =
          change.objects().stream().filter(each -> each.effect() == effect).toList();
      if (!objects.isEmpty() && (effect != Effect.UNCHANGED || everything)) {
        group(effect, objects);
      }
    }
    if (left > 0) {
      console.line(Counted.of(left, "line", "lines") + " more: the same with --diff -o wide");
    }
    change.warnings().forEach(each -> console.line("the server warns: " + each));
    console.line(summary(change));
  }

  private void group(Effect effect, List<ObjectChange> objects) {
    console.line();
    console.heading("%s %d".formatted(effect.words(), objects.size()));
    int shown = everything || effect == Effect.DELETE ? objects.size() : OBJECTS;
    int count = 0;
    for (ObjectChange each : objects) {
      if (count++ < shown) {
        object(each);
      }
    }
    if (objects.size() > shown) {
      console.line("  and %d more: the same with --diff -o wide".formatted(objects.size() - shown));
    }
  }

  private void object(ObjectChange object) {
    Manifest manifest = object.manifest();
    String place = manifest == null ? "" : "   " + manifest.place();
    console.line("  " + object.key() + place);
    object.notes().forEach(each -> console.line("    " + each));
    boolean whole = object.effect() == Effect.CREATE || object.effect() == Effect.CREATE_UNCHECKED;
    if (whole && !everything) {
      return;
    }
    for (FieldChange each : object.fields()) {
      for (String line : field(each)) {
        if (everything || lines++ < LINES) {
          console.difference(line);
        } else {
          left++;
        }
      }
    }
  }

  private static List<String> field(FieldChange field) {
    Object before = field.before();
    Object after = field.after();
    List<String> shown = new ArrayList<>();
    if (before instanceof String was
        && after instanceof String will
        && (was.contains("\n") || will.contains("\n"))) {
      shown.add("      " + field.path() + ":");
      TextDiff.of("", was, will).stream()
          .skip(2)
          .forEach(each -> shown.add(each.substring(0, 1) + "       " + each.substring(1)));
      return shown;
    }
    if (before != null) {
      shown.add("-     " + field.path() + ": " + value(before));
    }
    if (after != null) {
      shown.add("+     " + field.path() + ": " + value(after));
    }
    return shown;
  }

  /** A value in one line. */
  static String value(@Nullable Object value) {
    return Text.shortened(whole(value).replace("\n", "\\n"), WIDTH);
  }

  private static String whole(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, String> parts = new TreeMap<>();
      map.forEach((key, each) -> parts.put(String.valueOf(key), whole(each)));
      List<String> said = new ArrayList<>();
      parts.forEach((key, each) -> said.add(key + ": " + each));
      return "{" + String.join(", ", said) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(ChangeScreen::whole).toList()) + "]";
    }
    return String.valueOf(value);
  }

  static String summary(Change change) {
    List<String> parts = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      long count = change.count(effect);
      if (count > 0) {
        parts.add("%d %s".formatted(count, effect.counted()));
      }
    }
    long refused = change.refusals().stream().map(Refusal::key).distinct().count();
    if (refused > 0) {
      parts.add("%d refused".formatted(refused));
    }
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  /** Why it cannot be done as it stands; the exit code is that of the gravest. */
  int refused(Change change) {
    int exitCode = 0;
    int count = 0;
    List<Refusal> refusals = change.refusals();
    for (Refusal each : refusals) {
      if (count++ < OBJECTS || everything) {
        String place = each.message().startsWith(each.where()) ? "" : each.where() + ": ";
        boolean last = count == refusals.size() || (count == OBJECTS && !everything);
        // the same advice once for all that need it
        boolean again = !last && refusals.get(count).hint().equals(each.hint());
        console.error(place + each.message(), again ? "" : each.hint());
      }
      exitCode = graver(exitCode, each.exitCode());
    }
    if (refusals.size() > OBJECTS && !everything) {
      console.say("and %d more: the same with --diff -o wide".formatted(refusals.size() - OBJECTS));
    }
    return exitCode;
  }

  private static int graver(int one, int other) {
    List<Integer> order = List.of(5, 6, 8, 9, 7, 3, 1, 0);
    return order.indexOf(one) < order.indexOf(other) ? one : other;
  }
}
