package dev.msvc.analyzers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.source.Tree;
import dev.msvc.model.Facts;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Unread;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java from 1.3 to 25, each with an entity beside what is special to its time. */
class JavaVersionsTest {
  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // 1.3 and 1.4, where these words were names
        "void f() { int enum = 1; enum++; }",
        "void assert(boolean b) {} void f() { assert(true); Object assert = null; }",
        "void f(java.util.Vector v) { for (java.util.Enumeration enum = v.elements(); enum.hasMoreElements();) { enum.nextElement(); } }",
        // names that became words of some places only
        "int record; void f() { int yield = 1; int sealed = 2; int permits = 3; int when = 4; String module; }",
        // Lombok
        "void f() { lombok.val x = new java.util.ArrayList<String>(); x.add(\"a\"); lombok.var z = 1; }",
        // 21
        "record P(int a, int b) {} int f(Object o) { if (o instanceof P(int a, var b) && a > 0) return b; return switch (o) { case P(int x, int y) when x > y -> x; case String s -> 1; case null, default -> 0; }; }",
        // 22
        "void f(Object o) { for (var _ : java.util.List.of(1)) {} try { } catch (Exception _) {} java.util.function.Function<String, String> g = _ -> \"a\"; }",
        // 23
        "/// a comment in *Markdown*\nvoid f() {}",
        // 25
        "Order() { int a = 1; super(); }"
      })
  void isRead(String members) throws IOException {
    Facts facts =
        facts(
            "Order.java",
            "package shop;\n@jakarta.persistence.Entity class Order { @jakarta.persistence.Id Long id;\n"
                + members
                + "\n}");

    assertThat(facts.unread()).isEmpty();
    assertThat(facts.tables()).extracting(TableFact::name).containsExactly("Order");
  }

  @Test
  void aFileOfMembersAloneIsTheClassOfItsName() throws IOException {
    Facts facts =
        facts("Start.java", "import module java.base;\n\nvoid main() { IO.println(\"x\"); }\n");

    assertThat(facts.types()).extracting(TypeFact::name).containsExactly("Start");
  }

  @Test
  void modulesAndPackagesDeclareNoTypes() throws IOException {
    new Tree(root)
        .with(
            "src/main/java/module-info.java",
            "import java.util.*;\nopen module shop.orders { requires transitive java.sql; exports shop;\n"
                + "uses java.sql.Driver; provides java.sql.Driver with shop.Driver; }")
        .with("src/main/java/shop/package-info.java", "@Deprecated package shop;");

    Facts facts = facts("Order.java", "package shop; class Order {}");

    assertThat(facts.unread()).isEmpty();
    assertThat(facts.types()).extracting(TypeFact::name).containsExactly("shop.Order");
  }

  @Test
  void templatesOfStringsWhichNoJavaKeptAreNamedWithTheirLine() throws IOException {
    Facts facts =
        facts(
            "Order.java",
            "package shop;\nclass Order { String f(int x) {\n return STR.\"a \\{x} b\"; } }");

    assertThat(facts.unread())
        .singleElement()
        .extracting(Unread::file, Unread::line)
        .containsExactly("src/main/java/shop/Order.java", 3);
  }

  private Facts facts(String file, String text) throws IOException {
    new Tree(root).with("src/main/java/shop/" + file, text);
    return Monolith.analyze(root, Progress.NONE).facts();
  }
}
