package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDocumentTest {
  @Test
  void everyKeyIsRead() {
    Word word =
        WordDocument.read(
            """
            # ours
            schema: msvc/word/v1
            contexts:
              orders:
                id: ord
                classes: [a.Order, a.Line]
                packages: [a.orders..]
                tables:
                  - orders
            merge:
              - [cart, a.Order]
              - {of: [x, y], as: z}
            split:
              - from: orders
                classes: [a.Price]
                as: pricing
            rename:
              shipping: delivery
            ignore: [a.legacy..]
            shared: [a.Money]
            technical: [a.Main]
            accepted:
              - id: F5-1
                reason: the session goes in May
                until: 2030-05-31
            roadmap:
              first: [orders]
              before:
                - [a, b, c]
              stay: [billing]
              rates:
                join: 0.5-2
                service: 7
              schema: sales
            organisation: {name: any}
            targets: [anything]
            """);

    Word.Named orders = word.contexts().get(0);
    assertThat(orders.name()).isEqualTo(new Word.Said("orders", 4, 3));
    assertThat(orders.id()).get().extracting(Word.Said::text).isEqualTo("ord");
    assertThat(orders.pins())
        .extracting(pin -> pin.kind() + " " + pin.said().text() + " " + pin.said().line())
        .containsExactly(
            "CLASS a.Order 6", "CLASS a.Line 6", "PACKAGE a.orders.. 7", "TABLE orders 9");
    assertThat(word.merges().get(1).as()).get().extracting(Word.Said::text).isEqualTo("z");
    assertThat(word.splits().get(0).as().text()).isEqualTo("pricing");
    assertThat(word.renames().get(0).to().text()).isEqualTo("delivery");
    assertThat(word.ignored().get(0).kind()).isEqualTo(Word.Kind.PACKAGE);
    assertThat(word.shared()).hasSize(1);
    assertThat(word.technical()).hasSize(1);
    assertThat(word.accepted().get(0).until()).isEqualTo("2030-05-31");
    assertThat(word.roadmap().first()).extracting(Word.Said::line).containsExactly(27);
    assertThat(word.roadmap().before().get(0)).extracting(Word.Said::text).contains("a", "b", "c");
    assertThat(word.roadmap().stay()).extracting(Word.Said::text).containsExactly("billing");
    assertThat(word.roadmap().rates())
        .extracting(each -> each.name().text() + " " + each.each().low() + " " + each.each().high())
        .containsExactly("join 0.5 2.0", "service 7.0 7.0");
    assertThat(word.roadmap().schema()).isEqualTo("sales");
  }

  @Test
  void aFileThatSaysNothingIsSilent() {
    for (String text : List.of("", "# nothing yet\n", "contexts:\n", "schema: msvc/word/v1\n")) {
      assertThat(WordDocument.read(text).isSilent()).as(text).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contxts: {}|1:1: the file has no key 'contxts'|did you mean 'contexts'?",
        "contexts:\\n  a:\\n    clases: [x]|3:5: context 'a' has no key 'clases'|classes",
        "contexts: [a]|1:11: contexts is a mapping|name",
        "contexts:\\n  a: {classes: x.Y}|2:16: classes is a list|names",
        "contexts:\\n  a: {classes: [{b: c}]}|2:17: an item of classes is one name|line",
        "contexts:\\n  a: {classes: [x.y..]}|2:17: 'x.y..' is a package, not a class|packages:",
        "contexts:\\n  My Orders: {}|2:3: 'My Orders' cannot name a context|lower-case",
        "contexts:\\n  a: {}\\n  a: {}|3:3: 'a' is there twice, first in line 2|together",
        "roadmap: {frist: [a]}|1:11: roadmap has no key 'frist'|did you mean 'first'?",
        "roadmap: {before: [[a]]}|1:20: an order needs two contexts|[the earlier one",
        "roadmap: {rates: {join: many}}|1:25: 'many' is no range of days|0.5-2",
        "roadmap: {rates: {join: 2-1}}|1:25: '2-1' ends before it begins|lower",
        "merge: [[a]]|1:9: a merge needs two contexts|two classes",
        "split: [{from: a, as: b}]|1:9: a split says|pricing",
        "accepted: [{id: x}]|1:12: an accepted finding has an id and a reason|why",
        "accepted: [{id: x, reason: y, until: soon}]|1:38: 'soon' is no day|2030-12-31",
        "schema: msvc/word/v2|1:9: 'msvc/word/v2' was made for a newer msvc|msvc",
        "schema: other|1:9: 'other' is no schema of this file|msvc/word/v1",
        "contexts: *a|1:11: aliases are not read here|names",
        "a: b\\n---\\nc: d|3:1: a second document begins|one",
        "contexts:\\n\\tx: y|2:1: this is no YAML|mend",
        "- a|1:1: the file is a mapping|keys",
      })
  void aWrongLineIsNamedWithItsPlace(String text, String message, String hint) {
    UserError wrong =
        catchThrowableOfType(
            UserError.class,
            () -> WordDocument.read(text.replace("\\n", "\n").replace("\\t", "\t")));

    assertThat(wrong.message()).startsWith("msvc.yaml:" + message);
    assertThat(wrong.hint()).contains(hint);
    assertThat(wrong.exitCode()).isEqualTo(3);
  }
}
