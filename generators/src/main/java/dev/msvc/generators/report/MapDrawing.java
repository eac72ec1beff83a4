package dev.msvc.generators.report;

import dev.msvc.model.BoundedContext;
import dev.msvc.model.ContextMap;
import dev.msvc.model.ContextMap.Coupling;
import dev.msvc.model.TableFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The places and sizes of all that a picture of contexts shows, in units of its view box. */
final class MapDrawing {
  private static final int ARROWS = 800;
  private static final int LETTER = 8;
  private static final int GAP = 74;
  private static final int TOP = 34;
  private static final int LEAST = 9;
  private static final int FEW = 12;

  private final ContextMap map;
  private final List<BoundedContext> contexts;
  private final List<Coupling> couplings = new ArrayList<>();
  private final int width;
  private final double cell;
  private final int most;
  private final Map<String, Node> nodes = new HashMap<>();
  private final List<Node> drawn = new ArrayList<>();
  private final int height;

  /**
   * @param width of the picture
   * @param columns most contexts beside each other
   */
  MapDrawing(ContextMap map, List<BoundedContext> contexts, int width, int columns) {
    this.map = map;
    this.contexts = contexts;
    this.width = width;
    List<String> names = contexts.stream().map(BoundedContext::name).toList();
    for (Coupling each : map.couplings()) {
      if (names.contains(each.from()) && names.contains(each.to())) {
        couplings.add(each);
      }
    }
    List<List<String>> rows = new MapLayout(names, couplings, columns).rows();
    int widest = rows.stream().mapToInt(List::size).max().orElse(1);
    this.cell = width / (widest + (rows.size() > 1 ? 0.5 : 0));
    this.most = (int) Math.min(40, cell * 0.3);
    this.height = rows.size() * rowHeight() + TOP / 2;
    place(rows);
  }

  /**
   * A context.
   *
   * @param index in the list of all contexts
   * @param label its name, shortened to what fits
   * @param contested how many of its tables have several writers
   * @param says all of it in words
   */
  public record Node(
      int index, String label, String size, int x, int y, int r, int contested, String says) {
    /** Where its label stands. */
    public int labelY() {
      return y + r + 16;
    }

    /** Where its size stands. */
    public int sizeY() {
      return y + r + 31;
    }

    /** Where its mark stands. */
    public int markX() {
      return x + (int) Math.round(r * 0.71);
    }

    /** Where its mark stands. */
    public int markY() {
      return y - (int) Math.round(r * 0.71);
    }
  }

  /**
   * What one context uses of another.
   *
   * @param rank by weight, from 1
   * @param shaft the line, as a path
   * @param head the triangle at its end, as a path
   * @param writes whether it writes tables of the other
   * @param main whether it is the heaviest of one of the two, and always shown
   */
  public record Arrow(
      int from,
      int to,
      int rank,
      String shaft,
      String head,
      String width,
      boolean writes,
      boolean main,
      String says) {}

  private int rowHeight() {
    return 2 * most + GAP;
  }

  private void place(List<List<String>> rows) {
    Map<String, Integer> indices = new HashMap<>();
    map.decomposition().contexts().forEach(each -> indices.put(each.name(), indices.size()));
    Map<String, BoundedContext> named = new HashMap<>();
    int largest = 1;
    for (BoundedContext each : contexts) {
      named.put(each.name(), each);
      largest = Math.max(largest, each.classes().size());
    }
    Map<String, Integer> contested = new HashMap<>();
    for (TableFact each : map.contestedTables()) {
      contested.merge(map.ownership(each.name()).owner(), 1, Integer::sum);
    }
    for (int row = 0; row < rows.size(); row++) {
      List<String> names = rows.get(row);
      double aside = rows.size() == 1 ? 0 : row % 2 == 0 ? -cell / 4 : cell / 4;
      for (int i = 0; i < names.size(); i++) {
        BoundedContext context = Objects.requireNonNull(named.get(names.get(i)));
        double share = StrictMath.sqrt((double) context.classes().size() / largest);
        Node node =
            new Node(
                indices.getOrDefault(context.name(), 0),
                shortened(context.name(), (int) ((cell - LETTER) / LETTER)),
                ContextReport.counted(context.classes().size(), "class"),
                (int) Math.round(width / 2.0 + aside + (i - (names.size() - 1) / 2.0) * cell),
                row * rowHeight() + most + TOP,
                (int) Math.max(LEAST, Math.round(most * share)),
                contested.getOrDefault(context.name(), 0),
                says(context, contested.getOrDefault(context.name(), 0)));
        drawn.add(node);
        nodes.put(context.name(), node);
      }
    }
  }

  private String says(BoundedContext context, int contested) {
    long uses = couplings.stream().filter(each -> each.from().equals(context.name())).count();
    long users = couplings.stream().filter(each -> each.to().equals(context.name())).count();
    return "%s: %s, %s; uses %s, used by %d%s"
        .formatted(
            context.name(),
            ContextReport.counted(context.classes().size(), "class"),
            ContextReport.counted(map.tablesWithRows(context).size(), "table"),
            ContextReport.counted((int) uses, "context"),
            users,
            contested == 0 ? "" : "; others write %d of its tables".formatted(contested));
  }

  List<Node> nodes() {
    return drawn;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** All arrows, the heaviest last, so that it lies on top. */
  List<Arrow> arrows() {
    List<Arrow> arrows = new ArrayList<>();
    int count = Math.min(couplings.size(), ARROWS);
    for (int i = count - 1; i >= 0; i--) {
      arrows.add(arrow(couplings.get(i), i + 1));
    }
    return arrows;
  }

  /** How many arrows tell most of it: all of a few, four fifths of all uses, or as many as fit. */
  int telling() {
    long all = couplings.stream().mapToLong(Coupling::weight).sum();
    long carried = 0;
    int count = 0;
    int fit = contexts.size() * 5 / 2;
    while (count < couplings.size() && (count < FEW || (count < fit && carried * 5 < all * 4))) {
      carried += couplings.get(count).weight();
      count++;
    }
    return count;
  }

  private Arrow arrow(Coupling coupling, int rank) {
    Node from = Objects.requireNonNull(nodes.get(coupling.from()));
    Node to = Objects.requireNonNull(nodes.get(coupling.to()));
    int heaviest = couplings.get(0).weight();
    double thick = 1 + 5 * StrictMath.sqrt((double) coupling.weight() / heaviest);
    Curve curve = Curve.between(from, to, thick, cell);
    return new Arrow(
        from.index(),
        to.index(),
        rank,
        curve.shaft(),
        curve.head(),
        Curve.number(thick),
        coupling.writes() > 0,
        isMain(coupling),
        "%s uses %s: %s".formatted(coupling.from(), coupling.to(), ContextReport.label(coupling)));
  }

  /** Whether no heavier one begins or ends at one of its two. */
  private boolean isMain(Coupling coupling) {
    return isFirstOf(coupling.from(), coupling) || isFirstOf(coupling.to(), coupling);
  }

  private boolean isFirstOf(String context, Coupling coupling) {
    for (Coupling each : couplings) {
      if (each.from().equals(context) || each.to().equals(context)) {
        return each.equals(coupling);
      }
    }
    return false;
  }

  private static String shortened(String name, int length) {
    return name.length() <= length ? name : name.substring(0, Math.max(1, length - 1)) + "\u2026";
  }
}
