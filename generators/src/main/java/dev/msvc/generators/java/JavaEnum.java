package dev.msvc.generators.java;

import java.util.List;

/**
 * An enum.
 *
 * @param packageName below that of the service
 * @param proto its enum in the contract, with the outer class
 */
public record JavaEnum(
    String name,
    String variable,
    String packageName,
    String proto,
    String messages,
    List<Label> labels) {
  public JavaEnum {
    labels = List.copyOf(labels);
  }

  /** The package as a folder. */
  public String path() {
    return packageName.replace('.', '/');
  }

  /** A value of it. */
  public record Label(String name, String proto) {}
}
