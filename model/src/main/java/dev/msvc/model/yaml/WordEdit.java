package dev.msvc.model.yaml;

import dev.msvc.model.RoadmapWord;
import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.Word.Kind;
import dev.msvc.model.Word.Pattern;
import dev.msvc.model.Word.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Edits of {@code msvc.yaml} that keep the user's comments, order and form: the text is changed
 * only where the meaning is, and read again to see that it means what it should.
 */
public final class WordEdit {
  private final WordText text;
  private final Word before;
  private final List<String> gone = new ArrayList<>();
  private final List<String> come = new ArrayList<>();
  private final List<String[]> renamed = new ArrayList<>();

  /**
   * @throws UserError where the text is not a file that {@code msvc} reads
   */
  public WordEdit(String text) {
    before = text.isBlank() ? Word.NONE : WordDocument.read(text);
    this.text = new WordText(text.isEmpty() ? "schema: msvc/word/v1\n" : text);
  }

  /** What is pinned, by its whole name. */
  public record Pin(Kind kind, String name) {
    private String key() {
      return switch (kind) {
        case CLASS -> "classes";
        case PACKAGE -> "packages";
        case TABLE -> "tables";
      };
    }
  }

  /** Pins something into a context, and nowhere else. */
  public void pin(Pin pin, String context) {
    forget(pin, context);
    if (!come.contains(line("context " + context, pin)) && !isPinned(pin, context)) {
      String name = LockDocument.plain(pin.name());
      text.add(List.of("contexts", context, pin.key()), List.of(name), name);
      come.add(line("context " + context, pin));
    }
  }

  /** Says of something that it is in no context: {@code shared} or {@code technical}. */
  public void apart(Pin pin, String key) {
    List<Pattern> said = key.equals("shared") ? before.shared() : before.technical();
    if (said.stream().noneMatch(is(pin))) {
      forget(pin, "");
      String name = LockDocument.plain(pin.name());
      text.add(List.of(key), List.of(name), name);
      come.add(line(key, pin));
    }
  }

  /** Whether the file names a context so, and says what is in it. */
  public boolean names(String context) {
    return before.contexts().stream()
        .anyMatch(each -> each.name().text().equals(context) && !each.pins().isEmpty());
  }

  private boolean isPinned(Pin pin, String context) {
    return before.contexts().stream()
        .anyMatch(
            each -> each.name().text().equals(context) && each.pins().stream().anyMatch(is(pin)));
  }

  private static java.util.function.Predicate<Pattern> is(Pin pin) {
    return pattern -> pattern.kind() == pin.kind() && pattern.said().text().equals(pin.name());
  }

  /** Takes away lines that say that it is elsewhere. */
  private void forget(Pin pin, String but) {
    for (Word.Named context : before.contexts()) {
      String name = context.name().text();
      if (!name.equals(but) && context.pins().stream().anyMatch(is(pin))) {
        text.remove(List.of("contexts", name, pin.key()), pin.name());
        gone.add(line("context " + name, pin));
      }
    }
    for (Word.Split split : before.splits()) {
      for (Pattern pattern : split.pins()) {
        if (is(pin).test(pattern) && !split.as().text().equals(but)) {
          throw pattern
              .said()
              .wrong("a split says that %s leaves".formatted(pin.name()), "change that line first");
        }
      }
    }
    forget(pin, "shared", before.shared());
    forget(pin, "technical", before.technical());
    forget(pin, "ignore", before.ignored());
  }

  private void forget(Pin pin, String key, List<Pattern> patterns) {
    if (patterns.stream().anyMatch(is(pin))) {
      text.remove(List.of(key), pin.name());
      gone.add(line(key, pin));
    }
  }

  /** Makes contexts one, each by its name or by a class in it. */
  public void merge(List<String> of, String as) {
    List<String> names = of.stream().map(LockDocument::plain).toList();
    String list = "[" + String.join(", ", names) + "]";
    text.add(
        List.of("merge"),
        List.of("of: " + list, "as: " + as),
        "{of: %s, as: %s}".formatted(list, as));
    come.add("merge " + of + " as " + as);
  }

  /** Takes something out of a context that is named, or that holds a class. */
  public void split(String from, List<Pin> pins, String as) {
    pins.forEach(pin -> forget(pin, as));
    List<String> lines = new ArrayList<>();
    lines.add("from: " + LockDocument.plain(from));
    for (Kind kind : Kind.values()) {
      List<Pin> some = pins.stream().filter(pin -> pin.kind() == kind).toList();
      if (!some.isEmpty()) {
        List<String> names = some.stream().map(pin -> LockDocument.plain(pin.name())).toList();
        lines.add(some.get(0).key() + ": [" + String.join(", ", names) + "]");
      }
    }
    lines.add("as: " + as);
    text.add(List.of("split"), lines, "{" + String.join(", ", lines) + "}");
    List<String> said = pins.stream().map(pin -> line("", pin)).sorted().toList();
    come.add("split " + from + " " + said + " as " + as);
  }

