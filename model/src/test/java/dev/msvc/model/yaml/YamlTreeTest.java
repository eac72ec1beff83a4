package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.yaml.YamlTree.Malformed;
import dev.msvc.model.yaml.YamlTree.Mapping;
import dev.msvc.model.yaml.YamlTree.Scalar;
import dev.msvc.model.yaml.YamlTree.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlTreeTest {
  @Test
  void everyDocumentIsReadWithLines() throws Malformed {
    List<YamlTree> documents = YamlTree.read("a:\n  - 1\n  - x\n---\nb: null\n");

    assertThat(documents).hasSize(2);
    Mapping first = (Mapping) documents.get(0);
    Sequence items = (Sequence) first.entries().get("a");
    assertThat(items.items()).containsExactly(new Scalar("1", 2), new Scalar("x", 3));
    assertThat(((Mapping) documents.get(1)).entries()).containsKey("b");
  }

  @Test
  void jsonIsReadTheSame() throws Malformed {
    Mapping read = (Mapping) YamlTree.read("{\n\t\"a\": [true]}").get(0);

    assertThat(((Sequence) read.entries().get("a")).items()).containsExactly(new Scalar("true", 2));
  }

  @Test
  void anAliasStaysShort() throws Malformed {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    Mapping read = (Mapping) YamlTree.read(bomb.toString()).get(0);

    assertThat(((Sequence) read.entries().get("a39")).items())
        .extracting(item -> ((Scalar) item).text())
        .containsExactly("*a38", "*a38");
  }

  @Test
  void whatIsNeitherSaysWhere() {
    assertThatThrownBy(() -> YamlTree.read("a: [1\nb: {"))
        .isInstanceOfSatisfying(
            Malformed.class, problem -> assertThat(problem.line()).isPositive());
    assertThatThrownBy(() -> YamlTree.read("[".repeat(500))).isInstanceOf(Malformed.class);
  }
}
