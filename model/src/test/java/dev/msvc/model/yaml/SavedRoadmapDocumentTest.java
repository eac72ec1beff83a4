package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import org.junit.jupiter.api.Test;

class SavedRoadmapDocumentTest {
  private static void refuses(String text, String why) {
    assertThatThrownBy(() -> SavedRoadmapDocument.read(text))
        .as(text)
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
  }

  @Test
  void aBadLineIsNamedWithItsPlace() {
    for (String[] each :
        new String[][] {
          {"ordr: []\n", "2:1: the file has no key 'ordr'"},
          {"order:\n  - name: a\n", "3:5: a context of order has no key 'name'"},
          {"order: [{id: a}]\n", "2:9: a context has no name"},
          {"order: [{context: a}, {context: a}]\n", "2:33: 'a' is there twice, first in line 2"},
          {"order: [{context: a, skip: maybe}]\n", "2:28: there is no skip 'maybe'"},
          {
            "order: [{context: a, steps: [{step: split-code, state: don}]}]\n",
            "2:56: there is no state 'don'"
          },
          {
            "order: [{context: a, steps: [{step: split-code}, {step: split-code}]}]\n",
            "2:57: step 'split-code' is there twice, first in line 2"
          },
          {"order: [{context: a, steps: [{step: split}]}]\n", "2:37: there is no step 'split'"},
          {"<<<<<<< HEAD\n", "2:1: a merge was not finished"},
          {"order: &a [*a]\n", "aliases are not read here"}
        }) {
      refuses("schema: msvc/roadmap-file/v1\n" + each[0], each[1]);
    }
  }

  @Test
  void aFileOfANewerVersionSaysWhichMadeIt() {
    String newer = "schema: msvc/roadmap-file/v9\n";

    refuses(newer + "madeBy: \"7.1\"\n", "it was made by msvc 7.1 as msvc/roadmap-file/v9");
    refuses(newer, "a newer msvc made it as msvc/roadmap-file/v9");
  }
}
