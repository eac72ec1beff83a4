package dev.msvc.analyzers.check;

import dev.msvc.analyzers.risk.AcceptedFindings;
import dev.msvc.analyzers.risk.Risks;
import dev.msvc.model.Baseline;
import dev.msvc.model.ContextMap;
import dev.msvc.model.FindingRule;
import dev.msvc.model.Severity;
import dev.msvc.model.Verdict;
import dev.msvc.model.Violation;
import dev.msvc.model.Word.Accepted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The line that is held: what may be there is in the baseline or accepted by the user.
 *
 * @param said what the user says may stay, in the order of {@code msvc.yaml}
 * @param accepted what of that holds today
 * @param threshold from which severity on a finding counts; dependencies and cuts always do
 */
public record Line(
    Baseline baseline, List<Accepted> said, AcceptedFindings accepted, Severity threshold) {
  private static final Set<String> RULES_OF_FINDINGS =
      Risks.rules().stream().map(FindingRule::id).collect(Collectors.toUnmodifiableSet());

  public Line {
    said = List.copyOf(said);
  }

  /** Judges all violations of an analysis. */
  public Verdict judge(ContextMap map, List<Violation> all) {
    SortedSet<String> line = baseline.ids();
    Set<String> present = new HashSet<>();
    all.forEach(each -> present.add(each.key()));
    List<String> absent = line.stream().filter(id -> !present.contains(id)).toList();
    SortedMap<String, String> moved = Moves.of(map, absent, all, line);
    Set<String> known = new HashSet<>(line);
    known.addAll(moved.values());

    List<Violation> fresh = new ArrayList<>();
    List<Violation> low = new ArrayList<>();
    SortedMap<String, Accepted> expired = new TreeMap<>();
    Set<Accepted> met = new HashSet<>();
    int kept = 0;
    int allowed = 0;
    for (Violation each : all) {
      Accepted word = accepted.line(each.id(), each.key());
      if (word != null) {
        met.add(word);
      }
      if (word != null && !accepted.isOver(word)) {
        allowed++;
      } else if (word == null && known.contains(each.key())) {
        kept++;
      } else if (!counts(each)) {
        low.add(each);
      } else {
        fresh.add(each);
        if (word != null) {
          expired.put(each.id(), word);
        }
      }
    }
    return new Verdict(
        fresh,
        low,
        kept,
        allowed,
        expired,
        absent.stream().filter(id -> !moved.containsKey(id)).toList(),
        moved,
        said.stream()
            .filter(each -> !met.contains(each))
            .sorted(Comparator.comparingInt(each -> each.id().line()))
            .toList());
  }

  private boolean counts(Violation violation) {
    return !RULES_OF_FINDINGS.contains(violation.rule())
        || violation.severity().compareTo(threshold) <= 0;
  }

  /** A baseline of all that is there and not accepted today. */
  public Baseline drawn(List<Violation> all) {
    SortedMap<String, SortedSet<String>> files = new TreeMap<>();
    for (Violation each : all) {
      if (accepted.of(each.id(), each.key()) == null) {
        files.computeIfAbsent(BaselineText.file(each), name -> new TreeSet<>()).add(each.key());
      }
    }
    return new Baseline(files);
  }

  /**
   * The same baseline without what is gone, and with the new names of what has moved: each in the
   * file that it belongs to today.
   */
  public Baseline shrunk(Verdict verdict, List<Violation> all) {
    Map<String, String> file = new HashMap<>();
    all.forEach(each -> file.put(each.key(), BaselineText.file(each)));
    Set<String> gone = new HashSet<>(verdict.gone());
    SortedMap<String, SortedSet<String>> files = new TreeMap<>();
    for (String id : baseline.ids()) {
      String now = verdict.moved().getOrDefault(id, id);
      String where = file.get(now);
      if (!gone.contains(id) && where != null) {
        files.computeIfAbsent(where, name -> new TreeSet<>()).add(now);
      }
    }
    return new Baseline(files);
  }
}
