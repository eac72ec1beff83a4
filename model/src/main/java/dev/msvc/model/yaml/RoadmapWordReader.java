package dev.msvc.model.yaml;

import dev.msvc.model.Effort;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.RoadmapWord.OwnRate;
import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.Word.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@code msvc.yaml} says of the roadmap. */
final class RoadmapWordReader {
  private static final Pattern DAYS =
      Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)(?:\\s*-\\s*(\\d{1,4}(?:\\.\\d{1,3})?))?");

  private RoadmapWordReader() {}

  static RoadmapWord read(@Nullable MarkedYaml node) {
    if (node == null) {
      return RoadmapWord.NONE;
    }
    Map<String, MarkedYaml> of =
        WordNodes.fields(node, "roadmap", List.of("first", "before", "stay", "rates", "schema"));
    MarkedYaml schema = of.get("schema");
    return new RoadmapWord(
        WordNodes.texts(of.get("first"), "first"),
        chains(of.get("before")),
        WordNodes.texts(of.get("stay"), "stay"),
        rates(of.get("rates")),
        schema == null ? "" : WordNodes.said(schema, "schema").text(),
        SavedRoadmap.NONE);
  }

  private static List<List<Said>> chains(@Nullable MarkedYaml node) {
    List<List<Said>> chains = new ArrayList<>();
    for (MarkedYaml item : WordNodes.items(node, "before", "lists: [one, what comes after it]")) {
      List<Said> chain = WordNodes.texts(item, "an item of before");
      if (chain.size() < 2) {
        throw WordNodes.wrong(
            item, "an order needs two contexts", "write [the earlier one, the later one]");
      }
      chains.add(chain);
    }
    return chains;
  }

  private static List<OwnRate> rates(@Nullable MarkedYaml node) {
    List<OwnRate> rates = new ArrayList<>();
    for (MarkedYaml.Entry entry : WordNodes.entries(node, "rates", "kinds of work and days")) {
      Said days = WordNodes.said(entry.value(), "a rate");
      Matcher range = DAYS.matcher(days.text().strip());
      if (!range.matches()) {
        throw days.wrong(
            "'%s' is no range of days".formatted(days.text()), "write it as 0.5-2, or as 1");
      }
      double low = Double.parseDouble(range.group(1));
      double high = range.group(2) == null ? low : Double.parseDouble(range.group(2));
      if (high < low) {
        throw days.wrong(
            "'%s' ends before it begins".formatted(days.text()), "write the lower end first");
      }
      rates.add(new OwnRate(WordNodes.said(entry), new Effort(low, high)));
    }
    return rates;
  }
}
