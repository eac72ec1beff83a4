package dev.msvc.analyzers.risk;

import dev.msvc.model.Finding;
import dev.msvc.model.Word.Accepted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the user says may stay, on a day: the one place that decides what is accepted. */
public final class AcceptedFindings {
  /** Nothing is accepted. */
  public static final AcceptedFindings NONE = new AcceptedFindings(List.of(), "");

  private static final Pattern ABOUT_FINDINGS = Pattern.compile("(MSVC-)?F\\d.*");

  private final Map<String, Accepted> lines = new LinkedHashMap<>();
  private final String today;

  /**
   * @param said as it stands in {@code msvc.yaml}; of several lines for one id the last holds
   * @param today as {@code 2027-05-31}
   */
  public AcceptedFindings(List<Accepted> said, String today) {
    said.forEach(each -> lines.put(each.id().text(), each));
    this.today = today;
  }

  /**
   * The line that accepts something today, by the first of its ids that one speaks of; null where
   * it is not accepted, or no longer.
   */
  public @Nullable Accepted of(String... ids) {
    Accepted line = line(ids);
    return line == null || isOver(line) ? null : line;
  }

  /** The line that speaks of something, whether it is over or not; null where none does. */
  public @Nullable Accepted line(String... ids) {
    for (String id : ids) {
      Accepted line = lines.get(id);
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  /** Whether its last day has passed. */
  public boolean isOver(Accepted line) {
    return !line.until().isEmpty() && today.compareTo(line.until()) > 0;
  }

  /** The same findings, those that are accepted marked and last. */
  public List<Finding> marked(List<Finding> findings) {
    List<Finding> open = new ArrayList<>();
    List<Finding> accepted = new ArrayList<>();
    for (Finding each : findings) {
      Accepted line = of(each.id());
      if (line == null) {
        open.add(each);
      } else {
        accepted.add(each.acceptedBy(line));
      }
    }
    open.addAll(accepted);
    return List.copyOf(open);
  }

  /** What to tell the user: lines whose day has passed, and those that name no finding. */
  public List<String> idle(List<Finding> findings) {
    Set<String> known = new HashSet<>();
    findings.forEach(each -> known.add(each.id()));
    List<String> told = new ArrayList<>();
    lines.forEach(
        (id, line) -> {
          if (!known.contains(id)) {
            // what is accepted of a boundary has other ids, which `check` knows
            if (ABOUT_FINDINGS.matcher(id).matches()) {
              told.add(line.id().place() + ": there is no finding " + id + ": delete the line");
            }
          } else if (isOver(line)) {
            told.add(
                "%s: %s counts again: it was accepted until %s"
                    .formatted(line.id().place(), id, line.until()));
          }
        });
    return told;
  }
}
