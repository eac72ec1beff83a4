package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  @TempDir Path folder;

  @Test
  void mermaidDrawsContextsAndTheTablesThatSeveralWrite() {
    assertThat(msvc(Shop.small(), "export", "mermaid").out())
        .isEqualTo(
            """
            %% made by msvc
            flowchart LR
              c1["catalog: 2 classes, 1 tables"]
              c2["order: 2 classes, 2 tables"]
              t1[("products")]
              c2 -->|"2 references, 1 writes"| c1
              c1 --- t1
              c2 -.->|"writes"| t1
            """);
  }

  @Test
  void markdownHoldsEveryListAndThePicture() {
    assertThat(msvc(Shop.small(), "export", "markdown").out())
        .contains("| Java files | 118 | 119 |")
        .contains("- `src/shop/Broken.java:17 a ')' is missing`")
        .contains("| `products` | catalog | catalog, order | 1 |")
        .contains("```mermaid\n%% made by msvc\nflowchart LR\n")
        .contains("## Context order")
        .contains("| `POST /orders` | `src/shop/order/OrderService.java:18` |")
        .contains("| `shop.common.Money` | shared | order | used by 2 of 2 contexts |");
  }

  @Test
  void namesCannotBreakOutOfTheDocument() {
    String hostile = "|`<script>\"]\n# x";

    assertThat(msvc(Shop.large(2, 1, hostile), "export", "markdown").out())
        .doesNotContain("<script>", "\n# x");
    assertThat(msvc(Shop.large(2, 1, hostile), "export", "mermaid").out())
        .doesNotContain("<script>", "\n# x", "\"]\n#")
        .contains("#quot;");
  }

  @Test
  void pictureOfAnySizeIsBoundedAndSaysSo() {
    assertThat(msvc(Shop.large(300, 3, ""), "export", "mermaid").lines())
        .hasSizeLessThan(320)
        .contains("%% 260 more contexts: msvc get contexts");
  }

  @Test
  void relativeFilesStartAtTheFolderOfTheMonolith() {
    Run run =
        msvc(Shop.small(), "-C", folder.toString(), "export", "mermaid", "--out", "picture.mmd");

    assertThat(run).isEqualTo(new Run(0, "", "wrote picture.mmd\n"));
    assertThat(folder.resolve("picture.mmd")).content().startsWith("%% made by msvc\n");
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".tmp"));
  }

  @Test
  void filesOfOthersAreReplacedOnlyWhenTold() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.md"), "mine");

    Run refused = msvc(Shop.small(), "export", "markdown", "--out", file.toString());

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("was not made by msvc", "-y");
    assertThat(file).hasContent("mine");
    assertThat(msvc(Shop.small(), "export", "markdown", "--out", file.toString(), "-y").exitCode())
        .isZero();
    assertThat(file).content().contains("# Bounded contexts");
    assertThat(msvc(Shop.small(), "export", "markdown", "--out", file.toString()).exitCode())
        .isZero();
  }

  @Test
  void symbolicLinksAreNotFollowed() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "made by msvc");
    Path link = Files.createSymbolicLink(folder.resolve("link.md"), target);

    Run run = msvc(Shop.small(), "export", "markdown", "--out", link.toString(), "-y");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("symbolic link");
    assertThat(target).hasContent("made by msvc");
  }

  @Test
  void missingFolderIsNamed() {
    Run run = msvc(Shop.small(), "export", "markdown", "--out", folder + "/none/x.md");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("there is no folder for", "mkdir -p");
  }

  @Test
  void unknownKindNamesTheKnownOnes() {
    Run run = msvc("export", "word");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot export 'word': there are markdown, mermaid");
  }
}
