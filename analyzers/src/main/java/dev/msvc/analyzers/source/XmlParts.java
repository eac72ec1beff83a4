package dev.msvc.analyzers.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the elements of other files into a document that takes them in by entities of its DOCTYPE.
 *
 * <p>Only files that the caller has are taken in, each a bounded number of times; what an entity
 * holds itself is never expanded.
 */
public final class XmlParts {
  private static final Pattern DECLARED =
      Pattern.compile(
          "<!ENTITY\\s+([\\w.-]+)\\s+(?:SYSTEM|PUBLIC\\s+(?:\"[^\"]*\"|'[^']*'))\\s+(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern USED = Pattern.compile("&([\\w.-]+);");

  /** Makes entities that nobody declares no error, as in a document with a DOCTYPE. */
  private static final String HEAD = "<!DOCTYPE part SYSTEM \"part\"><part>";

  private static final int DEEPEST = 5;
  private static final int MOST = 100;
  private static final int LONGEST = 1 << 20;

  private final Map<String, String> declared = new HashMap<>();
  private final Function<String, @Nullable String> files;
  private final BiConsumer<Integer, String> problems;
  private final Set<String> open = new HashSet<>();
  private int taken;

  private XmlParts(Function<String, @Nullable String> files, BiConsumer<Integer, String> problems) {
    this.files = files;
    this.problems = problems;
  }

  /**
   * The document with what it takes in, which has the line where it is taken in.
   *
   * @param files the text of a file by what the DOCTYPE writes; null for none
   * @param problems takes the line and the reason of each part that is not taken in
   */
  public static XmlElement taken(
      XmlElement root,
      String text,
      Function<String, @Nullable String> files,
      BiConsumer<Integer, String> problems) {
    if (text.indexOf("<!ENTITY") < 0) {
      return root;
    }
    XmlParts parts = new XmlParts(files, problems);
    Matcher entity = DECLARED.matcher(text);
    while (entity.find()) {
      parts.declared.put(
          entity.group(1), entity.group(2) == null ? entity.group(3) : entity.group(2));
    }
    return parts.filled(root, 0, 0);
  }

  private XmlElement filled(XmlElement element, int line, int depth) {
    List<XmlNode> children = new ArrayList<>();
    for (XmlNode each : element.children()) {
      Matcher used =
          each instanceof XmlText text ? USED.matcher(text.text().strip()) : USED.matcher("");
      if (each instanceof XmlText text && used.matches()) {
        children.addAll(part(used.group(1), line == 0 ? text.line() : line, depth));
      } else {
        children.add(each instanceof XmlElement inner ? filled(inner, line, depth) : each);
      }
    }
    return new XmlElement(
        element.name(), element.attributes(), children, line == 0 ? element.line() : line);
  }

  private List<XmlNode> part(String name, int line, int depth) {
    String file = declared.get(name);
    String text = file == null ? null : files.apply(file);
    String reason = "";
    if (text == null) {
      reason = "takes in '&%s;', which is not followed".formatted(name);
    } else if (open.contains(name)) {
      reason = "takes in '&%s;', which takes in itself".formatted(name);
    } else if (depth >= DEEPEST || ++taken > MOST || text.length() > LONGEST) {
      reason = "takes in '&%s;': too much, too often or too deep".formatted(name);
    } else {
      open.add(name);
      try {
        String inner = text.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "");
        return filled(SafeXml.read(HEAD + inner + "</part>"), line, depth + 1).children();
      } catch (MalformedXml broken) {
        reason = "takes in '&%s;', in which: %s".formatted(name, broken.reason());
      } finally {
        open.remove(name);
      }
    }
    problems.accept(line, reason);
    return List.of();
  }
}
