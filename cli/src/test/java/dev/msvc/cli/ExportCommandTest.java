package dev.msvc.cli;

import static dev.msvc.cli.Run.msvc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.Monolith;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
              c1["catalog: 2 classes, 1 table"]
              c2["order: 2 classes, 2 tables"]
              t1[("products")]
              c2 -->|"2 references, 1 write"| c1
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
  void plantumlDrawsTheSame() {
    assertThat(msvc(Shop.small(), "export", "plantuml").out())
        .isEqualTo(
            """
            @startuml
            ' made by msvc
            left to right direction
            component "catalog\\n2 classes, 1 table" as c1
            component "order\\n2 classes, 2 tables" as c2
            database "products" as t1
            c2 --> c1 : "2 references, 1 write"
            c1 -- t1
            c2 ..> t1 : "writes"
            @enduml
            """);
  }

  @Test
  void c4HasContextsAsContainers() {
    assertThat(msvc(Shop.small(), "export", "c4").out())
        .isEqualTo(
            """
            @startuml
            ' made by msvc
            !include <C4/C4_Container>
            LAYOUT_LEFT_RIGHT()
            System_Boundary(system, "bounded contexts") {
              Container(c1, "catalog", "bounded context", "2 classes, 1 table")
              Container(c2, "order", "bounded context", "2 classes, 2 tables")
              ContainerDb(t1, "products", "table", "several contexts write it")
            }
            Rel(c2, c1, "2 references, 1 write")
            Rel(c1, t1, "owns")
            Rel(c2, t1, "writes")
            @enduml
            """);
  }

  @Test
  void cmlHasTheContextThatIsUsedUpstream() {
    assertThat(msvc(Shop.small(), "export", "cml").out())
        .isEqualTo(
            """
            /* made by msvc */
            ContextMap {
              type = SYSTEM_LANDSCAPE
              state = TO_BE
              contains CatalogContext
              contains OrderContext

              CatalogContext [U] -> [D] OrderContext {
                implementationTechnology = "2 references, 1 write in one process today"
              }
            }

            BoundedContext CatalogContext {
              domainVisionStatement = "catalog: 2 classes, 1 table, 0 entry points"
              type = FEATURE
            }

            BoundedContext OrderContext {
              domainVisionStatement = "order: 2 classes, 2 tables, 2 entry points"
              type = FEATURE
            }
            """);
  }

  @Test
  void cmlHasWhatIsRemovedWithAnEntityInItsAggregate() throws IOException {
    Files.writeString(folder.resolve("msvc.yaml"), "contexts: {sales: {packages: [a..]}}\n");
    entity("Order", "@OneToMany(orphanRemoval = true) java.util.List<Event> lines;");
    entity("Event", "@ManyToOne Order order; @ManyToOne Order type;");
    entity("Module", "@ManyToOne Order order;");

    String cml =
        msvc(Monolith::analyze, "-C", folder.toString(), "export", "cml", "--no-history").out();

    assertThat(cml)
        .contains(
            """
              Aggregate ModuleAggregate {
                "a.Module"
                Entity ^Module {
                  databaseTable = "Module"
                  aggregateRoot
                  - @Order order
                }
              }

              Aggregate OrderAggregate {
                "a.Order"
                Entity Order {
                  databaseTable = "Order"
                  aggregateRoot
                  - List<@^Event> lines
                }
                "a.Event"
                Entity ^Event {
                  databaseTable = "Event"
                  - @Order order
                  - @Order ^type
                }
              }
            """);
  }

  private void entity(String name, String fields) throws IOException {
    Files.writeString(
        folder.resolve(name + ".java"),
        "package a; import jakarta.persistence.*; @Entity class %s { @Id Long id; %s }\n"
            .formatted(name, fields));
  }

  @Test
  void namesCannotBreakOutOfModels() {
    String hostile = "\"]\n}@enduml\\ !include x <b> ** // \u202e";

    for (String kind : List.of("plantuml", "c4", "cml")) {
      String out = msvc(Shop.large(2, 1, hostile), "export", kind).out();
      assertThat(out).doesNotContain("\n}@enduml", "\u202e", "<b>\"");
      assertThat(out.lines().filter(line -> line.contains("!include x")))
          .as("only within quotes, or changed")
          .allMatch(line -> line.indexOf('"') < line.indexOf("!include x"));
    }
    assertThat(msvc(Shop.large(2, 1, hostile), "export", "plantuml").out())
        .doesNotContain("**", "\\ !", "!include");
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
  void everyKindIsKnownAgainAsMadeByMsvc() {
    for (String kind : List.of("html", "markdown", "mermaid", "plantuml", "c4", "cml", "sarif")) {
      String file = folder.resolve(kind).toString();
      assertThat(msvc(Shop.small(), "export", kind, "--out", file).exitCode()).isZero();
      assertThat(msvc(Shop.small(), "export", kind, "--out", file).exitCode()).as(kind).isZero();
    }
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
    assertThat(run.err())
        .contains(
            "cannot export 'word': there are html, markdown, mermaid, plantuml, c4, cml, sarif");
  }
}
