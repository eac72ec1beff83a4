package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.datasource.url=jdbc:h2:mem:running;DB_CLOSE_DELAY=-1")
class RunningShopTest {

  @Autowired private TestRestTemplate http;

  @Test
  void servesTheFeed() {
    String csv = http.getForObject("/feeds/products", String.class);
    assertThat(csv).startsWith("sku;name;price;currency\n").contains("TENT-2;Tent for two;249.00");
  }

  @Test
  void tellsOfStock() {
    assertThat(http.getForObject("/api/stock/available/TENT-2", String.class))
        .isEqualTo("{\"available\":26}");
    assertThat(http.getForObject("/api/stock?warehouse=LE&low=false", String.class))
        .contains("Leipzig");
    assertThat(http.getForObject("/api/customers/1/payment-methods", String.class))
        .contains("card ending in 4242");
  }
}
