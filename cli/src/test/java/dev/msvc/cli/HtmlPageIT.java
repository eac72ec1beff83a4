package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Analysis;
import dev.msvc.model.Decomposition;
import dev.msvc.model.Dependency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of {@code msvc export html} in a real browser, opened as a file. */
class HtmlPageIT {
  @TempDir static Path folder;
  private static RealBrowser browser;
  private static String shop;
  private static String large;
  private static String dense;

  @BeforeAll
  static void start() throws Exception {
    browser = RealBrowser.start(Files.createDirectory(folder.resolve("browser")));
    shop = page("shop", Shop.small());
    large = page("large", Shop.large(40, 9, ""));
    dense = page("dense", dense(Shop.large(12, 1, "")));
  }

  private static String page(String name, Analysis analysis) throws Exception {
    Path file = folder.resolve(name + ".html");
    Files.writeString(file, msvc(analysis, "export", "html").out());
    return file.toUri().toString();
  }

  /** The same where every context uses every other. */
  private static Analysis dense(Analysis analysis) {
    Decomposition sparse = analysis.decomposition();
    List<Dependency> all = new ArrayList<>();
    for (Dependency from : sparse.dependencies()) {
      for (Dependency to : sparse.dependencies()) {
        if (!from.from().equals(to.from())) {
          all.add(new Dependency(from.from(), to.from(), from.kinds(), from.place()));
        }
      }
    }
    return new Analysis(
        analysis.facts(),
        new Decomposition(sparse.contexts(), List.of(), List.of(), List.of(), sparse.owners(), all),
        analysis.advice());
  }

