// made by msvc; this file is yours: edit it, and the next run merges
package [=package].support;

import [=package].[=project.application];

/**
 * Starts the service for trying it out: {@code mvn spring-boot:test-run}. Prints what to call it
 * with.
 */
public final class LocalRun {

  private LocalRun() {}

  public static void main(String[] args) {
    TestEnvironment.variables()
        .forEach((name, value) -> System.setProperty(name, value.toString()));
    System.setProperty("logging.level.root", "info");
    [=project.application].main(args);
    String token = TestEnvironment.ISSUER.token("[=service.name]-read", "[=service.name]-write");
    System.out.printf("%nexport TOKEN=%s%n%n", token);
[#if project.apiKeys]
    String key = TestEnvironment.KEYS.issue("me", "[=service.name]-read", "[=service.name]-write");
    System.out.printf("export KEY=%s%n%n", key);
[/#if]
  }
}
