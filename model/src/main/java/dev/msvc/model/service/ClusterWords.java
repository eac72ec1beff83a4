package dev.msvc.model.service;

import java.util.Set;
import java.util.regex.Pattern;

/** What a cluster accepts of the words that an organisation gives to all objects. */
public final class ClusterWords {
  private static final String DNS_LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern NAMESPACE = Pattern.compile(DNS_LABEL);
  private static final Pattern DOMAIN = Pattern.compile(DNS_LABEL + "(\\." + DNS_LABEL + ")*");
  private static final Pattern REGISTRY =
      Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*");
  private static final Pattern IMAGE =
      Pattern.compile(
          "[A-Za-z0-9._-]+(:[0-9]{1,5})?(/[a-z0-9._-]+)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
              + "(@sha256:[0-9a-f]{64})?");
  private static final Pattern LABEL_NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
  private static final Set<String> TAKEN =
      Set.of(
          "app.kubernetes.io/name",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/version",
          "app.kubernetes.io/managed-by",
          "helm.sh/chart",
          "sidecar.istio.io/inject",
          "track");
  private static final int LONGEST_DOMAIN = 190;

  private ClusterWords() {}

  public static void namespace(String name) {
    if (!name.isEmpty() && !NAMESPACE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no namespace: use lower-case letters, digits and '-', at most 63"
              .formatted(Words.shown(name)));
    }
    if (Words.isNoText(name)) {
      throw new IllegalArgumentException(
          "'%s' is no namespace here: YAML reads it as something else than a text".formatted(name));
    }
  }

  public static void domain(String name) {
    if (!DOMAIN.matcher(name).matches() || name.length() > LONGEST_DOMAIN) {
      throw new IllegalArgumentException(
          "'%s' is no domain: write it as shop.example.com".formatted(Words.shown(name)));
    }
  }

  public static void registry(String name) {
    if (!name.isEmpty() && !REGISTRY.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no registry: write it as registry.example.com/shop, without https://"
              .formatted(Words.shown(name)));
    }
  }

  public static void image(String name) {
    // the release of Java stands in its place
    if (!IMAGE.matcher(name.replace(Organisation.JAVA, "17")).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no image: write it as eclipse-temurin:%s-jre"
              .formatted(Words.shown(name), Organisation.JAVA));
    }
  }

  public static void label(String key, String value) {
    String prefix = key.substring(0, key.lastIndexOf('/') + 1);
    String name = key.substring(prefix.length());
    boolean known =
        prefix.isEmpty() || DOMAIN.matcher(prefix.substring(0, prefix.length() - 1)).matches();
    if (!known || !LABEL_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no label: use letters, digits, '-', '_' and '.', as in team or acme.com/team"
              .formatted(Words.shown(key)));
    }
    if (TAKEN.contains(key)) {
      throw new IllegalArgumentException(
          "the label '%s' is set by msvc: choose another".formatted(key));
    }
    if (!value.isEmpty() && !LABEL_NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no value of a label: use letters, digits, '-', '_' and '.', at most 63"
              .formatted(Words.shown(value)));
    }
  }
}
