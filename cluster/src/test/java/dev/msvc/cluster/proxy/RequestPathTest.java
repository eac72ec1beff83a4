package dev.msvc.cluster.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {
  @ParameterizedTest
  @CsvSource({
    "/orders/1,                     /orders/1",
    "/orders?x=/../admin,           /orders",
    "/orders#x,                     /orders",
    "//orders,                      /orders",
    "/./orders,                     /orders",
    "/orders/./1,                   /orders/1",
    "/orders/../admin,              /admin",
    "/orders/..,                    /",
    "/orders/1/..,                  /orders/",
    "/../../orders,                 /orders",
    "/%6Frders/1,                   /orders/1",
    "/orders%2F1,                   /orders/1",
    "/orders%2f..%2Fadmin,          /admin",
    "/orders/%2e%2E/admin,          /admin",
    "/orders/%252e%252e/admin,      /orders/%2e%2e/admin",
    "/orders;jsessionid=1/2,        /orders/2",
    "/orders/..;x=y/admin,          /admin",
    "/orders\\..\\admin,            /admin",
    "/orders/,                      /orders/",
    "/orders//,                     /orders/",
    "/caf%C3%A9,                    /café",
    "http://shop.test/orders?a=b,   /orders",
    "http://shop.test,              /",
  })
  void rulesSeeWhatOriginsMakeOfAPath(String target, String path) {
    assertThat(RequestPath.of(target)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"*", "/orders/%", "/orders/%4", "/orders/%zz", "/%00orders", "/%ff", "orders"})
  void noRuleIsForWhatCannotBeRead(String target) {
    assertThat(RequestPath.of(target)).isNull();
  }

  @Test
  void aSchemeInAQueryIsNoScheme() {
    assertThat(RequestPath.originForm("/go?to=http://a.test/b"))
        .isEqualTo("/go?to=http://a.test/b");
  }
}
