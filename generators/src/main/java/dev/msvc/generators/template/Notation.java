package dev.msvc.generators.template;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The languages that templates write, and how a text from elsewhere is kept from being more than a
 * text there. Names that are checked where they are made come out as they are.
 */
final class Notation {
  /** In a cell or a code span. */
  static final TextFormat MARKDOWN =
      new TextFormat("Markdown", "text/markdown", Notation::markdown);

  /** In double quotes. */
  static final TextFormat MERMAID =
      new TextFormat("Mermaid", "text/vnd.mermaid", Notation::mermaid);

  /** In double quotes. */
  static final TextFormat PLANTUML =
      new TextFormat("PlantUML", "text/x-plantuml", Notation::plantuml);

  /** In double quotes. */
  static final TextFormat CML = new TextFormat("CML", "text/x-cml", Notation::cml);

  /** In double quotes, or in a comment. */
  static final TextFormat JAVA = new TextFormat("Java", "text/x-java", Notation::java);

  /** In double quotes. */
  static final TextFormat YAML = new TextFormat("YAML", "application/yaml", Notation::yaml);

  /** In double quotes, in a file that Helm reads as a template. */
  static final TextFormat HELM =
      new TextFormat("Helm", "application/x-helm", text -> helm(yaml(text)));

  /** In double quotes, in a workflow of GitHub, which puts values into {@code ${{ }}}. */
  static final TextFormat ACTIONS =
      new TextFormat("Actions", "application/x-github-actions", text -> actions(yaml(text)));

  /** In double quotes, in a file that decK puts the environment into, at {@code ${{ }}}. */
  static final TextFormat DECK =
      new TextFormat("decK", "application/x-deck", text -> deck(yaml(text)));

  /** In double quotes. */
  static final TextFormat JSON =
      new TextFormat("JSON-text", "application/x-json-text", Notation::json);

  /** In single quotes, or in a comment of one line. */
  static final TextFormat SQL =
      new TextFormat("SQL", "application/sql", text -> line(text).replace("'", "''"));

  /** In double quotes, or in a comment of one line. */
  static final TextFormat PROTO = new TextFormat("Proto", "text/x-proto", Notation::json);

  /** In single quotes. */
  static final TextFormat SHELL =
      new TextFormat("Shell", "text/x-shellscript", text -> line(text).replace("'", "'\\''"));

  /** In double quotes. */
  static final TextFormat DOCKERFILE =
      new TextFormat("Dockerfile", "text/x-dockerfile", Notation::dockerfile);

  /** A value of its own line. */
  static final TextFormat PROPERTIES =
      new TextFormat("Properties", "text/x-java-properties", Notation::properties);

  /** In double quotes. */
  static final TextFormat JAVASCRIPT =
      new TextFormat("JS", "text/x-javascript", text -> json(text).replace("</", "<\\/"));

  /** Text or attribute in double quotes. */
  static final TextFormat XML = new TextFormat("XML-text", "application/x-xml-text", Notation::xml);

  /** Text or attribute in double quotes, of a page. */
  static final TextFormat HTML = new TextFormat("HTML-text", "text/x-html-text", Notation::html);

  /** In double quotes, in a file of HAProxy. */
  static final TextFormat HAPROXY =
      new TextFormat("HAProxy", "text/x-haproxy", Notation::dockerfile);

  /** In double quotes, in a file of nginx, where nothing stands for a variable. */
  static final TextFormat NGINX =
      new TextFormat(
          "nginx", "text/x-nginx", text -> line(text).replace("\\", "\\\\").replace("\"", "\\\""));

  /** All of them. */
  static final List<TextFormat> ALL =
      List.of(
          MARKDOWN,
          MERMAID,
          PLANTUML,
          CML,
          JAVA,
          YAML,
          HELM,
          ACTIONS,
          DECK,
          JSON,
          SQL,
          PROTO,
          SHELL,
          DOCKERFILE,
          PROPERTIES,
          JAVASCRIPT,
          XML,
          HTML,
          HAPROXY,
          NGINX);

