package dev.msvc.model.service;

import java.util.Set;
import java.util.regex.Pattern;

/** The name of a service, its Kubernetes objects and its folder: a DNS label of at most 40. */
public record ServiceName(String value) {
  /** Names of objects are made from it, and those may have 63 characters. */
  public static final int LONGEST = 40;

  // the service account of each namespace, and the service that all pods know the cluster by
  private static final Set<String> OF_CLUSTERS = Set.of("default", "kubernetes");
  private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

  public ServiceName {
    if (!LABEL.matcher(value).matches() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "'%s' is no name of a service: use lower-case letters, digits and '-', first a letter, at most %d"
              .formatted(Words.shown(value), LONGEST));
    }
    if (OF_CLUSTERS.contains(value)) {
      throw new IllegalArgumentException(
          "'%s' is no name of a service: a cluster has something of its own that is called so"
              .formatted(value));
    }
    if (Words.isNoText(value)) {
      throw new IllegalArgumentException(
          "'%s' is no name of a service: YAML reads it as something else than a text"
              .formatted(value));
    }
  }

  /**
   * Without what a package or a database must not have: {@code order-book} is {@code orderbook}.
   */
  public String compact() {
    return value.replace("-", "");
  }

  /** As a class begins with it: {@code order-book} is {@code OrderBook}. */
  public String capitalized() {
    StringBuilder name = new StringBuilder();
    for (String word : value.split("-", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return name.toString();
  }

  /** One of what it keeps, by its name: {@code orders} is {@code Order}. */
  public String singular() {
    return Words.singular(capitalized());
  }

  @Override
  public String toString() {
    return value;
  }
}
