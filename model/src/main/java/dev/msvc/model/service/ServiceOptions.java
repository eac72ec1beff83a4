package dev.msvc.model.service;

/**
 * What a service is made with.
 *
 * @param template the folder of templates its code comes from
 * @param database where its aggregates are
 */
public record ServiceOptions(String template, Database database) {
  /** The template where nothing is said. */
  public static final String DEFAULT_TEMPLATE = "java-spring";

  public static final ServiceOptions DEFAULT =
      new ServiceOptions(DEFAULT_TEMPLATE, Database.POSTGRESQL);

  /** Where aggregates are kept. */
  public enum Database {
    POSTGRESQL,
    NONE
  }
}
