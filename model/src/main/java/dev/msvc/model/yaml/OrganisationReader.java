package dev.msvc.model.yaml;

import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.service.ClusterWords;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.PackageName;
import dev.msvc.model.service.ServiceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads {@code organisation} of {@code msvc.yaml}; every error says line and column. */
public final class OrganisationReader {
  /** The key, as {@code msvc.yaml} has it. */
  public static final String KEY = "organisation";

  private static final List<String> KEYS =
      List.of(
          "packagePrefix",
          "registry",
          "java",
          "baseImage",
          "namespace",
          "domain",
          "labels",
          "issuer",
          "gateway",
          "mesh",
          "pipeline",
          "monitoring",
          "secrets",
          "logs",
          "config");
  private static final Pattern URL =
      Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d+)?(/[^\\s\"'<>\\\\]*)?");

  private final Map<String, MarkedYaml> of;

  private OrganisationReader(Map<String, MarkedYaml> of) {
    this.of = of;
  }

  /**
   * Reads it from the text of {@code msvc.yaml}; what is not said is as in {@link
   * Organisation#DEFAULT}.
   *
   * @throws UserError where it is not what {@code docs/msvc-yaml.md} says
   */
  public static Organisation read(String text) {
    // what is wrong elsewhere in the file is wrong here, too
    WordDocument.read(text);
    MarkedYaml root = MarkedYaml.read(Word.FILE, text);
    if (root instanceof MarkedYaml.Mapping mapping) {
      for (MarkedYaml.Entry each : mapping.entries()) {
        if (each.key().equals(KEY)) {
          return new OrganisationReader(WordNodes.fields(each.value(), KEY, KEYS)).organisation();
        }
      }
    }
    return Organisation.DEFAULT;
  }

  private Organisation organisation() {
    Organisation otherwise = Organisation.DEFAULT;
    return new Organisation(
        prefix(otherwise.packagePrefix()),
        text("registry", otherwise.registry(), ClusterWords::registry),
        java(otherwise.java()),
        text("baseImage", otherwise.baseImage(), ClusterWords::image),
        text("namespace", otherwise.namespace(), ClusterWords::namespace),
        text("domain", otherwise.domain(), ClusterWords::domain),
        labels(),
        text("issuer", otherwise.issuer(), OrganisationReader::url),
        oneOf("gateway", otherwise.gateway(), Organisation.Gateway.values()),
        oneOf("mesh", otherwise.mesh(), Organisation.Mesh.values()),
        oneOf("pipeline", otherwise.pipeline(), Organisation.Pipeline.values()),
        oneOf("monitoring", otherwise.monitoring(), Organisation.Monitoring.values()),
        oneOf("secrets", otherwise.secrets(), Organisation.Secrets.values()),
        oneOf("logs", otherwise.logs(), Organisation.Logs.values()),
        oneOf("config", otherwise.config(), Organisation.Config.values()));
  }

  private PackageName prefix(PackageName otherwise) {
    return of.containsKey("packagePrefix")
        ? new PackageName(text("packagePrefix", "", PackageName::new))
        : otherwise;
  }

  private ServiceOptions.Java java(ServiceOptions.Java otherwise) {
    return of.containsKey("java")
        ? ServiceOptions.Java.of(text("java", "", ServiceOptions.Java::of))
        : otherwise;
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    for (MarkedYaml.Entry each :
        WordNodes.entries(of.get("labels"), "labels", "a label's name and its value")) {
      String value = WordNodes.said(each.value(), "label '" + each.key() + "'").text();
      checked(each.value(), value, text -> ClusterWords.label(each.key(), text));
      labels.put(each.key(), value);
    }
    return labels;
  }

  private String text(String key, String otherwise, Consumer<String> check) {
    MarkedYaml node = of.get(key);
    if (node == null) {
      return otherwise;
    }
    String text = WordNodes.said(node, key).text().strip();
    checked(node, text, check);
    return text;
  }

  private static void checked(MarkedYaml node, String text, Consumer<String> check) {
    try {
      check.accept(text);
    } catch (IllegalArgumentException e) {
      throw WordNodes.wrong(node, String.valueOf(e.getMessage()), "see docs/msvc-yaml.md");
    }
  }

  private static void url(String text) {
    if (!URL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no URL: write it as https://login.example.com".formatted(text));
    }
  }

  private <E extends Enum<E>> E oneOf(String key, E otherwise, E[] known) {
    MarkedYaml node = of.get(key);
    if (node == null) {
      return otherwise;
    }
    String text = WordNodes.said(node, key).text();
    List<String> words = new ArrayList<>();
    for (E each : known) {
      String word = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (word.equals(text)) {
        return each;
      }
      words.add(word);
    }
    throw WordNodes.wrong(
        node,
        "%s: there is no '%s'".formatted(key, text),
        "choose one of " + String.join(", ", words));
  }
}
