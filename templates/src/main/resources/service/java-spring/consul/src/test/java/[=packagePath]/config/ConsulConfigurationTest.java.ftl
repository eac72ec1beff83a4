// made by msvc; this file is yours: edit it, and the next run merges
package [=package].config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.autoconfigure.RefreshAutoConfiguration;
import org.springframework.cloud.consul.ConsulAutoConfiguration;
import org.springframework.cloud.consul.config.ConsulConfigAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The configuration of the service, before what answers as Consul's key-value store does. */
class ConsulConfigurationTest {

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    ConsulAutoConfiguration.class,
    ConsulConfigAutoConfiguration.class,
    RefreshAutoConfiguration.class
  })
  static class OnlyConfiguration {}

  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final AtomicLong index = new AtomicLong(1);
  private HttpServer consul;
  private volatile boolean named;

  @BeforeEach
  void start() throws IOException {
    consul = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    consul.createContext("/v1/kv/", this::answer);
    consul.setExecutor(Executors.newCachedThreadPool());
    consul.start();
  }

  @AfterEach
  void stop() {
    consul.stop(0);
  }

  @Test
  void keysComeBeforeTheFileAndCountWhenTheyChange() {
    String logger = "sample.of.consul";
    put("config/[=service.name]/springdoc.swagger-ui.enabled", "true");

    try (ConfigurableApplicationContext context = run(consul.getAddress().getPort())) {
      assertThat(context.getEnvironment().getProperty("springdoc.swagger-ui.enabled"))
          .isEqualTo("true");
      assertThat(named).as("the token was sent").isTrue();
      assertThat(LoggerFactory.getLogger(logger).isTraceEnabled()).isFalse();

      put("config/[=service.name]/logging.level." + logger, "trace");

      assertThat(comesTrue(() -> LoggerFactory.getLogger(logger).isTraceEnabled())).isTrue();
    }
  }

  @Test
  void withoutConsulTheFileCounts() {
    int port = consul.getAddress().getPort();
    consul.stop(0);

    try (ConfigurableApplicationContext context = run(port)) {
      assertThat(context.getEnvironment().getProperty("springdoc.swagger-ui.enabled"))
          .isEqualTo("false");
    }
  }

  private static ConfigurableApplicationContext run(int port) {
    return new SpringApplicationBuilder(OnlyConfiguration.class)
        .web(WebApplicationType.NONE)
        .run(
            "--spring.cloud.consul.enabled=true",
            "--CONSUL_HOST=localhost",
            "--CONSUL_PORT=" + port,
            "--CONSUL_TOKEN=secret",
            "--spring.cloud.consul.config.watch.delay=100",
            "--spring.cloud.consul.config.watch.wait-time=1");
  }

  private void put(String key, String value) {
    keys.put(key, value);
    index.incrementAndGet();
  }

  private void answer(HttpExchange exchange) throws IOException {
    // the newer line of Spring Boot sends it in the header, the older one in the query
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    if ("secret".equals(exchange.getRequestHeaders().getFirst("X-Consul-Token"))
        || query.contains("token=secret")) {
      named = true;
    }
    String prefix = exchange.getRequestURI().getPath().substring("/v1/kv/".length());
    String json =
        keys.entrySet().stream()
            .filter(each -> each.getKey().startsWith(prefix))
            .map(each -> entry(each.getKey(), each.getValue()))
            .collect(Collectors.joining(",", "[", "]"));
    boolean found = !json.equals("[]");
    byte[] body = (found ? json : "").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("X-Consul-Index", String.valueOf(index.get()));
    exchange.getResponseHeaders().set("X-Consul-KnownLeader", "true");
    exchange.getResponseHeaders().set("X-Consul-LastContact", "0");
    exchange.sendResponseHeaders(found ? 200 : 404, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String entry(String key, String value) {
    return """
        {"Key": "%s", "Value": "%s", "Flags": 0, "LockIndex": 0, "CreateIndex": 1, "ModifyIndex": %d}"""
        .formatted(
            key,
            Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)),
            index.get());
  }

  private static boolean comesTrue(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(end)) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }
}
