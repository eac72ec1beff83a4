// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.notes.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.notes.support.Rest;
import com.acme.notes.support.ServiceTest;
import com.acme.notes.support.TestEnvironment;
import com.acme.notes.support.TestIssuer;
import com.nimbusds.jose.JWSAlgorithm;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@ServiceTest
class SecurityTest {

  private static final TestIssuer ISSUER = TestEnvironment.ISSUER;
  private static final String READER = "notes-read";
  private static final String WRITER = "notes-write";

  @Value("${local.server.port}")
  int port;

  @Test
  void aTokenWithTheRoleIsLetIn() {
    assertThat(status(ISSUER.token(READER))).isEqualTo(200);
  }

  @Test
  void aTokenWithARoleThatHoldsItIsLetIn() {
    assertThat(status(ISSUER.token("notes-admin"))).isEqualTo(200);
  }

  @Test
  void withoutATokenNobodyIsLetIn() {
    Rest.Reply reply = new Rest(port, "").get("/notes");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.<String>json("$.title")).isEqualTo("Unauthorized");
  }

  @Test
  void readingTakesTheRoleToRead() {
    Rest.Reply reply = new Rest(port, ISSUER.token(WRITER)).get("/notes");

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void changingTakesTheRoleToWrite() {
    String path = "/notes/00000000-0000-0000-0000-000000000001";

    Rest.Reply reply = new Rest(port, ISSUER.token(READER)).delete(path);

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void aPathThatIsNotSafeIsAMistakeOfTheCaller() {
    Rest.Reply reply = new Rest(port, ISSUER.token(READER)).get("/notes%3Bx");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() {
    assertThat(status(ISSUER.sign(ISSUER.claims(READER).issuer("http://other").build())))
        .isEqualTo(401);
  }

  @Test
  void aTokenForAnotherServiceIsRefused() {
    assertThat(status(ISSUER.sign(ISSUER.claims(READER).audience("other").build())))
        .isEqualTo(401);
  }

  @Test
  void aTokenThatHasExpiredIsRefused() {
    Date past = Date.from(Instant.now().minusSeconds(3600));
    assertThat(status(ISSUER.sign(ISSUER.claims(READER).expirationTime(past).build())))
        .isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherAlgorithmIsRefused() {
    assertThat(
            status(ISSUER.sign(ISSUER.claims(READER).build(), JWSAlgorithm.RS512, ISSUER.key())))
        .isEqualTo(401);
  }

  @Test
  void aTokenSignedByAnotherKeyIsRefused() {
    assertThat(
            status(
                ISSUER.sign(
                    ISSUER.claims(READER).build(), JWSAlgorithm.RS256, TestIssuer.newKey())))
        .isEqualTo(401);
  }

  private int status(String token) {
    return new Rest(port, token).get("/notes").status();
  }
}
