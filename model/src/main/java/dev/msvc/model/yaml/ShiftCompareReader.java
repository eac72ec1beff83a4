package dev.msvc.model.yaml;

import dev.msvc.model.Nearest;
import dev.msvc.model.shift.CompareWord;
import dev.msvc.model.shift.MirrorWord;
import dev.msvc.model.shift.ShiftRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a shift's plan says of comparing answers, and of copying requests. */
record ShiftCompareReader(MarkedFile file, ShiftTexts texts) {

  CompareWord compare(@Nullable MarkedYaml node) {
    if (node == null) {
      return CompareWord.DEFAULT;
    }
    Map<String, MarkedYaml> of = file.fields(node, "compare", List.of("ignore", "max", "requests"));
    MarkedYaml max = of.get("max");
    MarkedYaml requests = of.get("requests");
    List<String> ignore = new ArrayList<>();
    for (MarkedYaml each : file.items(of.get("ignore"), "ignore", "what is not compared: [$.at]")) {
      String rule = file.scalar(each, "what is not compared").text();
      texts.needs(
          each,
          rule.matches(CompareWord.RULE),
          "'%s' is neither a path of JSON nor a header".formatted(rule),
          "write $.items[].at, $..at for at any depth, or header:X-Request-Id");
      ignore.add(rule);
    }
    return new CompareWord(
        ignore,
        max == null ? CompareWord.DEFAULT.max() : share(max),
        requests == null ? CompareWord.DEFAULT.requests() : texts.count(requests));
  }

  Optional<MirrorWord> mirror(@Nullable MarkedYaml node, List<ShiftRoute> routes) {
    if (node == null) {
      return Optional.empty();
    }
    Map<String, MarkedYaml> of = file.fields(node, "mirror", List.of("share", "writes", "noise"));
    MarkedYaml share = of.get("share");
    if (share == null) {
      throw file.wrong(node, "mirror says no share", "write mirror: {share: 10%}");
    }
    double part = share(share);
    texts.needs(share, part > 0, "a share of nothing is no mirror", "leave out mirror");
    SortedSet<String> writes = new TreeSet<>();
    for (MarkedYaml each :
        file.items(of.get("writes"), "writes", "names of routes that change something")) {
      String id = file.scalar(each, "a route").text();
      List<String> known =
          routes.stream()
              .filter(one -> one.writes().isPresent())
              .map(ShiftRoute::id)
              .sorted()
              .toList();
      if (!known.contains(id)) {
        List<String> near = Nearest.of(id, known);
        throw file.wrong(
            each,
            "'%s' is no route that changes something".formatted(id),
            near.isEmpty()
                ? known.isEmpty() ? "leave out writes" : "there are " + String.join(", ", known)
                : "did you mean '%s'?".formatted(near.get(0)));
      }
      writes.add(id);
    }
    return Optional.of(new MirrorWord(part, writes, noise(of.get("noise")), node.mark().line()));
  }

  private boolean noise(@Nullable MarkedYaml node) {
    if (node == null) {
      return false;
    }
    String text = file.scalar(node, "noise").text();
    texts.needs(
        node,
        text.equals("true") || text.equals("false"),
        "noise is '%s'".formatted(text),
        "write true where the monolith may be asked each copied request once more, else false");
    return text.equals("true");
  }

  private double share(MarkedYaml node) {
    String text = file.scalar(node, "a share").text();
    if (text.matches("[0-9]{1,3}([.][0-9]{1,6})?\\s*%?")) {
      boolean percent = text.endsWith("%");
      double number = Double.parseDouble(text.replace("%", "").strip());
      double share = percent ? number / 100 : number;
      if (share <= 1) {
        return share;
      }
    }
    throw file.wrong(node, "'%s' is no share".formatted(text), "write it as 0.1%, or as 0.001");
  }
}
