package dev.msvc.analyzers.decompose;

import dev.msvc.analyzers.graph.CodeGraph;
import dev.msvc.analyzers.graph.Communities;
import dev.msvc.analyzers.graph.Pairs;
import dev.msvc.analyzers.graph.Telling;
import dev.msvc.analyzers.graph.Ties;
import dev.msvc.analyzers.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * References and names as two witnesses of where classes belong. Where both tell the same, each can
 * be held to the other: references say which words tell of a place and which are everywhere. Two
 * that err independently agree only as far as both tell of the same thing: where they don't,
 * references are those of a system whose hubs tie everything, and names are what is left to trust.
 *
 * @param trust in references, 0 to 1
 * @param telling how much each word tells
 */
record Witnesses(double trust, Telling telling) {
  /** An agreement from which on references are trusted as they are. */
  private static final double TRUSTED = 0.25;

  private static final int RESOLUTIONS = 8;
  private static final int DIVISIONS = 10;
  private static final double COARSE = 0.4;
  private static final double FINE = 2.5;

  /**
   * What both tell.
   *
   * @param withoutHubs references again, those of hubs left out
   */
  static Witnesses of(
      CodeGraph graph, Ties references, Ties withoutHubs, Ties names, KeptCommunities kept) {
    Pairs pairs = Pairs.of(graph.identities(), references, withoutHubs, names);
    List<double[]> columns =
        List.of(pairs.column(references), pairs.column(withoutHubs), pairs.column(names));
    int compared = Communities.repeated(RESOLUTIONS, graph.size());
    int divisions = Communities.repeated(DIVISIONS, graph.size());
    List<int[]> found =
        kept.of(
                "witnesses",
                graph,
                pairs,
                columns,
                List.of(),
                List.of(),
                Set.of(),
                () ->
                    KeptCommunities.Found.of(new int[0], all(pairs, columns, compared, divisions)))
            .each();
    double agreement = 0;
    for (int i = 0; i < compared; i++) {
      agreement +=
          Communities.agreement(found.get(2 * i), found.get(2 * i + 1), graph.types().size())
              / compared;
    }
    double trust = Math.min(1, Math.max(0, agreement) / TRUSTED);
    return new Witnesses(trust, new Telling(found.subList(2 * compared, found.size()), trust));
  }

  /** Communities of both in turn at some resolutions, then of references alone at more. */
  private static List<int[]> all(Pairs pairs, List<double[]> columns, int compared, int divisions) {
    return new ArrayList<>(
        Workers.map(
            IntStream.range(0, 2 * compared + divisions).boxed().toList(),
            i -> {
              if (i < 2 * compared) {
                double at = i / 2 / (compared - 1.0);
                return Communities.of(
                    pairs, columns.get(i % 2 * 2), Setting.between(0.25, 0.6, at), i / 2);
              }
              int k = i - 2 * compared;
              double resolution = COARSE * Math.pow(FINE / COARSE, k / (divisions - 1.0));
              return Communities.of(pairs, columns.get(k % 2), resolution, k);
            }));
  }
}
