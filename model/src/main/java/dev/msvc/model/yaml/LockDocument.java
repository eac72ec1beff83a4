package dev.msvc.model.yaml;

import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Lock;
import dev.msvc.model.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code msvc.lock}: {@code msvc/lock/v1}, YAML with one line a class, sorted, so that branches
 * merge.
 */
public final class LockDocument {
  private static final String SCHEMA = "msvc/lock/v1";
  private static final List<String> KEYS =
      List.of("schema", "madeBy", "contexts", "classes", "unplaced", "tables");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_.$@/-]*");

  private LockDocument() {}

  /**
   * Reads a file's text.
   *
   * @throws UserError where it is damaged, half merged or of a newer msvc; with line and column
   */
  public static Lock read(String text) {
    new MarkedFile(Lock.FILE)
        .requireMerged(
            text, "keep the lines of both sides, or take one side and run 'msvc accept'");
    MarkedYaml root = MarkedYaml.read(Lock.FILE, text);
    if (!(root instanceof MarkedYaml.Mapping top)) {
      throw damaged(root.mark(), "this is not what msvc accept writes");
    }
    String schema = scalar(top, "schema");
    String madeBy = scalar(top, "madeBy");
    if (!schema.equals(SCHEMA)) {
      boolean newer = schema.matches("msvc/lock/v\\d+");
      throw MarkedYaml.wrong(
          Lock.FILE,
          top.mark(),
          newer
              ? "it was made by msvc %s as %s; this one reads %s".formatted(madeBy, schema, SCHEMA)
              : "there is no line schema: " + SCHEMA,
          newer ? "use that msvc, or a newer one" : "take the file from git again");
    }
    for (MarkedYaml.Entry entry : top.entries()) {
      if (!KEYS.contains(entry.key())) {
        throw damaged(entry.mark(), "'%s' is no part of it".formatted(entry.key()));
      }
    }
    SortedMap<String, String> names = texts(top, "contexts");
    SortedMap<String, Placement> unplaced = new TreeMap<>();
    return new Lock(
        madeBy,
        names,
        ids(top, "classes", names),
        unplaced(top, unplaced),
        ids(top, "tables", names));
  }

  private static SortedMap<String, Placement> unplaced(
      MarkedYaml.Mapping top, SortedMap<String, Placement> unplaced) {
    for (MarkedYaml.Entry entry : entries(top, "unplaced")) {
      String role = text(entry.value());
      boolean known = false;
      for (Placement each : Placement.values()) {
        if (each != Placement.CONTEXT && Document.word(each).equals(role)) {
          unplaced.put(entry.key(), each);
          known = true;
        }
      }
      if (!known) {
        throw damaged(entry.value().mark(), "'%s' is no role".formatted(role));
      }
    }
    return unplaced;
  }

  private static SortedMap<String, String> ids(
      MarkedYaml.Mapping top, String key, Map<String, String> names) {
    for (MarkedYaml.Entry entry : entries(top, key)) {
      String id = text(entry.value());
      if (!names.containsKey(id)) {
        throw damaged(entry.value().mark(), "no context has the id '%s'".formatted(id));
      }
    }
    return texts(top, key);
  }

  private static SortedMap<String, String> texts(MarkedYaml.Mapping top, String key) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (MarkedYaml.Entry entry : entries(top, key)) {
      texts.put(entry.key(), text(entry.value()));
    }
    return texts;
  }

  private static List<MarkedYaml.Entry> entries(MarkedYaml.Mapping top, String key) {
    for (MarkedYaml.Entry entry : top.entries()) {
      if (entry.key().equals(key)) {
        if (entry.value() instanceof MarkedYaml.Mapping mapping) {
          return mapping.entries();
        }
        if (entry.value() instanceof MarkedYaml.Scalar nothing && nothing.isNull()) {
          return List.of();
        }
        throw damaged(entry.value().mark(), "'%s' is no list of names".formatted(key));
      }
    }
    return List.of();
  }

  private static String scalar(MarkedYaml.Mapping top, String key) {
    for (MarkedYaml.Entry entry : top.entries()) {
      if (entry.key().equals(key)) {
        return text(entry.value());
      }
    }
    return "";
  }

  private static String text(MarkedYaml node) {
    if (node instanceof MarkedYaml.Scalar scalar) {
      return scalar.text();
    }
    throw damaged(node.mark(), "one word is expected here");
  }

  private static UserError damaged(MarkedYaml.Mark mark, String message) {
    return MarkedYaml.wrong(
        Lock.FILE, mark, message, "take the file from git again, or run 'msvc accept'");
  }

  /** The file's text; the same lock gives the same bytes. */
  public static String write(Lock lock) {
    StringBuilder text = new StringBuilder();
    text.append("# Written by 'msvc accept': places and ids that later runs keep. Commit it.\n");
    text.append("# One line a class: where a merge conflicts, keep the lines of both sides.\n");
    text.append("schema: ").append(SCHEMA).append('\n');
    text.append("madeBy: ").append(plain(lock.madeBy())).append('\n');
    section(text, "contexts", lock.names());
    section(text, "classes", lock.classes());
    SortedMap<String, String> unplaced = new TreeMap<>();
    lock.unplaced().forEach((name, role) -> unplaced.put(name, Document.word(role)));
    section(text, "unplaced", unplaced);
    section(text, "tables", lock.tables());
    return text.toString();
  }

  private static void section(StringBuilder text, String key, SortedMap<String, String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    text.append(key).append(":\n");
    lines.forEach(
        (name, value) ->
            text.append("  ").append(plain(name)).append(": ").append(plain(value)).append('\n'));
  }

  /** As it is where YAML takes it for a text, in quotes elsewhere. */
  static String plain(String text) {
    boolean safe = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return safe ? text : "\"" + escaped(text) + "\"";
  }

  private static final List<String> WORDS =
      List.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
              } else if (c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
                escaped.append("\\u%04x".formatted(c));
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
