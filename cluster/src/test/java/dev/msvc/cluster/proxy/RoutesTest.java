package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.shift.Match;
import dev.msvc.model.shift.Rule;
import dev.msvc.model.shift.Selector;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static final Routes ROUTES =
      new Routes(
          List.of(
              rule("canary", "/orders", false, Set.of(), Selector.header("x-canary", "yes")),
              rule("cohort", "/orders", false, Set.of(), cookie("tenant", "a", "b")),
              rule("list", "/orders", true, Set.of("GET"), null),
              rule("below", "/orders/open", false, Set.of("GET", "HEAD"), null)),
          Optional.of(new StickyKey(Selector.In.COOKIE, "session")));

  private static Rule rule(
      String id, String path, boolean exact, Set<String> methods, Selector selector) {
    return new Rule(
        id,
        new Match(path, exact, new TreeSet<>(methods), Optional.ofNullable(selector)),
        Rule.Kind.CANARY);
  }

  private static Selector cookie(String name, String... values) {
    return Selector.of(Selector.In.COOKIE, name, List.of(values));
  }

  private static MultiMap headers(String... pairs) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < pairs.length; i += 2) {
      headers.add(pairs[i], pairs[i + 1]);
    }
    return headers;
  }

  @Test
  void theFirstRuleThatFitsDecides() {
    assertThat(ROUTES.first("GET", "/orders", headers("X-Canary", "yes", "cookie", "tenant=a")))
        .isZero();
    assertThat(ROUTES.first("GET", "/orders", headers("cookie", "x=y; tenant=b"))).isEqualTo(1);
    assertThat(ROUTES.first("GET", "/orders", headers("cookie", "tenant=c"))).isEqualTo(2);
    assertThat(ROUTES.first("HEAD", "/orders/open/1", headers())).isEqualTo(3);
  }

  @Test
  void whatNoneFitsHasNone() {
    assertThat(ROUTES.first("POST", "/orders", headers())).isEqualTo(Routes.NONE);
    assertThat(ROUTES.first("GET", "/orders-old", headers("x-canary", "yes")))
        .isEqualTo(Routes.NONE);
    assertThat(ROUTES.first("GET", "/orders/../admin", headers("x-canary", "yes")))
        .isEqualTo(Routes.NONE);
  }

  @Test
  void aCookieIsFoundInSeveralHeadersAndQuotes() {
    MultiMap headers = headers("cookie", "a=1", "cookie", "b=2; tenant=\"a\"");

    assertThat(ROUTES.first("GET", "/orders", headers)).isEqualTo(1);
  }

  @Test
  void nobodyIsKnownWhoDoesNotSayWhoTheyAre() {
    assertThat(ROUTES.client(headers("cookie", "session=me"))).hasValue(StickyKey.hash("me"));
    assertThat(ROUTES.client(headers("cookie", "session="))).isEmpty();
    assertThat(ROUTES.client(headers())).isEmpty();
  }
}
