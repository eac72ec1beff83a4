package dev.msvc.analyzers.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static Routes routes(String... ids) {
    List<EntryPoint> entries = new ArrayList<>();
    for (String each : ids) {
      String[] words = each.split(" ", 2);
      entries.add(
          new EntryPoint(
              each,
              EntryPointKind.HTTP,
              words[0],
              words[1],
              "a.C",
              "m",
              new Place("C.java", 1),
              Certainty.PARSED));
    }
    return new Routes(entries);
  }

  private static String found(Routes routes, String request) {
    String[] words = request.split(" ");
    Routes.Match match = routes.find(words[0], Routes.segments(words[1]));
    return match == null ? "" : match.entries().get(0).id();
  }

  @Test
  void whatIsLiteralGoesFirst() {
    Routes routes = routes("GET /a/{x}/c", "GET /a/b/d", "GET /a/**", "ANY /{x}", "GET /");

    assertThat(found(routes, "GET /a/b/c")).isEqualTo("GET /a/{x}/c");
    assertThat(found(routes, "GET /a/b/d/")).isEqualTo("GET /a/b/d");
    assertThat(found(routes, "GET /a/b/e")).isEqualTo("GET /a/**");
    assertThat(found(routes, "GET /a")).isEqualTo("GET /a/**");
    assertThat(found(routes, "PUT /z")).isEqualTo("ANY /{x}");
    assertThat(found(routes, "GET /")).isEqualTo("GET /");
    assertThat(found(routes, "PUT /a/b/d")).isEmpty();
  }

  @Test
  void variablesMayHavePatternsAndBePartsOfSegments() {
    Routes routes =
        routes(
            "GET /a/{id:[0-9]{2,4}}",
            "GET /a/{name}.json",
            "GET /b/{p: .+}",
            "GET /c/{*all}",
            "ANY *.do");

    assertThat(found(routes, "GET /a/123")).isEqualTo("GET /a/{id:[0-9]{2,4}}");
    assertThat(found(routes, "GET /a/{id}")).isEqualTo("GET /a/{id:[0-9]{2,4}}");
    assertThat(found(routes, "GET /a/x.json")).isEqualTo("GET /a/{name}.json");
    assertThat(found(routes, "GET /a/x")).isEmpty();
    assertThat(found(routes, "GET /b/1/2")).isEqualTo("GET /b/{p: .+}");
    assertThat(found(routes, "GET /c/1/2")).isEqualTo("GET /c/{*all}");
    assertThat(found(routes, "POST /x/y.do")).isEqualTo("ANY *.do");
  }

  @Test
  void headIsServedByGet() {
    assertThat(found(routes("GET /a"), "HEAD /a")).isEqualTo("GET /a");
  }
}