  private Notation() {}

  /** That of a template, by its path; null where it says so itself. */
  static @Nullable TextFormat of(String template) {
    String path =
        template.endsWith(".ftl") ? template.substring(0, template.length() - 4) : template;
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (path.startsWith("report/")) {
      return null;
    }
    if (path.startsWith("helm/") && path.contains("/templates/")) {
      return HELM;
    }
    if (path.startsWith("kong/") || path.startsWith("router/kong/")) {
      return DECK;
    }
    if (path.startsWith("pipeline/github/")) {
      return ACTIONS;
    }
    if (name.endsWith("dockerfile")) {
      return DOCKERFILE;
    }
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "java" -> JAVA;
      case "yaml", "yml" -> YAML;
      case "json" -> JSON;
      case "sql" -> SQL;
      case "proto" -> PROTO;
      case "sh" -> SHELL;
      case "properties" -> PROPERTIES;
      case "js" -> JAVASCRIPT;
      case "xml" -> XML;
      case "md" -> MARKDOWN;
      case "cfg" -> HAPROXY;
      case "conf" -> NGINX;
      default -> null;
    };
  }

  private static String java(String text) {
    StringBuilder java = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> java.append("\\\\");
        case '"' -> java.append("\\\"");
        case '\n' -> java.append("\\n");
        case '\r' -> java.append("\\r");
        case '\t' -> java.append("\\t");
        // the end of a comment
        case '/' -> java.append(i > 0 && text.charAt(i - 1) == '*' ? "\\57" : "/");
        default ->
            java.append(steers(c) || Character.isSurrogate(c) ? unicode(c) : String.valueOf(c));
      }
    }
    return java.toString();
  }

  private static String yaml(String text) {
    return json(text);
  }

  private static String json(String text) {
    StringBuilder json = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> json.append("\\\\");
        case '"' -> json.append("\\\"");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(steers(c) || c == '\ufeff' ? unicode(c) : String.valueOf(c));
      }
    }
    return json.toString();
  }

  private static String unicode(char c) {
    return "\\u%04x".formatted((int) c);
  }

  /** Two braces that begin an action become an action that puts out two braces. */
  private static String helm(String text) {
    return text.replace("{{", "{{ `{{` }}");
  }

  private static String actions(String text) {
    return text.replace("${{", "${{ '${{' }}");
  }

  private static String deck(String text) {
    return text.replace("${{", "${{ `${{` }}");
  }

  private static String dockerfile(String text) {
    return line(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");
  }

  private static String properties(String text) {
    String line = line(text).replace("\\", "\\\\");
    // it would be taken for what is between key and value
    return line.startsWith(" ") ? "\\" + line : line;
  }

  private static String xml(String text) {
    return unmarked(text).replace("--", "-&#45;");
  }

  private static String html(String text) {
    return unmarked(text).replace("'", "&#39;");
  }

  /** Text in which nothing is markup. */
  private static String unmarked(String text) {
    return line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static boolean steers(char c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** Keeps a text on its line, in its cell and in its code span. */
  private static String markdown(String text) {
    return line(text).replace('`', '\'').replace("|", "\\|").replace("<", "&lt;");
  }

  /** Keeps a text in its quotes. */
  private static String mermaid(String text) {
    return line(text)
        .replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace('`', '\'');
  }

  /** Keeps a text in its quotes, and lets no sign in it format, link or call anything. */
  private static String plantuml(String text) {
    String line = line(text);
    StringBuilder plain = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean twice = i > 0 && line.charAt(i - 1) == c;
      if ("\"\\<>~&%|[]{}$!^#@`".indexOf(c) >= 0 || (twice && "_*/-.'=:".indexOf(c) >= 0)) {
        plain.append("<U+%04X>".formatted((int) c));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Keeps a text in its quotes. */
  private static String cml(String text) {
    return line(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(steers(c) ? '\ufffd' : c);
    }
    return line.toString();
  }
}
