package dev.msvc.generators.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.msvc.model.yaml.YamlTree;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** A value from elsewhere stays a value, in each language that templates write. */
class NotationTest {
  static List<String> hostile() {
    return List.of(
        "plain",
        "",
        " leading and trailing ",
        "\"; System.exit(1); //",
        "'; drop table orders; --",
        "\\",
        "\\\"",
        "\\'; select 1; --",
        "line\nnext: injected\n- item",
        "carriage\rreturn\r\n",
        "tab\tand\0zero",
        "*/ class Evil {} /*",
        "\\u002a/ class Evil {}",
        "\\u0022; int x = 1; //",
        "*/1",
        "{{ .Values.secret }}",
        "{{{{",
        "}}{{",
        "${{ secrets.TOKEN }}",
        "$${{ github.token }}",
        "${HOME} $(id) `id`",
        "#{systemProperties}",
        "[=evil] [#assign x=1]",
        "</script><script>alert(1)</script>",
        "<!-- --> ]]> &amp; <b a=\"c\">",
        "--- # a comment",
        "a: b, [c], {d: e} & *x !tag %y @z",
        "| pipe > fold ` tick",
        "\u202e right to left \u2066",
        "\u2028line\u2029separators\u0085",
        "\ufeffmark \ufffe \uffff",
        "alone \ud83d and \ude00",
        "together \ud83d\ude00",
        "$$ dollar $tag$ quoted $tag$",
        "%s %d ${} \\${x}");
  }

  private static String rendered(String path, String template, String value) {
    String name = "compose/base/" + path;
    return Templates.over(Map.of(name + ".ftl", template)).text(name, Map.of("value", value));
  }

