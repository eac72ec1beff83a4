package dev.msvc.model.service;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a service is made with.
 *
 * @param template the folder of templates its code comes from
 * @param database where its aggregates are
 * @param boot the line of Spring Boot that a service in Java is built on
 * @param apiKeys whether callers may come with a key in place of a token
 */
public record ServiceOptions(String template, Database database, Boot boot, boolean apiKeys) {
  /** The template where nothing is said. */
  public static final String DEFAULT_TEMPLATE = "java-spring";

  public static final ServiceOptions DEFAULT =
      new ServiceOptions(DEFAULT_TEMPLATE, Database.POSTGRESQL, Boot.BOOT_4, false);

  /** Where aggregates are kept. */
  public enum Database {
    POSTGRESQL,
    NONE
  }

  /** A line of Spring Boot. */
  public enum Boot {
    BOOT_4("4.1"),
    BOOT_3("3.5");

    private final String line;

    Boot(String line) {
      this.line = line;
    }

    /** The line as {@code service.yaml} writes it. */
    public static Boot of(String line) {
      return Arrays.stream(values())
          .filter(each -> each.line.equals(line))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "services are built on no Spring Boot '%s': write one of %s"
                          .formatted(
                              Words.shown(line),
                              Arrays.stream(values())
                                  .map(Boot::line)
                                  .collect(Collectors.joining(", ")))));
    }

    /** As {@code service.yaml} writes it. */
    public String line() {
      return line;
    }
  }
}
