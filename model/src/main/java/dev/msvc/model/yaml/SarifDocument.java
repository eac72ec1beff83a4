package dev.msvc.model.yaml;

import dev.msvc.model.FindingRule;
import dev.msvc.model.Place;
import dev.msvc.model.Severity;
import dev.msvc.model.Violation;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Violations in SARIF 2.1.0, the OASIS Standard of 2020, as code hosts take it: a bounded number of
 * results, each with a fingerprint that holds no line.
 *
 * @param violations worst first
 * @param accepted why, by the ids of those that may stay
 * @param pages of all rules, in order
 * @param version of msvc
 */
public record SarifDocument(
    List<Violation> violations,
    Map<String, String> accepted,
    Map<FindingRule, String> pages,
    String version) {
  /** Hosts refuse a run with more. */
  static final int MOST = 25_000;

  private static final int RELATED = 20;
  private static final String BASE = "%SRCROOT%";

  /** Writes the log. */
  public void write(Writer to) {
    List<Violation> written = violations.size() <= MOST ? violations : violations.subList(0, MOST);
    Map<String, Integer> indices = new HashMap<>();
    pages.keySet().forEach(rule -> indices.put(rule.id(), indices.size()));
    try (Document log = new Document(Format.JSON, to)) {
      log.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      log.field("version", "2.1.0");
      // near the top: by this msvc knows files of its own again
      log.object("properties", () -> log.field("about", "made by msvc"));
      log.list("runs", List.of(this), run -> run(log, written, indices));
    }
  }

  private void run(Document log, List<Violation> written, Map<String, Integer> indices) {
    log.object(
        "tool",
        () ->
            log.object(
                "driver",
                () -> {
                  log.field("name", "msvc");
                  log.field("version", version);
                  log.list("rules", pages.entrySet(), rule -> rule(log, rule));
                }));
    log.object(
        "originalUriBaseIds",
        () -> log.object(BASE, () -> text(log, "description", "the folder that was analysed")));
    log.field("columnKind", "utf16CodeUnits");
    log.list("invocations", List.of(this), each -> invocation(log, written.size()));
    log.list("results", written, each -> result(log, each, indices));
  }

  private static void rule(Document log, Map.Entry<FindingRule, String> entry) {
    FindingRule rule = entry.getKey();
    log.field("id", rule.id());
    text(log, "shortDescription", rule.title());
    text(log, "fullDescription", rule.found());
    log.object(
        "help",
        () -> {
          String more = "More: " + entry.getValue();
          log.field("text", rule.kills() + "\n" + rule.remedy() + "\n" + more);
          log.field(
              "markdown",
              "**Why it matters.** %s\n\n**What to do.** %s\n\n%s"
                  .formatted(rule.kills(), rule.remedy(), more));
        });
    log.object(
        "properties",
        () -> {
          log.field("page", entry.getValue());
          log.names("tags", List.of("architecture"));
        });
  }

  private void invocation(Document log, int written) {
    log.field("executionSuccessful", true);
    List<String> left = new ArrayList<>();
    if (written < violations.size()) {
      left.add(
          "%d results are left out, the least severe ones: hosts take %d at most"
              .formatted(violations.size() - written, MOST));
    }
    log.list(
        "toolExecutionNotifications",
        left,
        each -> {
          log.field("level", "warning");
          text(log, "message", each);
        });
  }

  private void result(Document log, Violation violation, Map<String, Integer> indices) {
    log.field("ruleId", violation.rule());
    log.field("ruleIndex", indices.getOrDefault(violation.rule(), -1));
    log.field("level", level(violation.severity()));
    text(log, "message", plain("%s. To do: %s".formatted(violation.what(), violation.remedy())));
    List<Place> places = violation.places();
    log.list("locations", places.stream().limit(1).toList(), each -> location(log, each));
    log.list(
        "relatedLocations",
        places.stream().skip(1).limit(RELATED).toList(),
        each -> {
          location(log, each);
          text(log, "message", "here, too");
        });
    String why = accepted.get(violation.id());
    if (why != null) {
      log.list(
          "suppressions",
          List.of(why),
          each -> {
            log.field("kind", "external");
            log.field("justification", each);
          });
    }
    log.object(
        "partialFingerprints",
        () -> {
          log.field("msvcViolation/v1", violation.key());
          // the one that GitHub tells results apart by; ours does not change with the line
          log.field("primaryLocationLineHash", hash(violation.key()) + ":1");
        });
    log.object(
        "properties",
        () -> {
          log.field("id", violation.id());
          log.names("contexts", violation.contexts());
          log.field("places", places.size());
        });
  }

  private static void location(Document log, Place place) {
    log.object(
        "physicalLocation",
        () -> {
          log.object(
              "artifactLocation",
              () -> {
                log.field("uri", uri(place.file()));
                log.field("uriBaseId", BASE);
              });
          if (place.line() > 0) {
            log.object("region", () -> log.field("startLine", place.line()));
          }
        });
  }

  private static void text(Document log, String name, String text) {
    log.object(name, () -> log.field("text", text));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "note";
    };
  }

  /** What would be a link in a message is none. */
  private static String plain(String text) {
    return text.replace("](", "] (");
  }

  /** A relative reference of RFC 3986: all but letters, digits and a few signs as octets. */
  static String uri(String file) {
    StringBuilder uri = new StringBuilder(file.length());
    for (byte each : file.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "/-._~$@+,=".indexOf(c) >= 0;
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return uri.toString();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
