// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Signs tokens as an identity provider does, and shows its public keys on a port of this machine.
 */
public final class TestIssuer {

  public static final String AUDIENCE = "orders";

  private final RSAKey key = newKey();
  private final String url;

  private TestIssuer(HttpServer server) {
    this.url = "http://localhost:" + server.getAddress().getPort();
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/jwks",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  public static TestIssuer start() {
    try {
      return new TestIssuer(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return url;
  }

  public String jwkSetUri() {
    return url + "/jwks";
  }

  /** A token with these roles that our service accepts for an hour. */
  public String token(String... roles) {
    return sign(claims(roles).build());
  }

  /** The claims of such a token, to be spoilt. */
  public JWTClaimsSet.Builder claims(String... roles) {
    return new JWTClaimsSet.Builder()
        .issuer(url)
        .audience(AUDIENCE)
        .subject("test")
        .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
        .claim("roles", List.of(roles));
  }

  public String sign(JWTClaimsSet claims) {
    return sign(claims, JWSAlgorithm.RS256, key);
  }

  public String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, RSAKey key) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(algorithm).keyID(this.key.getKeyID()).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public RSAKey key() {
    return key;
  }

  public static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
