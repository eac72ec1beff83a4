package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the system's configuration sets for its persistence provider, whatever kind of file. */
final class Configured {
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)(?:application|bootstrap|persistence|hibernate|jpa|spring|datasource|.*context"
              + "|.*dao.*|.*data.*|.*orm.*|.*config.*|.*runtime.*|.*session.*)[^/]*"
              + "\\.(?:xml|properties|ya?ml)");
  private static final Pattern WANTED =
      Pattern.compile("(?i)naming|envers|eclipse\\.persistence|openjpa|hibernate");

  private final List<String> texts;

  Configured(Sources sources) {
    List<ResourceFile> files =
        sources.resources().stream()
            .filter(each -> each.size() < 300_000 && NAMES.matcher(each.fileName()).matches())
            .toList();
    texts =
        Workers.map(files, Configured::wanted).stream().filter(each -> !each.isEmpty()).toList();
  }

  private static String wanted(ResourceFile file) {
    String text = file.text();
    return WANTED.matcher(text).find() ? text : "";
  }

  /** The texts of files that set something about persistence, in the order of their paths. */
  List<String> texts() {
    return texts;
  }

  /** The value of a setting that is written in full, in any kind of file. */
  String get(String key, String otherwise) {
    Pattern set =
        Pattern.compile(Pattern.quote(key) + "[\"']?\\s*(?:value\\s*)?[=:>]\\s*[\"']?([\\w.$-]*)");
    for (String each : texts) {
      Matcher found = set.matcher(each);
      if (found.find()) {
        return found.group(1);
      }
    }
    return otherwise;
  }
}
