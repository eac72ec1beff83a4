package dev.msvc.analyzers.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code CODEOWNERS} file as GitHub and GitLab read it: of a section, the last line that matches
 * a path says whose it is.
 */
final class CodeOwners {
  private static final Pattern SECTION =
      Pattern.compile("\\^?\\[([^\\]]+)\\](?:\\[\\d+\\])?\\s*(.*)");

  static final CodeOwners NONE = new CodeOwners("");

  /** Lines that go together; the first section has no title. */
  private final List<List<Line>> sections = new ArrayList<>();

  private record Line(PathPattern pattern, List<String> owners) {}

  CodeOwners(String text) {
    List<Line> section = new ArrayList<>();
    sections.add(section);
    List<String> usual = List.of();
    for (String each : text.lines().toList()) {
      String line = withoutComment(each);
      Matcher title = SECTION.matcher(line);
      if (line.isEmpty()) {
        continue;
      }
      if (title.matches()) {
        section = new ArrayList<>();
        sections.add(section);
        usual = owners(words(title.group(2)));
      } else {
        List<String> words = words(line);
        List<String> owners = owners(words.subList(1, words.size()));
        section.add(new Line(new PathPattern(words.get(0)), owners.isEmpty() ? usual : owners));
      }
    }
  }

  /** Whose a file is: teams and people, as they are named there; none where it is nobody's. */
  List<String> of(String path) {
    String[] parts = path.split("/", -1);
    Set<String> owners = new LinkedHashSet<>();
    for (List<Line> section : sections) {
      for (int i = section.size() - 1; i >= 0; i--) {
        if (section.get(i).pattern().matches(parts)) {
          owners.addAll(section.get(i).owners());
          break;
        }
      }
    }
    return List.copyOf(owners);
  }

  private static String withoutComment(String line) {
    for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
      boolean first = at == 0 || Character.isWhitespace(line.charAt(at - 1));
      if (first) {
        return line.substring(0, at).strip();
      }
    }
    return line.strip();
  }

  /** Words of a line; a backslash keeps a space in one. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  /** Of an address only what is before the {@code @}. */
  private static List<String> owners(List<String> words) {
    return words.stream()
        .filter(each -> each.indexOf('@') >= 0)
        .map(each -> each.startsWith("@") ? each : each.substring(0, each.indexOf('@')))
        .toList();
  }
}
