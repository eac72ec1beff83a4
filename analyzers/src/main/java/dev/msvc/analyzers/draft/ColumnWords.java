package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Place;
import dev.msvc.model.TableFact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the schema says of columns beside their types. */
final class ColumnWords {
  /**
   * What is said of the columns of a table, by their names as {@link Columns} compares them.
   *
   * @param demanded those that must have a value
   * @param blank those whose value is a text of no letters where no other is given
   */
  record Said(Set<String> demanded, Set<String> blank) {
    static final Said NOTHING = new Said(Set.of(), Set.of());

    Said {
      demanded = Set.copyOf(demanded);
      blank = Set.copyOf(blank);
    }

    boolean isNothing() {
      return demanded.isEmpty() && blank.isEmpty();
    }
  }

  private static final int MOST = 16 * 1024 * 1024;
  private static final int LONGEST_TABLE = 60_000;
  private static final Pattern CREATE = Pattern.compile("(?i)create\\s+[^;(]*?table\\b");
  private static final Pattern FIRST =
      Pattern.compile("^\\s*[`\"\\[]?([\\w$#]+)[`\"\\]]?\\s+\\S.*");
  private static final Pattern STRING = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'");

  private final Path root;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Optional<XmlElement>> documents = new HashMap<>();

  ColumnWords(Path root) {
    this.root = root;
  }

  Said of(TableFact table) {
    for (Place each : table.places()) {
      String file = each.file().toLowerCase(Locale.ROOT);
      Said said =
          file.endsWith(".sql")
              ? inSql(each)
              : file.endsWith(".xml") ? inChangeLog(each) : Said.NOTHING;
      if (!said.isNothing()) {
        return said;
      }
    }
    return Said.NOTHING;
  }

  private Said inSql(Place place) {
    String text = text(place.file());
    int start = 0;
    for (int line = 1; line < place.line() && start >= 0; line++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return Said.NOTHING;
      }
    }
    String from = text.substring(start, Math.min(text.length(), start + LONGEST_TABLE));
    Matcher create = CREATE.matcher(from);
    if (!create.find()) {
      return Said.NOTHING;
    }
    Set<String> demanded = new HashSet<>();
    Set<String> blank = new HashSet<>();
    for (String each : parts(from.substring(create.end()))) {
      String said =
          STRING
              .matcher(each)
              .replaceAll(quoted -> quoted.group().length() == 2 ? "''" : "'text'")
              .replaceAll("--.*", " ")
              .replaceAll("\\s+", " ");
      Matcher first = FIRST.matcher(said);
      if (first.matches()) {
        String low = said.toLowerCase(Locale.ROOT);
        if (low.contains("not null")) {
          demanded.add(Columns.key(first.group(1)));
        }
        if (low.contains(" default ''")) {
          blank.add(Columns.key(first.group(1)));
        }
      }
    }
    return new Said(demanded, blank);
  }

  /** What stands between the commas of the first parentheses. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        if (depth++ == 0) {
          from = i + 1;
        }
      } else if (!quoted && c == ')' && --depth == 0) {
        parts.add(text.substring(from, i));
        return parts;
      } else if (!quoted && c == ',' && depth == 1) {
        parts.add(text.substring(from, i));
        from = i + 1;
      } else if (!quoted && c == ';' && depth == 0) {
        return parts;
      }
    }
    return parts;
  }

  private Said inChangeLog(Place place) {
    return document(place.file())
        .flatMap(each -> at(each, place.line()))
        .map(ColumnWords::said)
        .orElse(Said.NOTHING);
  }

  private static Said said(XmlElement table) {
    Set<String> demanded = new HashSet<>();
    Set<String> blank = new HashSet<>();
    for (XmlElement column : table.elements("column")) {
      boolean must =
          column.elements("constraints").stream()
              .anyMatch(each -> each.attribute("nullable").equals("false"));
      if (must) {
        demanded.add(Columns.key(column.attribute("name")));
      }
      if ("".equals(column.attributes().get("defaultValue"))) {
        blank.add(Columns.key(column.attribute("name")));
      }
    }
    return new Said(demanded, blank);
  }

  private static Optional<XmlElement> at(XmlElement around, int line) {
    for (XmlElement each : around.elements()) {
      if (each.line() == line && each.name().equals("createTable")) {
        return Optional.of(each);
      }
      Optional<XmlElement> below = at(each, line);
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  private Optional<XmlElement> document(String file) {
    return documents.computeIfAbsent(
        file,
        name -> {
          try {
            return Optional.of(SafeXml.read(text(name)));
          } catch (MalformedXml unreadable) {
            return Optional.empty();
          }
        });
  }

  private String text(String file) {
    return texts.computeIfAbsent(
        file,
        name -> {
          Path path = root.resolve(name);
          if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return "";
          }
          try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
          } catch (IOException gone) {
            return "";
          }
        });
  }
}