  /** Signs that no text file may hold become this one. */
  private static String whole(String value) {
    StringBuilder whole = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              boolean alone = c >= 0xd800 && c <= 0xdfff;
              whole.appendCodePoint(alone || c == 0xfffe || c == 0xffff ? 0xfffd : c);
            });
    return whole.toString();
  }

  /** The same where a language has no way to write what steers a line. */
  private static String onOneLine(String value) {
    StringBuilder line = new StringBuilder();
    whole(value)
        .chars()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean steers =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              line.append(steers ? '\ufffd' : (char) c);
            });
    return line.toString();
  }

  private static String scalar(YamlTree tree, String key) {
    assertThat(tree).isInstanceOf(YamlTree.Mapping.class);
    Map<String, YamlTree> entries = ((YamlTree.Mapping) tree).entries();
    assertThat(entries).containsOnlyKeys("value", "after");
    assertThat(entries.get(key)).isInstanceOf(YamlTree.Scalar.class);
    YamlTree.Scalar scalar = (YamlTree.Scalar) entries.get(key);
    return scalar == null ? "" : scalar.text();
  }

  private static void isOneYamlValue(String yaml, String value) throws Exception {
    List<YamlTree> documents = YamlTree.read(yaml);
    assertThat(documents).hasSize(1);
    assertThat(scalar(documents.get(0), "value")).isEqualTo(value);
    assertThat(scalar(documents.get(0), "after")).isEqualTo("1");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void yaml(String value) throws Exception {
    isOneYamlValue(
        rendered("x.yaml", "value: \"[=value]\"\nafter: 1 # [=value]\n", value), whole(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void json(String value) throws Exception {
    String json = rendered("x.json", "{\"value\": \"[=value]\", \"after\": 1}\n", value);

    isOneYamlValue(json, whole(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void helm(String value) throws Exception {
    String name = "helm/base/templates/x.yaml";
    String text =
        Templates.over(Map.of(name + ".ftl", "value: \"[=value]\"\nafter: 1\n"))
            .text(name, Map.of("value", value));

    String literal = "{{ `{{` }}";
    assertThat(text.replace(literal, "")).doesNotContain("{{");
    isOneYamlValue(text.replace(literal, "{{"), whole(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void actions(String value) throws Exception {
    String name = "pipeline/github/x.yaml";
    String text =
        Templates.over(Map.of(name + ".ftl", "value: \"[=value]\"\nafter: 1\n"))
            .text(name, Map.of("value", value));

    String literal = "${{ '${{' }}";
    assertThat(text.replace(literal, "")).doesNotContain("${{");
    isOneYamlValue(text.replace(literal, "${{"), whole(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void java(String value) {
    String text =
        rendered(
            "X.java",
            "class X {\n  // [=value]\n  /* [=value] */\n  String s = \"[=value]\";\n  int after;\n}\n",
            value);

    ParserConfiguration as = new ParserConfiguration();
    as.setPreprocessUnicodeEscapes(true);
    CompilationUnit unit = new JavaParser(as).parse(text).getResult().orElseThrow();
    assertThat(unit.getTypes()).as(text).hasSize(1);
    assertThat(unit.findAll(ClassOrInterfaceDeclaration.class)).hasSize(1);
    assertThat(unit.getType(0).getMembers()).hasSize(2);
    List<StringLiteralExpr> literals = unit.findAll(StringLiteralExpr.class);
    assertThat(literals).hasSize(1);
    assertThat(literals.get(0).getValue().translateEscapes()).isEqualTo(whole(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void xml(String value) throws Exception {
    String text =
        rendered("x.xml", "<a b=\"[=value]\"><!-- [=value] --><c>[=value]</c></a>\n", value);

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("*").getLength()).isEqualTo(2);
    assertThat(document.getDocumentElement().getAttribute("b")).isEqualTo(onOneLine(value));
    assertThat(document.getElementsByTagName("c").item(0).getTextContent())
        .isEqualTo(onOneLine(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void sql(String value) {
    String text = rendered("x.sql", "-- [=value]\ncomment on table t is '[=value]';\n", value);

    assertThat(text.lines()).hasSize(2);
    String statement = text.lines().toList().get(1);
    String literal =
        statement.substring("comment on table t is '".length(), statement.length() - 2);
    assertThat(statement).endsWith("';");
    assertThat(literal.replace("''", "")).doesNotContain("'");
    assertThat(literal.replace("''", "'")).isEqualTo(onOneLine(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void proto(String value) throws Exception {
    String text = rendered("x.proto", "// [=value]\noption x = \"[=value]\";\n", value);

    assertThat(text.lines()).hasSize(2);
    String literal = text.lines().toList().get(1).substring("option x = ".length());
    isOneYamlValue(
        "{\"value\": " + literal.substring(0, literal.length() - 1) + ", \"after\": 1}",
        whole(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void javascript(String value) throws Exception {
    String text = rendered("x.js", "const x = \"[=value]\";\n", value);

    assertThat(text.lines()).hasSize(1);
    assertThat(text).doesNotContain("</");
    String literal = text.strip().substring("const x = ".length());
    isOneYamlValue(
        "{\"value\": " + literal.substring(0, literal.length() - 1) + ", \"after\": 1}",
        whole(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void properties(String value) throws Exception {
    String text = rendered("x.properties", "value=[=value]\nafter=1\n", value);

    Properties properties = new Properties();
    properties.load(new StringReader(text));
    assertThat(properties.stringPropertyNames()).containsOnly("value", "after");
    assertThat(properties.getProperty("value")).isEqualTo(onOneLine(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void dockerfile(String value) {
    String text = rendered("Dockerfile", "LABEL x=\"[=value]\"\nUSER 10001\n", value);

    assertThat(text.lines()).hasSize(2);
    String label = text.lines().toList().get(0);
    String inner = label.substring("LABEL x=\"".length(), label.length() - 1);
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      assertThat(c).as(text).isNotIn('"', '$');
      plain.append(c == '\\' ? inner.charAt(++i) : c);
    }
    assertThat(plain.toString()).isEqualTo(onOneLine(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void shell(String value) throws Exception {
    String text = rendered("x.sh", "# [=value]\nprintf '%s' '[=value]'\n", value);

    Process shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
    Assumptions.assumeTrue(shell.isAlive() || shell.exitValue() == 0, "there is no sh");
    try (var in = shell.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(out).isEqualTo(onOneLine(value));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void markdown(String value) {
    String text = rendered("x.md", "| [=value] | after |\n", value);

    assertThat(text.lines()).hasSize(1);
    assertThat(text.replace("\\|", "")).matches("\\| [^|`<]* \\| after \\|\n");
  }
}
