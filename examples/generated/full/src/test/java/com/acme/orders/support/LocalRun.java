// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.support;

import com.acme.orders.OrdersApplication;

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
    OrdersApplication.main(args);
    String token = TestEnvironment.ISSUER.token("orders-read", "orders-write");
    System.out.printf("%nexport TOKEN=%s%n%n", token);
    String key = TestEnvironment.KEYS.issue("me", "orders-read", "orders-write");
    System.out.printf("export KEY=%s%n%n", key);
  }
}
