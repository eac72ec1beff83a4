package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people write into a file of ours is written again as it was. */
class BlockYamlTest {
  private static String again(String text) {
    KeptComments kept = KeptComments.of(text, List.of(), Map.of());
    return BlockYaml.write((Map<String, ?>) kept.tree(), kept);
  }

  @Test
  void listsInListsKeepTheirItemsAndComments() {
    String text =
        """
        x-list:
          -
            - a, b
            # of two
            - "c, d"
          - {k: "v, w", z: [p, q]}
          -
            - "-"
            -
              - 2 # deep
        """;

    assertThat(again(text)).isEqualTo(text);
    assertThat(again("x-list:\n  - - a, b\n    - c\n"))
        .isEqualTo("x-list:\n  -\n    - a, b\n    - c\n");
  }

  @Test
  void textsOfSeveralLinesStayLines() {
    String text =
        """
        note: |
          first: # no comment

            - deeper
          last
        # before the other
        x-other: |- # inline
          one
          two
        x-end: 1
        """;

    assertThat(again(text)).isEqualTo(text);
    assertThat(again("a: one\n  two # of a\nb: 1\n")).isEqualTo("a: one two # of a\nb: 1\n");
  }

  @Test
  void textsThatLinesCannotHoldAreEscaped() {
    String text =
        """
        x-begins: "  a\\u000ab"
        x-ends: "a\\u000a\\u000a"
        x-odd: "a\\u0000\\u000ab"
        x-blank: "\\u000a"
        """;

    assertThat(again(text)).isEqualTo(text);
  }

  @Test
  void whatStandsBeforeAnItemStaysThere() {
    String text =
        """
        # a
        x-list:
          # b
          - name: 1 # c
            # d
            other: 2
          # e
          - x # f
        # g
        """;

    assertThat(again(text)).isEqualTo(text);
  }
}
