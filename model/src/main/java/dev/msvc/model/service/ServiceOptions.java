package dev.msvc.model.service;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a service is made with.
 *
 * @param template the folder of templates its code comes from
 * @param database where its aggregates are
 * @param boot the line of Spring Boot that a service in Java is built on
 * @param java what its code is compiled for and runs on
 * @param apiKeys whether callers may come with a key in place of a token
 */
public record ServiceOptions(
    String template, Database database, Boot boot, Java java, boolean apiKeys) {
  /** The template where nothing is said. */
  public static final String DEFAULT_TEMPLATE = "java-spring";

  public static final ServiceOptions DEFAULT =
      new ServiceOptions(DEFAULT_TEMPLATE, Database.POSTGRESQL, Boot.BOOT_4, Java.JAVA_17, false);

  /** Those of a service that says nothing, in an organisation. */
  public static ServiceOptions of(Organisation organisation) {
    return new ServiceOptions(
        DEFAULT.template, DEFAULT.database, DEFAULT.boot, organisation.java(), DEFAULT.apiKeys);
  }

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

  /** A release of Java with long support; each line of Spring Boot runs on all of them. */
  public enum Java {
    JAVA_17(17),
    JAVA_21(21),
    JAVA_25(25);

    private final int release;

    Java(int release) {
      this.release = release;
    }

    /** The release as {@code service.yaml} writes it. */
    public static Java of(String release) {
      return Arrays.stream(values())
          .filter(each -> String.valueOf(each.release).equals(release))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "services are made for no Java '%s': write one of %s"
                          .formatted(
                              Words.shown(release),
                              Arrays.stream(values())
                                  .map(each -> String.valueOf(each.release))
                                  .collect(Collectors.joining(", ")))));
    }

    /** The first that runs what is compiled for a release; the newest for what is newer still. */
    public static Java running(int release) {
      return Arrays.stream(values())
          .filter(each -> each.release >= release)
          .findFirst()
          .orElse(values()[values().length - 1]);
    }

    /** As {@code service.yaml} writes it. */
    public int release() {
      return release;
    }
  }
}
