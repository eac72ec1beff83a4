package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolesTest {
  private static final String USED = "shop.app.Money";

  /**
   * The role of a class that some classes of the first of three groups use, and one of each other.
   *
   * @param large how many classes the first group has beside that one; the others have 4
   */
  private static Role roleOfUsedBy(int users, int large) {
    Shop shop = new Shop().type(USED);
    for (int i = 0; i < large + 8; i++) {
      String type = "shop.app.User" + (char) ('A' + i);
      shop.type(type);
      if (i < users || i == large || i == large + 4) {
        shop.calls(type, USED);
      }
    }
    CodeGraph graph = CodeGraph.of(shop.facts());
    int[] groups =
        IntStream.range(0, graph.size())
            .map(node -> node <= large ? 0 : node <= large + 4 ? 1 : 2)
            .toArray();
    return Roles.of(shop.facts(), graph, groups, 3).roles()[graph.node(USED)];
  }

  @Test
  void whatAGroupUsesHardlyMoreThanItsSizeLetsExpectIsShared() {
    assertThat(roleOfUsedBy(6, 15)).isEqualTo(Role.SHARED);
    assertThat(roleOfUsedBy(13, 15)).isEqualTo(Role.MEMBER);
  }

  @Test
  void whatOneGroupOfManyUsesMostIsItsOwn() {
    assertThat(roleOfUsedBy(3, 4)).isEqualTo(Role.MEMBER);
  }
}
