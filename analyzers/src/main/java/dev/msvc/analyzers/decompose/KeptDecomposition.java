package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.cache.Codec;
import dev.msvc.analyzers.cache.Key;
import dev.msvc.analyzers.cache.Numbers;
import dev.msvc.analyzers.cache.Store;
import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Decomposition;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.Facts;
import dev.msvc.model.FieldFact;
import dev.msvc.model.ForeignKey;
import dev.msvc.model.Lock;
import dev.msvc.model.MethodFact;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.TableFact;
import dev.msvc.model.TransactionFact;
import dev.msvc.model.TypeFact;
import dev.msvc.model.Word;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What was decided in an earlier analysis that saw the same. Where a thing stands in its file is
 * not among what is seen, so that an edit that moves lines and changes no name, reference or access
 * decides nothing anew.
 */
final class KeptDecomposition {
  private static final Codec<Decomposition> CODEC = Codec.of(Decomposition.class);
  private static final Codec<Lock> LOCK = Codec.of(Lock.class);

  private KeptDecomposition() {}

  /** What was decided before, or else is decided now. */
  static Decomposition of(
      Store store,
      Facts facts,
      CodeGraph graph,
      Ties changes,
      Word word,
      Lock lock,
      Supplier<Decomposition> deciding) {
    Key key = store.key("decomposition").add(CODEC.shape());
    List<Consumer<Numbers>> parts =
        List.of(
            seen -> ways(facts, graph, word, lock, seen),
            seen -> types(graph, seen),
            seen -> ties(graph, seen),
            seen -> tables(graph, seen),
            seen -> entries(facts, seen),
            seen -> transactions(facts, seen));
    Workers.map(parts, KeptDecomposition::seen).forEach(key::add);
    String all =
        key.add(changes.numbers())
            .add(word.isSilent() ? "" : word.toString())
            .add(LOCK.write(lock))
            .hex();
    return store.kept(all, CODEC, deciding);
  }

  private static Numbers seen(Consumer<Numbers> part) {
    Numbers seen = new Numbers();
    part.accept(seen);
    return seen;
  }

  private static void types(CodeGraph graph, Numbers seen) {
    seen.add(graph.types().size());
    for (List<TypeFact> family : graph.nested()) {
      seen.add(family.size());
      for (TypeFact each : family) {
        seen.add(each.name()).add(each.topLevel()).add(each.module()).add(each.kind().name());
        seen.add(each.annotations()).add(each.superclass()).add(each.interfaces());
        seen.add(each.methods().size());
        for (MethodFact method : each.methods()) {
          seen.add(method.name());
        }
        seen.add(each.fields().size());
        for (FieldFact field : each.fields()) {
          seen.add(field.name());
        }
      }
    }
  }

  private static void tables(CodeGraph graph, Numbers seen) {
    seen.add(graph.tables().size());
    for (TableFact each : graph.tables()) {
      seen.add(each.name()).add(each.kind().name()).add(each.columns().size());
      each.columns().forEach(column -> seen.add(column.name()));
      seen.add(each.entities()).add(each.linkedBy()).add(each.dependsOn());
      seen.add(each.foreignKeys().size());
      for (ForeignKey key : each.foreignKeys()) {
        seen.add(key.references());
      }
    }
  }

  private static void ties(CodeGraph graph, Numbers seen) {
    seen.add(graph.links().size());
    for (CodeGraph.Link each : graph.links()) {
      seen.add(each.from(), each.to()).add(each.dependency().kinds().size());
      for (ReferenceKind kind : each.dependency().kinds().keySet()) {
        seen.add(kind.name()).add(each.dependency().kinds().getOrDefault(kind, 0));
      }
    }
    seen.add(graph.uses().size());
    for (CodeGraph.TableUse each : graph.uses()) {
      seen.add(each.type(), each.table()).add(each.reads(), each.writes());
      seen.add(each.maps() ? 1 : 0);
    }
    seen.add(graph.behind().size());
    for (CodeGraph.TableUse each : graph.behind()) {
      seen.add(each.type(), each.table()).add(each.reads(), each.writes());
    }
    seen.add(graph.keys().size());
    for (CodeGraph.TableTie each : graph.keys()) {
      seen.add(each.first(), each.second()).add(each.foreignKeys(), each.joins());
    }
    seen.add(graph.parts().size());
    for (CodeGraph.Part each : graph.parts()) {
      seen.add(each.whole(), each.part());
    }
  }

  /** Where the methods go of what may have to be split: that is what is large, or said to be. */
  private static void ways(Facts facts, CodeGraph graph, Word word, Lock lock, Numbers seen) {
    boolean told = !word.isSilent() || !lock.unplaced().isEmpty();
    boolean[] wanted = new boolean[graph.types().size()];
    for (int node = 0; node < wanted.length; node++) {
      wanted[node] = told || Roles.isLarge(graph, node);
      seen.add(Roles.isLarge(graph, node) ? 1 : 0);
    }
    Ways.seen(facts, graph, wanted, seen);
  }

  private static void entries(Facts facts, Numbers seen) {
    seen.add(facts.entryPoints().size());
    for (EntryPoint each : facts.entryPoints()) {
      seen.add(each.id()).add(each.kind().name()).add(each.path()).add(each.className());
    }
  }

  private static void transactions(Facts facts, Numbers seen) {
    seen.add(facts.transactions().size());
    for (TransactionFact each : facts.transactions()) {
      seen.add(each.reads()).add(each.writes()).add(each.uncertain());
    }
  }
}
