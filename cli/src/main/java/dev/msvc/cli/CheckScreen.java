package dev.msvc.cli;

import dev.msvc.analyzers.check.BoundaryRules;
import dev.msvc.model.Baseline;
import dev.msvc.model.Counted;
import dev.msvc.model.Lock;
import dev.msvc.model.Place;
import dev.msvc.model.Verdict;
import dev.msvc.model.Violation;
import dev.msvc.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/** What {@code msvc check} says to people. */
final class CheckScreen {
  private static final int MOST = 5;
  private static final int LINES = 10;

  private final Console console;
  private final Analyzed analyzed;

  CheckScreen(Console console, Analyzed analyzed) {
    this.console = console;
    this.analyzed = analyzed;
  }

  /** Says what contexts without ids mean for a baseline. */
  void lock() {
    if (analyzed.map().decomposition().contexts().stream().allMatch(each -> each.id().isEmpty())) {
      console.say(
          "no %s: any change may shift contexts, and what was inside one then looks new; '%s' first"
              .formatted(Lock.FILE, analyzed.next("accept")));
    }
  }

  /** The first baseline, by file. */
  void drawn(Baseline baseline, boolean whole) {
    int count = baseline.ids().size();
    console.heading(
        Counted.of(
            count,
            "violation is there today and becomes the baseline",
            "violations are there today and become the baseline"));
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, SortedSet<String>> each : baseline.files().entrySet()) {
      lines.add("%6d  %s/%s".formatted(each.getValue().size(), Baseline.FOLDER, each.getKey()));
    }
    list(
        lines,
        whole ? Integer.MAX_VALUE : 3 * LINES,
        "file",
        analyzed.next("check --init --diff -o wide"));
  }

  /**
   * What an update takes out and what it renames.
   *
   * @param written whether it was done, and is to be seen in git alone
   */
  void change(Verdict verdict, boolean whole, boolean written) {
    List<String> lines = new ArrayList<>();
    verdict.gone().forEach(each -> lines.add("- " + each));
    verdict
        .moved()
        .forEach(
            (old, now) -> {
              lines.add("- " + old);
              lines.add("+ " + now);
            });
    if (lines.isEmpty()) {
      console.line("Nothing to take out of the baseline: all of it is still there.");
    } else {
      console.heading(
          verdict.moved().isEmpty()
              ? said("%,d fewer in the baseline", verdict.gone().size())
              : said(
                  "%,d fewer in the baseline, %,d under the new names of their classes",
                  verdict.gone().size(), verdict.moved().size()));
    }
    int most = whole ? Integer.MAX_VALUE : LINES;
    if (written) {
      list(lines, most, "line", "git diff " + Baseline.FOLDER);
    } else {
      list(lines, most, "line", analyzed.next("check --update --diff -o wide"));
    }
  }

  private void list(List<String> lines, int most, String what, String everything) {
    lines.stream().limit(most).forEach(each -> console.line("  " + each));
    if (lines.size() > most) {
      String more = Counted.of(lines.size() - most, "more " + what, "more " + what + "s");
      console.line("  " + more + ": " + everything);
    }
  }

  /** What fits a screen, and the command that shows the rest. */
  void bounded(Verdict verdict, boolean updated, String everything) {
    print(verdict, updated ? MOST / 2 : MOST, updated, everything);
  }

  /** Everything. */
  void whole(Verdict verdict, boolean updated) {
    print(verdict, Integer.MAX_VALUE, updated, "");
  }

  private void print(Verdict verdict, int most, boolean updated, String everything) {
    boolean whole = everything.isEmpty();
    int fresh = verdict.fresh().size();
    console.heading(summary(verdict));
    verdict.fresh().stream().limit(most).forEach(each -> print(verdict, each, whole));
    if (fresh > 0) {
      console.line();
      if (fresh > most) {
        console.line(
            said("%,d more of these %,d: %s", fresh - most, fresh, analyzed.next(everything)));
      }
      console.line(
          "Mend them, or accept one in %s under 'accepted': {id, reason, until} (docs/check.md)."
              .formatted(Word.FILE));
    }
    if (!verdict.low().isEmpty()) {
      console.line(
          said(
              "%,d new %s below the threshold: %s",
              verdict.low().size(),
              verdict.low().size() == 1 ? "finding is" : "findings are",
              analyzed.next("check --threshold low -o wide")));
    }
    if (!updated && verdict.isStale()) {
      console.line(
          said(
              "%,d fewer than in the baseline%s: run '%s' and commit %s.",
              verdict.gone().size(),
              verdict.moved().isEmpty()
                  ? ""
                  : said(", %,d of classes that moved or were renamed", verdict.moved().size()),
              analyzed.next("check --update"),
              Baseline.FOLDER));
    }
    unmet(verdict.unmet(), whole ? Integer.MAX_VALUE : LINES / 2, everything);
  }

  private void unmet(List<Word.Accepted> unmet, int most, String everything) {
    for (Word.Accepted each : unmet.stream().limit(most).toList()) {
      console.line(
          "%s accepts what is not there (any more): %s"
              .formatted(each.id().place(), each.id().text()));
    }
    if (unmet.size() > most) {
      console.line(
          Counted.of(unmet.size() - most, "more such line: ", "more such lines: ")
              + analyzed.next(everything));
    }
  }

  private static String said(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String summary(Verdict verdict) {
    int fresh = verdict.fresh().size();
    String accepted = verdict.accepted() == 0 ? "" : said(", %,d accepted", verdict.accepted());
    return said(
        "%s violation%s of the boundaries; %,d in the baseline%s",
        fresh == 0 ? "no new" : said("%,d new", fresh),
        fresh == 1 ? "" : "s",
        verdict.known(),
        accepted);
  }

  private void print(Verdict verdict, Violation each, boolean whole) {
    List<Place> places = each.places();
    Word.Accepted word = verdict.expired().get(each.id());
    String over =
        word == null
            ? ""
            : "; it was accepted until %s (%s)".formatted(word.until(), word.id().place());
    console.line();
    if (whole && !places.isEmpty()) {
      places.forEach(place -> console.line(place.toString()));
    } else {
      String more = places.size() > 1 ? said(" and %,d more", places.size() - 1) : "";
      console.line((places.isEmpty() ? "no place" : places.get(0).toString()) + more);
    }
    // its end names the other side
    String what = whole ? each.what() : Text.shortenedEnd(each.what(), 2 * Text.WIDTH - 8);
    Text.wrapped(what, Text.WIDTH - 2).forEach(line -> console.line("  " + line));
    console.line(
        "  do: " + (whole ? each.remedy() : Text.shortenedEnd(each.remedy(), Text.WIDTH - 6)));
    console.line(
        "  %s, %s%s; id: %s"
            .formatted(
                Listings.word(each.severity()), BoundaryRules.page(each.rule()), over, each.id()));
  }
}
