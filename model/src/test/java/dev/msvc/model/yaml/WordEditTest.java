package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.Word.Kind;
import dev.msvc.model.yaml.WordEdit.Pin;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordEditTest {
  private static final Pin FOO = new Pin(Kind.CLASS, "a.Foo");

  @Test
  void aNewFileHoldsItsSchemaAndTheLine() {
    WordEdit edit = new WordEdit("");
    edit.pin(FOO, "orders");
    edit.pin(new Pin(Kind.TABLE, "odd name"), "orders");

    assertThat(edit.text())
        .isEqualTo(
            """
            schema: msvc/word/v1
            contexts:
              orders:
                classes:
                  - a.Foo
                tables:
                  - "odd name"
            """);
  }

  @Test
  void commentsOrderAndFormStay() {
    WordEdit edit =
        new WordEdit(
            """
            # ours, since May

            shared: [a.Money]   # all use it
            contexts:
                # the heart
                orders:
                    classes:
                    - a.Order    # root
                    - 'a.Line'

                cart: {classes: [a.Cart, a.Item]}
            organisation:
              x: 1 # mine
            """);
    edit.pin(FOO, "orders");
    edit.pin(new Pin(Kind.CLASS, "a.Bar"), "cart");
    edit.pin(new Pin(Kind.PACKAGE, "a.new.."), "cart");

    assertThat(edit.text())
        .isEqualTo(
            """
            # ours, since May

            shared: [a.Money]   # all use it
            contexts:
                # the heart
                orders:
                    classes:
                    - a.Order    # root
                    - 'a.Line'
                    - a.Foo

                cart: {classes: [a.Cart, a.Item, a.Bar], packages: [a.new..]}
            organisation:
              x: 1 # mine
            """);
  }

  @Test
  void whatIsPinnedElsewhereIsTakenFromThere() {
    WordEdit edit =
        new WordEdit(
            """
            contexts:
              a:
                classes:
                  - a.Foo # was here
                  - a.Bar
              b: {classes: [b.X, b.Y]}
              c:
                classes: [c.Only]
            shared:
              - s.One
            """);
    edit.pin(FOO, "b");
    edit.pin(new Pin(Kind.CLASS, "b.Y"), "a");
    edit.pin(new Pin(Kind.CLASS, "c.Only"), "a");
    edit.pin(new Pin(Kind.CLASS, "s.One"), "a");

    assertThat(edit.text())
        .isEqualTo(
            """
            contexts:
              a:
                classes:
                  - a.Bar
                  - b.Y
                  - c.Only
                  - s.One
              b: {classes: [b.X, a.Foo]}
            """);
  }

  @Test
  void pinningAgainChangesNothing() {
    String text = "contexts: {orders: {classes: [a.Foo]}}\r\n";
    WordEdit edit = new WordEdit(text);
    edit.pin(FOO, "orders");

    assertThat(edit.text()).isEqualTo(text);
  }

  @Test
  void mergesAndSplitsAreAddedInTheFormOfTheList() {
    WordEdit edit = new WordEdit("merge:\n  - [x, y] # first\n\nsplit: []\n");
    edit.merge(List.of("a.Foo", "b.Bar"), "both");
    edit.split("x", List.of(FOO, new Pin(Kind.TABLE, "foo")), "foos");

    assertThat(edit.text())
        .isEqualTo(
            """
            merge:
              - [x, y] # first
              - of: [a.Foo, b.Bar]
                as: both

            split: [{from: x, classes: [a.Foo], tables: [foo], as: foos}]
            """);
  }

  @Test
  void aNameIsReplacedWhereverItStands() {
    WordEdit edit =
        new WordEdit(
            "contexts:\n  old: # ours\n    classes: [a.Foo]\nmerge: [[old, x], [x, \"old\"]]\n");

    assertThat(edit.rename("old", "new")).isTrue();
    assertThat(edit.rename("other", "new")).isFalse();
    assertThat(edit.text())
        .isEqualTo("contexts:\n  new: # ours\n    classes: [a.Foo]\nmerge: [[new, x], [x, new]]\n");
  }

  @Test
  void emptyPartsAreFilledAndLinesKeepTheirEnds() {
    WordEdit edit = new WordEdit("contexts:\r\n  orders:\r\n# end\r\n");
    edit.pin(FOO, "orders");

    assertThat(edit.text())
        .isEqualTo("contexts:\r\n  orders:\r\n    classes:\r\n      - a.Foo\r\n# end\r\n");
  }

  @Test
  void aFormThatIsBeyondItIsRefused() {
    WordEdit edit = new WordEdit("contexts: {orders: {classes: [a.Bar]}}\n...\n");
    edit.merge(List.of("a", "b"), "c");

    assertThatThrownBy(edit::text).hasMessageContaining("cannot be edited safely");
  }

  @Test
  void aRenameFollowsIntoTheRoadmap() {
    String said = "roadmap:\n  first: [cart, orders]\n  stay:\n    - orders # for now\n";
    WordEdit edit = new WordEdit(said);

    assertThat(edit.rename("orders", "sales")).isFalse();
    assertThat(edit.text()).isEqualTo(said.replace("orders", "sales"));
  }
}
