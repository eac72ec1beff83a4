package dev.msvc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems whose frameworks no analyzer reads: what is not seen of them is said, not concluded. */
class UnseenTest {
  private static final List<String> THINGS =
      List.of("Article", "Comment", "Tag", "User", "Vote", "Link");
  private static final String STORES =
      "What stores data is not seen: of 6 types such as ArticleRepository and CommentRepository none"
          + " touches a table";

  @TempDir private Path folder;

  private void each(String name, String text) throws IOException {
    for (String thing : THINGS) {
      Path place = folder.resolve("src/main/java/app/" + thing.toLowerCase(java.util.Locale.ROOT));
      Files.createDirectories(place);
      Files.writeString(
          place.resolve(thing + name + ".java"),
          ("package app.%s;\n" + text).formatted(thing.toLowerCase(java.util.Locale.ROOT), thing));
    }
  }

  private String out(String... args) {
    return Run.on(folder, args).out().replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze",
        "analyze -o json",
        "roadmap",
        "roadmap -o yaml",
        "get unread -o wide",
        "get unread -o json",
        "export markdown",
        "export html"
      })
  void repositoriesOfAnOwnFrameworkAreSaidEverywhere(String command) throws IOException {
    each("Repository", "public class %2$sRepository extends org.own.Base { void add() {} }");

    assertThat(out(command.split(" "))).contains(STORES);
  }

  @Test
  void itComesFirstAndSaysWhatNotToRelyOn() throws IOException {
    each("Repository", "public class %2$sRepository extends org.own.Base { void add() {} }");
    each("Controller", "@org.own.Serve public class %2$sController { void show() {} }");

    for (String command : List.of("analyze", "roadmap")) {
      assertThat(out(command))
          .startsWith(
              STORES
                  + ". What answers requests is not seen: of 6 types such as ArticleController and"
                  + " CommentController none has an entry point. Do not rely on what is said of"
                  + " tables, transactions and entry points: where none is seen, there may be"
                  + " some.");
    }
  }

  @Test
  void otherWordsTellWhereNothingElseAnswers() throws IOException {
    each("Processor", "public class %2$sProcessor { void show() {} }");

    assertThat(out("analyze"))
        .contains("What answers requests is not seen: of 6 types such as ArticleProcessor and");

    Files.writeString(
        folder.resolve("src/main/java/app/Web.java"),
        """
        package app;
        import org.springframework.web.bind.annotation.*;
        @RestController class Web { @GetMapping("/") void get() {} }
        """);
    assertThat(out("analyze")).doesNotContain("not seen");
  }

  @Test
  void whatIsSeenOfOneInFiveIsSeen() throws IOException {
    each("Repository", "public class %2$sRepository extends org.own.Base { void add() {} }");
    Files.writeString(
        folder.resolve("src/main/java/app/Jdbc.java"),
        """
        package app;
        class Jdbc {
          void a(java.sql.Connection c) throws Exception { c.prepareStatement("delete from a"); }
        }
        """);
    assertThat(out("analyze")).contains(STORES);

    Files.writeString(
        folder.resolve("src/main/java/app/More.java"),
        """
        package app;
        class More {
          void a(java.sql.Connection c) throws Exception { c.prepareStatement("delete from b"); }
        }
        """);
    assertThat(out("analyze")).doesNotContain("not seen");
  }

  @Test
  void manyTablesThatNoCodeTouchesAreSaid() throws IOException {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      script.append("create table t%d (id int primary key);\n".formatted(i));
    }
    Path db = Files.createDirectories(folder.resolve("src/main/resources/db/migration"));
    Files.writeString(db.resolve("V1__all.sql"), script);
    each("Keeper", "public class %2$sKeeper { void keep() {} }");
    assertThat(out("analyze"))
        .contains(
            "What stores data is not seen: of 10 tables such as t0 and t1 code touches none."
                + " Do not rely on what is said of tables and transactions");

    Files.writeString(
        folder.resolve("src/main/java/app/Jdbc.java"),
        """
        package app;
        class Jdbc {
          void a(java.sql.Connection c) throws Exception {
            c.prepareStatement("delete from t0");
            c.prepareStatement("delete from t1");
          }
        }
        """);
    assertThat(out("analyze")).doesNotContain("not seen");
  }

  @Test
  void aLibraryIsNotAskedForData() throws IOException {
    each("Parser", "public class %2$sParser { void parse() {} }");
    Files.writeString(
        folder.resolve("src/main/java/app/TreeRepository.java"),
        "package app; class TreeRepository {}");

    assertThat(out("analyze")).doesNotContain("not seen");
  }
}
