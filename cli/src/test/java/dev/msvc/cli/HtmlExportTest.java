package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.msvc.model.Analysis;
import dev.msvc.model.Coverage;
import dev.msvc.model.Share;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlExportTest {
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>");
  private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
  private static final Pattern DATA =
      Pattern.compile("(?s)<script id=\"data\" type=\"application/json\">(.*?)</script>");

  @Test
  void saysWithoutAScriptWhatAnalyzeSaysFirst() {
    String page = withoutScripts(page(Shop.small()));

    assertThat(page)
        .contains("<h1 id=\"overview-title\" tabindex=\"-1\">Bounded contexts of <bdi>shop</bdi>")
        .contains("<td class=\"number\">118 of 119</td>", "99 %")
        .contains("Start with <bdi data-link=\"context\">catalog</bdi>")
        .contains("nothing of it depends on others: 0 outgoing and 2 incoming references")
        .contains("Leave <bdi data-link=\"context\">order</bdi> alone for now")
        .contains("Other contexts write <span data-go=\"tables\">1 table</span>")
        .contains("<td><bdi>catalog, order</bdi></td>")
        .contains("<th scope=\"row\"><bdi>order</bdi></th><td class=\"number\">2</td>")
        .contains("In no context: 1 shared, 1 to split, 0 technical")
        .contains("Order of extraction");
  }

  @Test
  void drawsTheMapWithoutAScript() {
    assertThat(withoutScripts(page(Shop.small())))
        .contains("<title>order uses catalog: 2 references, 1 write</title>")
        .contains("aria-label=\"catalog: 2 classes, 1 table; uses 0 contexts, used by 1; others")
        .contains("<g class=\"arrow writes main\"");
  }

  @Test
  void holdsEveryListForItsScript() throws Exception {
    JsonNode data = data(page(Shop.small()));

    assertThat(rows(data, "contexts")).hasSize(2);
    assertThat(rows(data, "classes"))
        .hasSize(6)
        .anyMatch(each -> each.startsWith("shop.order.OrderService|member|order|-1|||||class|"))
        .anyMatch(each -> each.startsWith("shop.common.Money|shared|order|-1|||used by 2 of 2"));
    assertThat(rows(data, "dependencies").get(0))
        .startsWith("shop.order.OrderService|shop.catalog.ProductRepository|2|call 1, field 1");
    assertThat(rows(data, "tables"))
        .anyMatch(each -> each.startsWith("products|table|catalog|catalog,order|1|"));
    assertThat(rows(data, "cuts")).isNotEmpty();
    assertThat(rows(data, "extractions")).isNotEmpty();
    assertThat(rows(data, "steps")).isNotEmpty();
    assertThat(rows(data, "unread")).containsExactly("src/shop/Broken.java:17|a ')' is missing");
  }

  @Test
  void isTheSameToTheByteEachTime() {
    assertThat(page(Shop.large(30, 3, ""))).isEqualTo(page(Shop.large(30, 3, "")));
  }

  @Test
  void warnsFirstWhereTooLittleWasUnderstood() {
    Share half = new Share(40, 100);
    Coverage thin = Coverage.of(half, half, half, half, half, Map.of());

    Run run = msvc(Shop.with(thin), "export", "html");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out().indexOf("Not enough to judge: only 40 of 100 Java files"))
        .isBetween(0, run.out().indexOf("class=\"figures\""));
  }

  @Test
  void saysWhatItLeavesOutAndWhichCommandListsIt() {
    assertThat(page(Shop.large(300, 3, "")))
        .contains("260 smaller contexts are not drawn", "<li>Published figures: msvc get metrics");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "]]></style><svg/onload=alert(1)>",
        "\\u003c/script\\u003e",
        "${alert(1)} [=alert] [#stop]",
        "\u202egpj.exe\u2066 \u0000\u0007\u001b[31m\u2028\ud83d"
      })
  void namesStayText(String hostile) throws Exception {
    String page = page(Shop.large(3, 2, hostile));

    assertThat(count(page, "<script")).isEqualTo(2);
    assertThat(count(page, "</script")).isEqualTo(2);
    assertThat(count(page, "<!--")).as("only ours").isOne();
    assertThat(count(page, "<style")).isOne();
    assertThat(withoutScripts(page)).doesNotContain("<img", "<svg/", " onmouseover='", "' on");
    assertThat(page)
        .as("what steers a screen is gone")
        .doesNotContainPattern("[\\p{Cc}&&[^\\n]]")
        .doesNotContainPattern("[\\p{Cf}\\p{Cs}\u2028\u2029]");
    assertThat(texts(data(page)))
        .as("and the name is there, to the letter")
        .anyMatch(each -> each.startsWith("context0000" + printable(hostile)));
  }

  /** With the sign for what is lost in place of what steers a screen. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]", "\ufffd");
  }

  @Test
  void policyLetsInNothingButItsOwnScriptAndStyle() throws Exception {
    String page = page(Shop.large(3, 2, "'; script-src *"));

    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none';"
                    .formatted(hash(only(STYLE, page)), hash(only(SCRIPT, page)))
                + " form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\"")
        .doesNotContain("unsafe-");
  }

  @Test
  void asksNobodyForAnything() {
    String page = page(Shop.small());

    assertThat(page)
        .doesNotContainPattern("https?:")
        .doesNotContainPattern("<(link|img|iframe|object|embed|base|form)\\b")
        .doesNotContainPattern("\\s(src|srcset|style|on[a-z]+)=");
    assertThat(only(STYLE, page)).doesNotContain("url(", "@import", "@font-face");
    assertThat(only(SCRIPT, page))
        .doesNotContain("fetch(", "XMLHttpRequest", "import(", "WebSocket", "sendBeacon")
        .as("nor is any text ever read as markup or code")
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
        .doesNotContain("new Function", "createContextualFragment", "DOMParser", "srcdoc");
  }

  private static String page(Analysis analysis) {
    Run run = msvc(analysis, "export", "html");
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private static String withoutScripts(String page) {
    return page.replaceAll("(?s)<script.*?</script>", "").replaceAll("(?s)<style.*?</style>", "");
  }

  private static String only(Pattern pattern, String page) {
    List<MatchResult> found = pattern.matcher(page).results().toList();
    assertThat(found).hasSize(1);
    return found.get(0).group(1);
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static int count(String page, String part) {
    return page.split(Pattern.quote(part), -1).length - 1;
  }

  private static JsonNode data(String page) throws Exception {
    return new ObjectMapper().readTree(only(DATA, page));
  }

  private static List<String> texts(JsonNode data) {
    List<String> texts = new ArrayList<>();
    data.get("texts").forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** Rows of a list with bars between. */
  private static List<String> rows(JsonNode data, String name) {
    List<String> rows = new ArrayList<>();
    JsonNode columns = data.get(name).get("columns");
    for (JsonNode row : data.get(name).get("rows")) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        cells.add(cell(data, columns.get(i).asText().charAt(0), row.get(i)));
      }
      rows.add(String.join("|", cells));
    }
    return rows;
  }

  private static String cell(JsonNode data, char type, JsonNode value) {
    List<String> parts = new ArrayList<>();
    switch (type) {
      case 'n' -> parts.add(value.asText());
      case 't' -> parts.add(data.get("texts").get(value.asInt()).asText());
      case 'T' -> value.forEach(each -> parts.add(cell(data, 't', each)));
      default -> {
        for (int i = 0; i < value.size(); i += 2) {
          parts.add(cell(data, 't', value.get(i)) + ":" + value.get(i + 1).asInt());
        }
      }
    }
    return String.join(",", parts);
  }
}
