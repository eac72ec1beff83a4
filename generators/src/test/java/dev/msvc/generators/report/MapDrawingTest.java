package dev.msvc.generators.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.generators.report.MapDrawing.Arrow;
import dev.msvc.generators.report.MapDrawing.Node;
import dev.msvc.model.ContextMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MapDrawingTest {
  /** Widths of a letter in the fonts of browsers, of 13 and 11 units. */
  private static final double LABEL_LETTER = 7.9;

  private static final double SIZE_LETTER = 6.2;

  static IntStream counts() {
    return IntStream.rangeClosed(1, 40);
  }

  @ParameterizedTest
  @MethodSource("counts")
  void nothingLiesOverAnotherAtAnySize(int count) {
    ContextMap map = Landscape.random(count, count).map();
    for (HtmlReport.Picture picture : HtmlReport.pictures(map, map.decomposition().contexts())) {
      List<Box> boxes = new ArrayList<>();
      picture.nodes().forEach(each -> boxes.addAll(boxes(each)));
      for (int i = 0; i < boxes.size(); i++) {
        Box one = boxes.get(i);
        assertThat(one.left()).as(one.toString()).isNotNegative();
        assertThat(one.right()).as(one.toString()).isLessThanOrEqualTo(picture.width());
        assertThat(one.bottom()).as(one.toString()).isLessThanOrEqualTo(picture.height());
        for (Box other : boxes.subList(i + 1, boxes.size())) {
          assertThat(one.overlaps(other))
              .as("%s and %s of %d, %s", one, other, count, picture.kind())
              .isFalse();
        }
      }
    }
  }

  /** Where something is drawn. */
  private record Box(String of, double left, double top, double right, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static List<Box> boxes(Node node) {
    return List.of(
        new Box(
            node.label() + "'s circle",
            node.x() - node.r(),
            node.y() - node.r(),
            node.x() + node.r(),
            node.y() + node.r()),
        text(node.label(), node.x(), node.labelY(), LABEL_LETTER, 11),
        text(node.size(), node.x(), node.sizeY(), SIZE_LETTER, 9));
  }

  private static Box text(String text, int x, int y, double letter, int height) {
    double half = text.length() * letter / 2;
    return new Box(text, x - half, y - height, x + half, y + 3);
  }

  @Test
  void usersStandAboveWhatTheyUse() {
    ContextMap map =
        new Landscape()
            .with("kernel", 5)
            .with("orders", 9)
            .with("shop", 4)
            .with("alone", 2)
            .uses("shop", "orders", 10)
            .uses("orders", "kernel", 20)
            .uses("shop", "kernel", 5)
            .map();

    Map<String, Node> nodes = byLabel(new MapDrawing(map, map.decomposition().contexts(), 300, 1));

    assertThat(nodes.values().stream().map(Node::label))
        .containsExactlyInAnyOrder("shop", "orders", "kernel", "alone");
    assertThat(List.of("shop", "orders", "kernel", "alone"))
        .as("what nothing ties comes last")
        .isSortedAccordingTo((a, b) -> nodes.get(a).y() - nodes.get(b).y());
  }

  @Test
  void circlesAreAsLargeAsTheirClassesInArea() {
    ContextMap map = new Landscape().with("big", 400).with("small", 100).map();

    Map<String, Node> nodes = byLabel(new MapDrawing(map, map.decomposition().contexts(), 600, 2));

    assertThat(nodes.get("big").r()).isEqualTo(2 * nodes.get("small").r());
  }

  @Test
  void eachContextKeepsItsHeaviestArrow() {
    ContextMap map = Landscape.random(20, 5).map();
    MapDrawing drawing = new MapDrawing(map, map.decomposition().contexts(), 1000, 6);

    List<Arrow> shown =
        drawing.arrows().stream()
            .filter(each -> each.main() || each.rank() <= drawing.telling())
            .toList();

    assertThat(shown).hasSizeLessThan(drawing.arrows().size());
    for (Node node : drawing.nodes()) {
      assertThat(shown)
          .as(node.label())
          .anyMatch(each -> each.from() == node.index() || each.to() == node.index());
    }
  }

  @Test
  void sameContextsComeOutInTheSamePlaces() {
    Landscape landscape = Landscape.random(25, 7);

    assertThat(pictures(landscape.reversed())).isEqualTo(pictures(landscape));
  }

  private static List<HtmlReport.Picture> pictures(Landscape landscape) {
    ContextMap map = landscape.map();
    return HtmlReport.pictures(map, map.decomposition().contexts());
  }

  private static Map<String, Node> byLabel(MapDrawing drawing) {
    return drawing.nodes().stream().collect(Collectors.toMap(Node::label, Function.identity()));
  }
}
