package dev.msvc.generators.proto;

import dev.msvc.model.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that fields and values of enums were given: each once, for ever.
 *
 * @param entries by message and number
 */
public record NumberLock(List<Entry> entries) {
  /** Its file, in the folder of the service. */
  public static final String FILE = "proto.lock";

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::owner).thenComparingInt(Entry::number);

  /** Where nothing was given a number yet. */
  public static final NumberLock NONE = new NumberLock(List.of());

  private static final String DELETED = "deleted";
  private static final Pattern LINE =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9]*)\\.([A-Za-z][A-Za-z0-9_]*) ([0-9]{1,9}) (\\S.*?)( "
              + DELETED
              + ")?");

  private static final String HEAD =
      """
      # made by msvc: the numbers of the contract's fields. Commit it; never reuse a number
      """;

  public NumberLock {
    entries = entries.stream().sorted(ORDER).toList();
  }

  /**
   * A number that was given.
   *
   * @param owner message or enum
   * @param type of the field, or {@code value}
   * @param deleted whether there is no such field any more
   */
  public record Entry(String owner, String name, int number, String type, boolean deleted) {
    private String line() {
      return "%s.%s %d %s%s\n".formatted(owner, name, number, type, deleted ? " " + DELETED : "");
    }

    Entry live() {
      return new Entry(owner, name, number, type, false);
    }

    Entry gone() {
      return new Entry(owner, name, number, type, true);
    }
  }

  /** Reads the file; an empty text is {@link #NONE}. */
  public static NumberLock read(String text) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Entry> numbers = new HashMap<>();
    int at = 0;
    for (String line : text.lines().toList()) {
      at++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(line.strip());
      if (!parts.matches()) {
        boolean merge = line.startsWith("<<<<<<<") || line.startsWith("=======");
        throw new UserError(
            "%s:%d is no number of a field: %s".formatted(FILE, at, shown(line)),
            merge
                ? "finish the merge: keep the lines of both sides, and of two with one number the older"
                : "take the file from the version control again");
      }
      Entry entry =
          new Entry(
              parts.group(1),
              parts.group(2),
              Integer.parseInt(parts.group(3)),
              parts.group(4),
              parts.group(5) != null);
      Entry other = numbers.put(entry.owner() + " " + entry.number(), entry);
      if (other != null) {
        throw new UserError(
            "%s:%d: %s.%s and %s have the number %d both"
                .formatted(FILE, at, entry.owner(), other.name(), entry.name(), entry.number()),
            "delete the line of the one that was never released: it gets another number");
      }
      entries.add(entry);
    }
    return new NumberLock(entries);
  }

  private static String shown(String line) {
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }

  /** As its file says it: one line a number, so that two branches that give one meet in a merge. */
  public String text() {
    StringBuilder text = new StringBuilder(HEAD);
    entries.forEach(each -> text.append(each.line()));
    return text.toString();
  }
}
