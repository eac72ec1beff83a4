// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import [=package].support.Rest;
import [=package].support.ServiceTest;
import [=package].support.TestEnvironment;
import [=package].support.TestIssuer;
import com.nimbusds.jose.JWSAlgorithm;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@ServiceTest
class SecurityTest {

  private static final TestIssuer ISSUER = TestEnvironment.ISSUER;
  private static final String READER = "[=service.name]-read";
[#if project.readable?has_content]
  private static final String WRITER = "[=service.name]-write";
[/#if]

  @Value("${local.server.port}")
  int port;

  @Test
  void aTokenWithTheRoleIsLetIn() {
    assertThat(status(ISSUER.token(READER))).isEqualTo([=project.probe.status?c]);
  }

  @Test
  void aTokenWithARoleThatHoldsItIsLetIn() {
    assertThat(status(ISSUER.token("[=service.name]-admin"))).isEqualTo([=project.probe.status?c]);
  }

  @Test
  void withoutATokenNobodyIsLetIn() {
    Rest.Reply reply = new Rest(port, "").get("[=project.probe.path]");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.<String>json("$.title")).isEqualTo("Unauthorized");
  }
[#list project.readable as path]

  @Test
  void readingTakesTheRoleToRead() {
    Rest.Reply reply = new Rest(port, ISSUER.token(WRITER)).get("[=path]");

    assertThat(reply.status()).isEqualTo(403);
  }
[/#list]
[#list project.deletable as path]

  @Test
  void changingTakesTheRoleToWrite() {
    String path = "[=path]";

    Rest.Reply reply = new Rest(port, ISSUER.token(READER)).delete(path);

    assertThat(reply.status()).isEqualTo(403);
  }
[/#list]

  @Test
  void aPathThatIsNotSafeIsAMistakeOfTheCaller() {
    Rest.Reply reply = new Rest(port, ISSUER.token(READER)).get("[=project.probe.path]%3Bx");

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
    return new Rest(port, token).get("[=project.probe.path]").status();
  }
}
