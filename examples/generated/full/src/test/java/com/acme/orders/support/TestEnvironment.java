// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.support;

import java.util.Map;
import java.util.TreeMap;

/**
 * What the service finds around it: a database and an issuer of tokens, started once for all tests.
 */
public final class TestEnvironment {

  public static final TestIssuer ISSUER = TestIssuer.start();

  public static final TestKeys KEYS = TestKeys.start();

  private static final TestDatabase DATABASE = TestDatabase.start();

  private TestEnvironment() {}

  /** The variables that a cluster would set. */
  public static Map<String, Object> variables() {
    Map<String, Object> variables = new TreeMap<>();
    variables.put("DATABASE_URL", DATABASE.url());
    variables.put("DATABASE_USERNAME", DATABASE.username());
    variables.put("DATABASE_PASSWORD", DATABASE.password());
    variables.put("JWT_ISSUER", ISSUER.url());
    variables.put("JWT_JWK_SET_URI", ISSUER.jwkSetUri());
    variables.put("JWT_AUDIENCE", TestIssuer.AUDIENCE);
    variables.put("ROLE_HIERARCHY", "orders-admin > orders-write; orders-admin > orders-read");
    variables.put("API_KEYS_FILE", KEYS.file().toString());
    variables.put("API_KEYS_INTERVAL", "0s");
    return variables;
  }
}
