package dev.msvc.analyzers.trace;

import static dev.msvc.analyzers.trace.Fixture.common;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.analyzers.Inputs;
import dev.msvc.analyzers.Monolith;
import dev.msvc.analyzers.Progress;
import dev.msvc.model.EntryTraffic;
import dev.msvc.model.Traffic;
import dev.msvc.model.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access logs in the formats that servers write, beside a small shop. */
class AccessLogsTest {
  @TempDir private Path folder;
  private Fixture shop;

  @BeforeEach
  void system() throws IOException {
    shop = new Fixture(folder);
  }

  @Test
  void commonAndCombinedLinesAreRequestsOfEntryPoints() throws IOException {
    shop.file(
        "access.log",
        common("GET /orders/17?user=alice", 200)
            + common("GET /orders/18", 500)
            + common("GET /items/new", 200)
            + common("HEAD /orders", 200)
            + "::1 - - [26/Nov/2026:09:00:05 +0100] \"GET http://x/items/3;jsessionid=A HTTP/1.1\""
            + " 404 - \"http://a/?q=1\" \"Agent \\\"quoted\\\" 1.0\"\n");

    Traffic traffic = shop.traffic();

    assertThat(Fixture.volumes(traffic))
        .containsExactly(
            "GET /orders/{id} 2", "GET /items/new 1", "GET /items/{id} 1", "GET /orders 1");
    assertThat(Fixture.entry(traffic, "GET /orders/{id}").errors()).isEqualTo(1);
    assertThat(Fixture.entry(traffic, "GET /items/{id}").errors()).isZero();
    assertThat(traffic.summary().from()).isEqualTo(1_795_680_000_000L);
    assertThat(traffic.summary().to()).isEqualTo(1_795_680_005_000L);
    assertThat(traffic.callsPerEntry()).containsEntry("GET /orders/{id}", 2L);
  }

  @Test
  void durationsHaveTheUnitThatTheLogTells() throws IOException {
    shop.file("nginx.log", common("GET /orders", 200).strip() + " \"-\" \"agent\" \"-\" 0.250\n");
    shop.file("tomcat.log", common("GET /items/1", 200).strip() + " 40\n");
    shop.file("httpd.log", common("GET /items/new", 200).strip() + " 40000\n");

    Traffic traffic = shop.traffic();

    assertThat(Fixture.entry(traffic, "GET /orders").p50()).isBetween(247_000L, 253_000L);
    assertThat(Fixture.entry(traffic, "GET /items/{id}").p50()).isBetween(39_600L, 40_400L);
    assertThat(Fixture.entry(traffic, "GET /items/new").p50()).isBetween(39_600L, 40_400L);
    assertThat(traffic.summary().notes())
        .contains(
            "durations of traces/tomcat.log were taken as milliseconds",
            "durations of traces/httpd.log were taken as microseconds");
  }

  @Test
  void logsThatAreJsonAreReadByTheNamesOfManyWriters() throws IOException {
    shop.file(
        "spring.json",
        """
        {"@timestamp":"2026-11-26T08:00:00.000Z","method":"GET","path":"/orders/1","status":200,"user":"alice"}
        {"http":{"request":{"method":"GET"},"response":{"status_code":503}},"url":{"path":"/orders/2"},"trace":{"id":"x"}}
        {"request":"POST /orders HTTP/1.1","status":"201","request_time":"0.010","remote_addr":"192.0.2.1"}
        {"request":{"method":"GET","uri":"/items/9?x=1","host":"h"},"status":200,"duration":0.5}
        {"RequestMethod":"GET","RequestPath":"/items/new","DownstreamStatus":200,"Duration":20000000}
        {"log":"192.0.2.7 - - [26/Nov/2026:09:00:00 +0100] \\"GET /orders HTTP/1.1\\" 200 5\\n","stream":"stdout"}
        {"level":"INFO","message":"started"}
        """);

    assertThat(shop.volumes())
        .containsExactly(
            "GET /orders/{id} 2",
            "GET /items/new 1",
            "GET /items/{id} 1",
            "GET /orders 1",
            "POST /orders 1");
    EntryTraffic proxied = Fixture.entry(shop.traffic(), "GET /items/new");
    assertThat(proxied.p50()).isBetween(19_800L, 20_200L);
    assertThat(shop.unread())
        .containsExactly(
            "traces/spring.json:7 JSON that is no span and no request of a known format");
  }

  @Test
  void columnsThatTheLogNamesAreRead() throws IOException {
    shop.file(
        "extended.log",
        """
        #Version: 1.0
        #Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status time-taken
        2026-11-26 08:00:00 192.0.2.7 GET /orders/3 a=b 200 0.015
        """);

    assertThat(shop.volumes()).containsExactly("GET /orders/{id} 1");
  }

  @Test
  void gzipIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = Fixture.gzip(common("GET /orders", 200).repeat(20_000));
    shop.file("a.log.gz", whole);
    shop.file("b.log.gz", Arrays.copyOf(whole, whole.length / 2));

