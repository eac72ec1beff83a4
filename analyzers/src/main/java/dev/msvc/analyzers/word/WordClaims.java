package dev.msvc.analyzers.word;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.model.ContextMap.Placement;
import dev.msvc.model.Nearest;
import dev.msvc.model.TableFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Word;
import dev.msvc.model.Word.Kind;
import dev.msvc.model.Word.Pattern;
import dev.msvc.model.Word.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what each line of {@code msvc.yaml} names. A class beats a package, and a package the ones
 * above it; two lines that are equally exact and disagree are an error, as is a name of nothing.
 */
final class WordClaims {
  private static final int EXACT = 1_000_000;

  private final CodeGraph graph;
  private final Told told;
  private final @Nullable Claim[] claims;

  private WordClaims(CodeGraph graph) {
    this.graph = graph;
    this.told = Told.nothing(graph);
    this.claims = new @Nullable Claim[graph.size()];
  }

  /** What one line says of a node: a label, or a placement in none. */
  private record Claim(
      Said said, int rank, int label, @Nullable Placement placement, boolean ignored) {
    boolean agrees(Claim other) {
      return label == other.label && placement == other.placement && ignored == other.ignored;
    }
  }

  static Told of(CodeGraph graph, Word word) {
    WordClaims claims = new WordClaims(graph);
    claims.read(word);
    return claims.told;
  }

  private void read(Word word) {
    SortedMap<String, Integer> labels = new TreeMap<>();
    for (Word.Named context : word.contexts()) {
      String id = context.id().map(Said::text).orElse("");
      int label = label(labels, context.name(), id, false);
      context.pins().forEach(pin -> claim(pin, label, null, false));
    }
    for (Word.Split split : word.splits()) {
      int label = label(labels, split.as(), "", true);
      split.pins().forEach(pin -> claim(pin, label, null, false));
    }
    word.shared().forEach(each -> claim(each, -1, Placement.SHARED, false));
    word.technical().forEach(each -> claim(each, -1, Placement.TECHNICAL, false));
    word.ignored().forEach(each -> claim(each, -1, Placement.TECHNICAL, true));
    // a package's pin may have lost nodes to more exact ones
    told.labels().forEach(each -> each.pins().removeIf(node -> !keeps(node, each)));
    for (int node = 0; node < claims.length; node++) {
      Claim claim = claims[node];
      if (claim != null) {
        settle(node, claim);
      }
    }
  }

  private int label(SortedMap<String, Integer> labels, Said name, String id, boolean carved) {
    Integer known = labels.get(name.text());
    if (known == null) {
      labels.put(name.text(), told.labels().size());
      told.labels().add(new Told.Label(name.text(), id, carved, new ArrayList<>()));
      return told.labels().size() - 1;
    }
    Told.Label label = told.labels().get(known);
    if (carved) {
      told.labels().set(known, new Told.Label(label.name(), label.id(), true, label.pins()));
    }
    return known;
  }

  private void settle(int node, Claim claim) {
    String what = "pinned by ";
    if (claim.label() >= 0) {
      told.label()[node] = claim.label();
    } else {
      told.placements()[node] = claim.placement();
      told.ignored()[node] = claim.ignored();
      what = claim.ignored() ? "ignored by " : "told by ";
    }
    told.reasons()[node] = what + claim.said().place();
  }

  private void claim(Pattern pattern, int label, @Nullable Placement placement, boolean ignored) {
    int rank = rank(pattern);
    for (int node : nodes(pattern)) {
      Claim claim = new Claim(pattern.said(), rank, label, placement, ignored);
      Claim other = claims[node];
      if (other == null || other.rank() < rank) {
        claims[node] = claim;
        if (label >= 0) {
          told.labels().get(label).pins().add(node);
        }
      } else if (other.rank() == rank && !other.agrees(claim)) {
        throw pattern
            .said()
            .wrong(
                "%s is told to be elsewhere, too, in line %d"
                    .formatted(name(node), other.said().line()),
                "keep one of the two lines");
      }
    }
  }

  private boolean keeps(int node, Told.Label label) {
    Claim claim = claims[node];
    return claim != null
        && claim.label() >= 0
        && told.labels().get(claim.label()).name().equals(label.name());
  }

  private String name(int node) {
    return graph.isTable(node)
        ? "table " + graph.table(node).name()
        : graph.types().get(node).name();
  }

  private static int rank(Pattern pattern) {
    if (pattern.kind() != Kind.PACKAGE) {
      return EXACT;
    }
    String name = pattern.packageName();
    int depth = name.isEmpty() ? 0 : name.split("\\.", -1).length;
    return 2 * depth + (pattern.isDeep() ? 0 : 1);
  }

  private List<Integer> nodes(Pattern pattern) {
    return switch (pattern.kind()) {
      case CLASS -> List.of(type(pattern.said()));
      case TABLE -> List.of(table(pattern.said()));
      case PACKAGE -> inPackage(pattern);
    };
  }

  /** The node of a class that a line names by its whole name. */
  private int type(Said said) {
    return type(graph, said);
  }

  static int type(CodeGraph graph, Said said) {
    String name = said.text();
    int node = graph.node(name);
    if (node >= 0 && graph.types().get(node).name().equals(name)) {
      return node;
    }
    if (node >= 0) {
      String outer = graph.types().get(node).name();
      throw said.wrong(
          "%s is inside of %s, and goes where that goes".formatted(name, outer), "name " + outer);
    }
    String simple = name.substring(name.lastIndexOf('.') + 1);
    List<String> same =
        graph.types().stream()
            .filter(type -> type.simpleName().equals(simple))
            .map(TypeFact::name)
            .limit(3)
            .toList();
    if (!same.isEmpty()) {
      throw said.wrong(
          "there is no class " + name, "there is " + String.join(", ", same) + "; was it moved?");
    }
    List<String> near = Nearest.of(name, graph.types().stream().map(TypeFact::name).toList());
    throw said.wrong(
        "there is no class " + name,
        near.isEmpty()
            ? "if it was deleted, delete this line"
            : "did you mean %s? If it was deleted, delete this line".formatted(near.get(0)));
  }

  private int table(Said said) {
    int node = graph.tableNode(said.text());
    if (node >= 0) {
      return node;
    }
    List<String> near =
        Nearest.of(said.text(), graph.tables().stream().map(TableFact::name).toList());
    throw said.wrong(
        "there is no table " + said.text(),
        near.isEmpty()
            ? "'msvc get tables -o name' lists what there is"
            : "did you mean %s?".formatted(String.join(", ", near)));
  }

  private List<Integer> inPackage(Pattern pattern) {
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < graph.types().size(); node++) {
      if (pattern.holds(graph.types().get(node).packageName())) {
        nodes.add(node);
      }
    }
    if (!nodes.isEmpty()) {
      return nodes;
    }
    List<String> packages =
        graph.types().stream().map(TypeFact::packageName).distinct().sorted().toList();
    boolean above =
        packages.stream().anyMatch(each -> each.startsWith(pattern.packageName() + "."));
    List<String> near = Nearest.of(pattern.packageName(), packages);
    String hint =
        near.isEmpty() ? "name a package that holds classes" : "did you mean " + near.get(0) + "?";
    throw pattern
        .said()
        .wrong(
            "no class is in package " + pattern.said().text(),
            above ? "write %s.. for the packages below it".formatted(pattern.packageName()) : hint);
  }
}
