package dev.msvc.analyzers.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.FindingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PagesTest {
  private static final Path PAGES = Path.of("..", "docs", "findings");

  @Test
  void eachRuleHasAPageAndEachPageARule() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(each -> each.getFileName().toString()))
          .filteredOn(each -> !each.equals("README.md"))
          .containsExactlyInAnyOrderElementsOf(
              Risks.rules().stream().map(each -> each.id() + ".md").toList());
    }
  }

  @Test
  void aPageSaysWhatTheCommandLineSays() throws IOException {
    for (FindingRule rule : Risks.rules()) {
      String page = oneLine(Files.readString(PAGES.resolve(rule.id() + ".md")));
      assertThat(page)
          .as(rule.id())
          .startsWith("# " + rule.id() + " ")
          .containsIgnoringCase(rule.title())
          .containsIgnoringCase(rule.found())
          .contains(rule.kills(), rule.remedy(), "id: " + rule.id() + "/");
    }
  }

  @Test
  void theListIsInTheOrderOfTheRules() throws IOException {
    List<String> listed =
        Pattern.compile("\\((MSVC-[A-Z0-9-]+)\\.md\\)")
            .matcher(Files.readString(PAGES.resolve("README.md")))
            .results()
            .map(each -> each.group(1))
            .toList();

    assertThat(listed).isEqualTo(Risks.rules().stream().map(FindingRule::id).toList());
  }

  @Test
  void idsAreUniqueAndNameARow() {
    List<String> ids = Risks.rules().stream().map(FindingRule::id).toList();

    assertThat(ids).hasSameSizeAs(new TreeSet<>(ids));
    assertThat(ids).allMatch(each -> each.matches("MSVC-F(?:0[1-9]|1[0-7])(?:-[A-Z]+)+"));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