    assertThat(Fixture.entry(shop.traffic(), "GET /orders").requests())
        .isGreaterThan(20_000)
        .isLessThan(40_000);
    assertThat(shop.unread())
        .containsExactly(
            "traces/b.log.gz:0 compressed, and ends early or is damaged: what is before that was"
                + " read");
  }

  @Test
  void whatStandsInFrontOfAllPathsIsFound() throws IOException {
    shop.file(
        "access.log",
        common("GET /shop/orders/1", 200)
            + common("GET /shop/items/2", 200)
            + common("GET /shop/about", 200)
            + common("GET /shop/a.css", 200));

    Traffic traffic = shop.traffic();

    assertThat(traffic.summary().prefixes()).containsExactly("/shop");
    assertThat(traffic.summary().matched()).isEqualTo(2);
    assertThat(traffic.summary().requests()).isEqualTo(3);
    assertThat(traffic.summary().assets()).isEqualTo(1);
    assertThat(traffic.unmatched()).extracting("what").containsExactly("GET /shop/about");
  }

  @Test
  void onePathThatFitsByChanceMakesNoPrefix() throws IOException {
    shop.file(
        "access.log", common("GET /blog/orders", 200) + common("GET /orders/1", 200).repeat(3));

    Traffic traffic = shop.traffic();

    assertThat(traffic.summary().prefixes()).isEmpty();
    assertThat(traffic.unmatched()).extracting("what").containsExactly("GET /blog/orders");
  }

  @Test
  void nothingOfAUserIsKept() throws IOException {
    shop.file(
        "access.log",
        common("GET /orders/17?token=s3cret", 200)
            + common("GET /users/alice/mails/bob@example.org", 200)
            + common("GET /items/new?name=alice", 200));

    String all = shop.analysis().traffic().toString();

    assertThat(all).contains("GET /users/*/*/*");
    assertThat(all).doesNotContain("alice", "bob", "s3cret", "192.0.2.7", "token");
  }

  @Test
  void pathsThatManyDifferentWordsFollowAreOne() throws IOException {
    StringBuilder log = new StringBuilder();
    for (char a = 'a'; a <= 'z'; a++) {
      log.append(common("GET /" + a + "ame", 200));
    }
    shop.file("access.log", log.toString());

    assertThat(shop.traffic().unmatched()).extracting("what").containsExactly("GET /*");
  }

  @Test
  void linesOfOtherFormatsAreNamedWithTheirPlace() throws IOException {
    shop.file(
        "app.log",
        "2026-11-26 09:00:00 INFO started\n"
            + common("GET /orders", 200)
            + "\u0016\u0003\n"
            + "192.0.2.7 - - [x] \"GET\" 400 0\n"
            + "noise\n".repeat(10)
            + "x".repeat(200_000)
            + "\n"
            + common("GET /orders", 200));

    assertThat(shop.volumes()).containsExactly("GET /orders 2");
    assertThat(shop.unread())
        .containsExactly(
            "traces/app.log:0 14 times: no line of an access log of a known format (the first are"
                + " listed)",
            "traces/app.log:1 no line of an access log of a known format",
            "traces/app.log:3 no line of an access log of a known format",
            "traces/app.log:4 no line of an access log of a known format",
            "traces/app.log:5 no line of an access log of a known format",
            "traces/app.log:6 no line of an access log of a known format");
  }

  @Test
  void otherFilesAreNamed() throws IOException {
    shop.file("a.pb", new byte[] {0x0A, 0x7F, 0x0A, 0x02, 0x12, 0x00});
    shop.file("b.zip", new byte[] {'P', 'K', 3, 4, 0, 0});
    shop.file("c.xml", "<traces/>");
    shop.file("d.log", "");
    shop.file("e.json", "{\"resourceMetrics\":[]}");

    assertThat(shop.unread())
        .containsExactly(
            "traces/a.pb:0 binary, as OpenTelemetry's protobuf is: let it be exported as JSON",
            "traces/b.zip:0 a zip file: give what is in it",
            "traces/c.xml:0 XML: give traces as JSON, or an access log",
            "traces/d.log:0 empty",
            "traces/e.json:1 metrics or logs of OpenTelemetry: give its traces");
    assertThat(shop.traffic().isEmpty()).isTrue();
    assertThat(shop.traffic().isGiven()).isTrue();
  }

  @Test
  void aFileThatIsNotThereIsTheUsersToMend() {
    Inputs inputs = Inputs.NONE.withTraces(List.of(folder.resolve("none.log")));

    assertThatThrownBy(() -> Monolith.analyze(folder.resolve("code"), inputs, Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.log");
  }

  @Test
  void withoutTracesThereIsNothing() {
    assertThat(Monolith.analyze(folder.resolve("code"), Progress.NONE).traffic())
        .isEqualTo(Traffic.NONE);
  }
}
