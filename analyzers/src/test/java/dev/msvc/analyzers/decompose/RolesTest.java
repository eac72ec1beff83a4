package dev.msvc.analyzers.decompose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
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

  private static final List<String> MODULES = List.of("order", "customer", "invoice");

  /** Three modules with a table each, and one with tools that all of them use. */
  private static Shop withTools() {
    Shop shop =
        new Shop().module("tools", "shop.tools.Money", "shop.tools.Currency", "shop.tools.Country");
    for (String module : MODULES) {
      String type = "shop." + module + ".Stored";
      shop.module(module, type)
          .mapped(module + "_rows", List.of(type))
          .calls(type, "shop.tools.Money");
    }
    return shop.calls("shop.tools.Money", "shop.tools.Currency");
  }

  /** The roles of all types of one module, where each module is a group. */
  private static List<Role> rolesIn(String module, Shop shop) {
    CodeGraph graph = CodeGraph.of(shop.facts());
    List<String> groups = new ArrayList<>(MODULES);
    groups.add("tools");
    int[] of =
        IntStream.range(0, graph.size())
            .map(
                node ->
                    graph.isTable(node)
                        ? groups.indexOf(graph.table(node).name().replace("_rows", ""))
                        : groups.indexOf(graph.types().get(node).module()))
            .toArray();
    Role[] roles = Roles.of(shop.facts(), graph, of, 4).roles();
    return IntStream.range(0, roles.length)
        .filter(node -> graph.types().get(node).module().equals(module))
        .mapToObj(node -> roles[node])
        .toList();
  }

  @Test
  void aModuleThatKnowsNothingOfTheDomainIsShared() {
    assertThat(rolesIn("tools", withTools())).containsOnly(Role.SHARED);
    assertThat(rolesIn("order", withTools())).containsOnly(Role.MEMBER);
  }

  @Test
  void aModuleThatUsesTheDomainIsNoLibrary() {
    assertThat(rolesIn("tools", withTools().calls("shop.tools.Country", "shop.order.Stored")))
        .containsOnly(Role.MEMBER);
  }

  @Test
  void whatOneContextUsesOfALibraryIsItsOwn() {
    Shop shop = withTools();
    for (String each : List.of("A", "B", "C", "D")) {
      String type = "shop.order.User" + each;
      shop.module("order", type).calls(type, "shop.tools.Country");
    }

    assertThat(rolesIn("tools", shop)).containsExactly(Role.MEMBER, Role.SHARED, Role.SHARED);
  }

  private static final String GOD = "shop.app.Everything";
  private static final List<String> GROUPS = List.of("Order", "Customer", "Invoice");

  /** A class with methods that go to three groups, so many to each. */
  private static Shop everything(ReferenceKind kind, int... counts) {
    List<String> methods = new ArrayList<>();
    for (int group = 0; group < counts.length; group++) {
      for (int i = 0; i < counts[group]; i++) {
        methods.add("do" + GROUPS.get(group) + i);
      }
    }
    Shop shop = new Shop().type(GOD, methods.toArray(String[]::new)).type("shop.app.Face");
    GROUPS.forEach(each -> shop.type("shop.app." + each).type("shop.app.More" + each));
    for (String method : methods) {
      String group = method.replaceAll("^do|[0-9]+$", "");
      shop.refers(GOD, method, "shop.app." + group, kind);
      shop.refers(GOD, method, "shop.app.More" + group, kind);
    }
    return shop.refers(GOD, "", "shop.app.Face", ReferenceKind.IMPLEMENT);
  }

  private static Role roleOf(String type, Shop shop) {
    CodeGraph graph = CodeGraph.of(shop.facts());
    int[] of =
        graph.types().stream()
            .mapToInt(
                each ->
                    IntStream.range(0, GROUPS.size())
                        .filter(i -> each.name().endsWith(GROUPS.get(i)))
                        .findFirst()
                        .orElse(0))
            .toArray();
    return Roles.of(shop.facts(), graph, of, 3).roles()[graph.node(type)];
  }

  @Test
  void whatWorksForManyContextsMustBeSplitWithItsFace() {
    Shop shop = everything(ReferenceKind.CALL, 4, 4, 4);

    assertThat(roleOf(GOD, shop)).isEqualTo(Role.MUST_SPLIT);
    assertThat(roleOf("shop.app.Face", shop)).isEqualTo(Role.MUST_SPLIT);
  }

  @Test
  void whatWorksForOneContextMostAndUsesOthersIsItsMember() {
    assertThat(roleOf(GOD, everything(ReferenceKind.CALL, 12, 2, 2))).isEqualTo(Role.MEMBER);
  }

  @Test
  void whatOnlyHoldsDataOfManyContextsIsNotSplit() {
    assertThat(roleOf(GOD, everything(ReferenceKind.RETURN, 4, 4, 4))).isEqualTo(Role.MEMBER);
  }
}