  /** Waits until these are the texts of all that match. */
  private static void sees(String selector, String... texts) throws Exception {
    for (int i = 0; i < 1200 && !browser.texts(selector).equals(List.of(texts)); i++) {
      Thread.sleep(50);
    }
    assertThat(browser.texts(selector)).containsExactly(texts);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void asOnADesk() throws Exception {
    browser.resize(1280, 900);
    browser.problems().clear();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void aContextThatIsClickedOpensItsPanelAndLightsItsNeighbours() throws Exception {
    browser.open(shop);
    assertThat(browser.texts("#panel h3")).isEmpty();

    browser.click("svg.wide .node[aria-label^='order:'] circle");

    assertThat(browser.says("location.hash")).isEqualTo("#map=order");
    sees("#panel h3", "order");
    sees("#panel .neighbours li", "catalog2 references, 1 write");
    assertThat(browser.texts("svg.wide .node.lit .label"))
        .containsExactlyInAnyOrder("catalog", "order");
  }

  @Test
  void anArrowThatIsClickedListsWhatIsBehindItWithItsPlaces() throws Exception {
    browser.open(shop);

    browser.click("svg.wide .arrow .hit");

    browser.until("document.querySelector('#panel h3')?.textContent.includes('uses')");
    assertThat(browser.says("location.hash")).isEqualTo("#map=order/catalog");
    assertThat(browser.texts("#panel h3"))
        .startsWith("order uses catalog", "References", "Tables of it that are reached")
        .contains("Cuts that concern both");
    assertThat(browser.texts("#panel .place"))
        .contains("OrderService.java:11src/shop/order/", "OrderService.java:22src/shop/order/");
  }

  @Test
  void theBackButtonGoesWhereOneWas() throws Exception {
    browser.open(shop);
    browser.click("#contexts .list a");
    sees("#view h2", "catalog");
    browser.click("#view a[href^='#table=']");
    sees("#view h2", "products");

    browser.says("history.back()");
    browser.settle();
    sees("#view h2", "catalog");

    browser.says("history.back()");
    browser.settle();
    sees("h1", "Bounded contexts of shop");
    sees("#view h2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#context=order -> order",
        "#class=shop.order.OrderService -> OrderService",
        "#table=products -> products",
        "#arrow=order/catalog -> order uses catalog",
        "#classes -> Classes",
        "#tables -> Tables",
        "#entrypoints -> Entry points",
        "#aggregates -> Aggregates",
        "#cuts -> Cuts",
        "#findings -> Findings",
        "#questions -> Questions",
        "#unread -> Not understood",
        "#context=nobody -> nobody"
      })
  void linksLeadRightThere(String link) throws Exception {
    String[] parts = link.split(" -> ");

    browser.open(shop + parts[0]);

    sees("#view h2", parts[1]);
    assertThat(browser.texts("h1")).as("and what was first is gone").isEmpty();
    assertThat(browser.says("document.title")).startsWith(parts[1] + " - ");
    assertThat(browser.says("document.activeElement.textContent")).isEqualTo(parts[1]);
  }

  @Test
  void aBrokenLinkLeadsToTheBeginning() throws Exception {
    browser.open(shop + "#class=%E0%A4%A");

    sees("h1", "Bounded contexts of shop");
  }

  @Test
  void aFilterKeepsTheRowsThatHaveAllItsWordsAndIsInTheAddress() throws Exception {
    browser.open(large + "#tables");
    sees(".count", "360 tables");
    assertThat(browser.texts("#view tbody tr")).as("drawn as they are needed").hasSize(100);

    browser.click("#view input");
    browser.type("t_0012 context0012");

    sees(".count", "9 of 360 tables");
    assertThat(browser.texts("#view tbody tr td:first-child"))
        .containsExactlyInAnyOrder(
            "t_0012_0",
            "t_0012_1",
            "t_0012_2",
            "t_0012_3",
            "t_0012_4",
            "t_0012_5",
            "t_0012_6",
            "t_0012_7",
            "t_0012_8");
    assertThat(browser.says("location.hash")).isEqualTo("#tables?t_0012%20context0012");
    browser.open(large + "#tables?t_0012_3");
    sees(".count", "1 of 360 tables");
  }

  @Test
  void moreRowsComeWithScrolling() throws Exception {
    browser.open(large + "#tables");

    browser.says("scrollTo(0, document.body.scrollHeight)");

    browser.until("document.querySelectorAll('#view tbody tr').length > 100");
  }

  @Test
  void aHeadingSortsByItsColumnAndTurnsAround() throws Exception {
    browser.open(shop + "#classes");

    browser.click("#view thead th:first-child button");
    assertThat(browser.says("document.querySelector('#view th').ariaSort")).isEqualTo("ascending");
    assertThat(browser.texts("#view tbody td:first-child a"))
        .startsWith("Product", "ProductRepository", "Money");

    browser.click("#view thead th:first-child button");
    assertThat(browser.says("document.querySelector('#view th').ariaSort")).isEqualTo("descending");
    assertThat(browser.texts("#view tbody td:first-child a")).startsWith("Product", "OrderService");
  }

  @Test
  void theSearchFindsByAPartOfANameAndWorksByKeyboard() throws Exception {
    browser.open(shop);

    browser.press("/");
    browser.type("orderserv");
    assertThat(browser.texts("[role=option]")).startsWith("OrderServiceclass in shop.order");
    browser.press("ArrowDown");
    browser.press("Enter");

    assertThat(browser.says("location.hash")).isEqualTo("#class=shop.order.OrderService");
    sees("#view h2", "OrderService");
  }

  @Test
  void theMatrixIsReadCellByCellWithTheArrowKeys() throws Exception {
    browser.open(dense + "#matrix");
    assertThat(browser.texts(".dsm tbody tr")).hasSize(12);

    browser.says("document.querySelector('.dsm td a').focus()");
    String first = browser.texts(".says").get(0);
    browser.press("ArrowRight");

    assertThat(first).matches("context\\d+ uses context\\d+: .*");
    assertThat(browser.texts(".says").get(0)).matches("context\\d+ uses context\\d+: .*");
    assertThat(browser.texts(".says").get(0)).isNotEqualTo(first);
    browser.press("Enter");
    browser.until("document.querySelector('#panel h3')?.textContent.includes('uses')");
    assertThat(browser.texts(".says").get(0)).startsWith(browser.texts("#panel h3").get(0) + ": ");
  }

  @Test
  void theSliderShowsMoreArrows() throws Exception {
    browser.open(dense);
    int few = browser.texts("svg.wide .arrow:not(.off)").size();

    browser.says(
        "(r => {r.value = r.max; r.dispatchEvent(new Event('input'));})"
            + "(document.querySelector('input[type=range]'))");

    assertThat(browser.texts("svg.wide .arrow:not(.off)").size()).isGreaterThan(few);
    assertThat(browser.texts("output").get(0)).endsWith("arrows: 100 % of all uses");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "#cuts", "#classes", "#context=context0007", "#map=context0007", "#matrix"})
  void nothingIsWiderThanATelephone(String link) throws Exception {
    browser.resize(390, 844);

    browser.open(large + link);

    assertThat(browser.says("document.documentElement.scrollWidth")).isEqualTo("390");
    assertThat(browser.says("document.querySelector('svg.wide').checkVisibility()"))
        .isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#map=context0007", "#matrix", "#context=context0007"})
  void noTwoHaveOneIdAndEachControlHasAName(String link) throws Exception {
    browser.open(large + link);

    assertThat(
            browser.says(
                "[...document.querySelectorAll('[id]')].map(e => e.id)"
                    + ".filter((id, i, all) => all.indexOf(id) !== i)"))
        .isEmpty();
    assertThat(
            browser.says(
                "[...document.querySelectorAll('a[href], button, input')].filter(e => !(e.ariaLabel"
                    + " || e.textContent.trim())).map(e => e.outerHTML)"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>window.hurt = 1</script>",
        "\"><img src=x onerror=\"window.hurt = 1\">",
        "'/><svg onload='window.hurt = 1'>",
        "javascript:window.hurt=1//",
        "%3Cscript%3E #?=/&",
        "__proto__"
      })
  void hostileNamesAreShownAndHurtNobody(String hostile) throws Exception {
    String page = page("hostile", Shop.large(3, 2, hostile));

    browser.open(page);
    browser.click("#contexts .list a");
    sees("#view h2", "context0000" + hostile);
    browser.click("#view a[href^='#class=']");
    sees("#view .kind", "Class");
    browser.click("#view a[href^='#table=']");
    sees("#view h2", "t_0000_0" + hostile);
    for (String each :
        new String[] {"", "#matrix", "#cuts", "#entrypoints", "#tables", "#unread"}) {
      browser.open(page + each);
      assertThat(browser.says("window.hurt")).isEqualTo("undefined");
      assertThat(browser.says("document.querySelectorAll('img, main script').length"))
          .isEqualTo("0");
    }
  }

  @Test
  void withoutScriptsWhatMattersIsThere() throws Exception {
    browser.scripts(false);
    try {
      browser.open(shop);

      assertThat(browser.texts("h1, h2"))
          .contains(
              "Bounded contexts of shop", "Start with catalog", "Map of the contexts", "Contexts")
          .contains("Order of extraction");
      sees("#contexts tbody th", "catalog", "order");
      assertThat(browser.texts("svg.wide .label")).containsExactlyInAnyOrder("catalog", "order");
      assertThat(browser.texts("nav, #search, .tools")).isEmpty();
    } finally {
      browser.scripts(true);
    }
  }
}