  /**
   * Calls a context otherwise that the file names.
   *
   * @return whether it does name it
   */
  public boolean rename(String old, String name) {
    List<Said> all = new ArrayList<>();
    before.contexts().forEach(each -> all.add(each.name()));
    before.merges().forEach(each -> each.as().ifPresent(all::add));
    before.splits().forEach(each -> all.add(each.as()));
    before.renames().forEach(each -> all.add(each.to()));
    boolean told = all.stream().anyMatch(each -> each.text().equals(old));
    if (told) {
      before.merges().forEach(each -> all.addAll(each.of()));
      before.splits().forEach(each -> all.add(each.from()));
    }
    before.roadmap().first().forEach(all::add);
    before.roadmap().before().forEach(all::addAll);
    before.roadmap().stay().forEach(all::add);
    List<Said> named = new ArrayList<>(all);
    named.removeIf(each -> !each.text().equals(old));
    // from the end, so that places before it stay right
    named.sort(
        (a, b) ->
            a.line() == b.line()
                ? Integer.compare(b.column(), a.column())
                : Integer.compare(b.line(), a.line()));
    named.forEach(each -> text.replace(each, name));
    if (!named.isEmpty()) {
      renamed.add(new String[] {old, name});
    }
    return told;
  }

  /**
   * The new text.
   *
   * @throws UserError where it would not mean what it should: the file's form is beyond this
   */
  public String text() {
    String result = text.toString();
    List<String> expected = new ArrayList<>(canonical(before));
    gone.forEach(expected::remove);
    expected.addAll(come);
    List<String> found;
    try {
      found = canonical(WordDocument.read(result));
    } catch (UserError broken) {
      throw beyond(broken.message());
    }
    if (renamed.isEmpty()) {
      Collections.sort(expected);
      if (!found.equals(expected)) {
        throw beyond("lines would be lost");
      }
    } else if (found.size() != expected.size()) {
      throw beyond("lines would be lost");
    }
    return result;
  }

  private static UserError beyond(String why) {
    return new UserError(
        Word.FILE + " is written in a form that cannot be edited safely here (" + why + ")",
        "write the line yourself: docs/msvc-yaml.md shows how");
  }

  private static String line(String where, Pin pin) {
    return line(where, pin.kind(), pin.name());
  }

  private static String line(String where, Kind kind, String name) {
    return where + " " + kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }

  /** What a word means, one line a thing, sorted. */
  private static List<String> canonical(Word word) {
    List<String> lines = new ArrayList<>();
    for (Word.Named context : word.contexts()) {
      String where = "context " + context.name().text();
      context.id().ifPresent(id -> lines.add(where + " id " + id.text()));
      context.pins().forEach(pin -> lines.add(line(where, pin.kind(), pin.said().text())));
    }
    for (Word.Merge merge : word.merges()) {
      List<String> of = merge.of().stream().map(Said::text).toList();
      lines.add("merge " + of + " as " + merge.as().map(Said::text).orElse(""));
    }
    for (Word.Split split : word.splits()) {
      List<String> pins =
          split.pins().stream()
              .map(pin -> line("", pin.kind(), pin.said().text()))
              .sorted()
              .toList();
      lines.add("split " + split.from().text() + " " + pins + " as " + split.as().text());
    }
    word.renames()
        .forEach(each -> lines.add("rename " + each.from().text() + " " + each.to().text()));
    word.shared().forEach(each -> lines.add(line("shared", each.kind(), each.said().text())));
    word.technical().forEach(each -> lines.add(line("technical", each.kind(), each.said().text())));
    word.ignored().forEach(each -> lines.add(line("ignore", each.kind(), each.said().text())));
    word.accepted().forEach(each -> lines.add("accepted " + each.id().text() + each.reason()));
    roadmap(word.roadmap(), lines);
    Collections.sort(lines);
    return lines;
  }

  private static void roadmap(RoadmapWord said, List<String> lines) {
    said.first().forEach(each -> lines.add("first " + each.text()));
    said.before().forEach(chain -> lines.add("before " + chain.stream().map(Said::text).toList()));
    said.stay().forEach(each -> lines.add("stay " + each.text()));
    said.rates().forEach(each -> lines.add("rate " + each.name().text() + " " + each.each()));
    if (!said.schema().isEmpty()) {
      lines.add("schema " + said.schema());
    }
  }
}
