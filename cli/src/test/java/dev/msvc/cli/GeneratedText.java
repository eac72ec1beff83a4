package dev.msvc.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/**
 * What is wrong with a generated file in its language: what cannot be read, and where the words
 * {@code evil} of {@link HostileWords#PROSE} are anything but text.
 */
final class GeneratedText {
  private static final String EVIL = "evil";
  private static final Pattern NO_CODE =
      Pattern.compile("'(?:[^'\\\\\n]|\\\\.)*'|\"(?:[^\"\\\\\n]|\\\\.)*\"|//[^\n]*");
  private static final Pattern NO_SQL = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*");
  private static final Pattern EXPRESSION =
      Pattern.compile("(\\$\\{|\\{\\{|\\$\\(|`|@evil)[^}\n]*evil", Pattern.CASE_INSENSITIVE);

  private GeneratedText() {}

  static List<String> problems(String path, String text) {
    List<String> problems = new ArrayList<>();
    if (text.contains("\uFEFF") || text.contains("\r") || !text.endsWith("\n")) {
      problems.add("a line ends otherwise than all others");
    }
    try {
      if (path.endsWith(".java")) {
        java(text, problems);
      } else if (path.endsWith(".proto")) {
        plain(text, NO_CODE, problems);
      } else if (path.endsWith(".sql")) {
        plain(text, NO_SQL, problems);
      } else if (path.endsWith(".xml")) {
        xml(text);
      } else if (path.endsWith(".json")) {
        keys(new JsonFactory().createParser(text), problems);
      } else if (path.matches(".*\\.ya?ml") && !path.matches(".*/helm/.*/templates/.*")) {
        keys(new YAMLFactory().createParser(text), problems);
      }
    } catch (Exception e) {
      problems.add("it cannot be read: " + String.valueOf(e.getMessage()).lines().findFirst());
    }
    boolean runs =
        path.matches("\\.git.*|Dockerfile|compose.*|.*/templates/.*|.*/application.yaml");
    if (runs && EXPRESSION.matcher(text).find()) {
      problems.add("an expression has users' words in it");
    }
    return problems;
  }

  private static void java(String text, List<String> problems) {
    ParseResult<CompilationUnit> parsed =
        new JavaParser(
                new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17))
            .parse(text);
    parsed.getProblems().forEach(each -> problems.add(each.getMessage()));
    parsed
        .getResult()
        .flatMap(CompilationUnit::getTokenRange)
        .ifPresent(
            tokens -> {
              for (JavaToken each : tokens) {
                if (!each.getCategory().isComment() && !each.getCategory().isLiteral()) {
                  plain(each.getText(), problems);
                }
              }
            });
  }

  private static void plain(String text, Pattern prose, List<String> problems) {
    Matcher matcher = prose.matcher(text);
    plain(matcher.replaceAll(" "), problems);
  }

  private static void plain(String code, List<String> problems) {
    if (code.toLowerCase(Locale.ROOT).contains(EVIL)) {
      problems.add("users' words are code: " + code.strip());
    }
  }

  private static void xml(String text) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static void keys(JsonParser parser, List<String> problems) throws IOException {
    for (JsonToken each = parser.nextToken(); each != null; each = parser.nextToken()) {
      if (each == JsonToken.FIELD_NAME) {
        plain(parser.currentName(), problems);
      }
    }
  }
}
