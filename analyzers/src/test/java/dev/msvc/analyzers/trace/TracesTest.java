package dev.msvc.analyzers.trace;

import static dev.msvc.analyzers.trace.Fixture.common;
import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.CallTraffic;
import dev.msvc.model.ContextMap;
import dev.msvc.model.Load;
import dev.msvc.model.TableTraffic;
import dev.msvc.model.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces as three exporters write them, beside a small shop. */
class TracesTest {
  /** A request to an order, the service below it, that of another context, and its statement. */
  private static final String OPEN_TELEMETRY =
      """
      {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeSpans":[{"spans":[\
      {"traceId":"t1","spanId":"a","name":"GET /orders/{id}","kind":2,"startTimeUnixNano":"1795683600000000000","endTimeUnixNano":"1795683600030000000",\
      "attributes":[{"key":"http.request.method","value":{"stringValue":"GET"}},{"key":"http.route","value":{"stringValue":"/orders/{orderId}"}},{"key":"http.response.status_code","value":{"intValue":"500"}}]},\
      {"traceId":"t1","spanId":"b","parentSpanId":"a","name":"one","kind":1,"attributes":[{"key":"code.function.name","value":{"stringValue":"shop.order.OrderService$$SpringCGLIB$$0.one"}}]},\
      {"traceId":"t1","spanId":"c","parentSpanId":"b","name":"name","kind":"SPAN_KIND_INTERNAL","attributes":[{"key":"code.namespace","value":{"stringValue":"shop.item.ItemService"}},{"key":"code.function","value":{"stringValue":"name"}}]},\
      {"traceId":"t1","spanId":"d","parentSpanId":"c","name":"select","kind":3,"attributes":[{"key":"db.query.text","value":{"stringValue":"SELECT name FROM items WHERE id = ?"}}]}\
      ]}]}]}
      """;

  private static final CallTraffic WITHIN =
      new CallTraffic(
          "GET /orders/{id}", "shop.order.OrderController", "shop.order.OrderService", 1);
  private static final CallTraffic ACROSS =
      new CallTraffic("GET /orders/{id}", "shop.order.OrderService", "shop.item.ItemService", 1);
  private static final TableTraffic READ =
      new TableTraffic("GET /orders/{id}", "shop.item.ItemService", "items", 1, 0);

  @TempDir private Path folder;
  private Fixture shop;

  @BeforeEach
  void system() throws IOException {
    shop = new Fixture(folder);
  }

  @Test
  void spansOfOpenTelemetryShowWhoCallsWhom() throws IOException {
    shop.file("a.jsonl", OPEN_TELEMETRY);

    Traffic traffic = shop.traffic();

    assertThat(Fixture.volumes(traffic)).containsExactly("GET /orders/{id} 1");
    assertThat(Fixture.entry(traffic, "GET /orders/{id}").errors()).isEqualTo(1);
    assertThat(Fixture.entry(traffic, "GET /orders/{id}").p95()).isBetween(29_700L, 30_300L);
    assertThat(traffic.calls()).containsExactlyInAnyOrder(WITHIN, ACROSS);
    assertThat(traffic.tables()).containsExactly(READ);
    assertThat(traffic.services()).extracting("name").containsExactly("shop");
    assertThat(traffic.unread()).isEmpty();
  }

  @Test
  void jaegerShowsTheSameWithTheNamesOfBefore() throws IOException {
    shop.file(
        "jaeger.json",
        """
        {"data":[{"traceID":"t1","spans":[
          {"traceID":"t1","spanID":"a","operationName":"GET","references":[],"startTime":1795683600000000,"duration":30000,"processID":"p1",
           "tags":[{"key":"span.kind","type":"string","value":"server"},{"key":"http.method","value":"GET"},
                   {"key":"http.target","value":"/orders/17?user=alice"},{"key":"http.status_code","type":"int64","value":500}]},
          {"traceID":"t1","spanID":"b","references":[{"refType":"CHILD_OF","traceID":"t1","spanID":"a"}],"processID":"p1","operationName":"x",
           "tags":[{"key":"code.namespace","value":"shop.order.OrderService"},{"key":"code.function","value":"one"}]},
          {"traceID":"t1","spanID":"c","references":[{"refType":"CHILD_OF","traceID":"t1","spanID":"b"}],"processID":"p1","operationName":"x",
           "tags":[{"key":"code.namespace","value":"shop.item.ItemService$1"},{"key":"code.function","value":"name"}]},
          {"traceID":"t1","spanID":"d","references":[{"refType":"CHILD_OF","traceID":"t1","spanID":"c"}],"processID":"p1","operationName":"x",
           "tags":[{"key":"db.statement","value":"select name from items where id = 17"}]}],
         "processes":{"p1":{"serviceName":"shop","tags":[]}}}]}
        """);

    Traffic traffic = shop.traffic();

    assertThat(traffic.calls()).containsExactlyInAnyOrder(WITHIN, ACROSS);
    assertThat(traffic.tables()).containsExactly(READ);
    assertThat(traffic.services()).extracting("name").containsExactly("shop");
    assertThat(Fixture.entry(traffic, "GET /orders/{id}").errors()).isEqualTo(1);
    assertThat(traffic.toString()).doesNotContain("alice", "/17", "= 17");
  }

  @Test
  void zipkinsServersMayHaveTheIdOfTheirClient() throws IOException {
    shop.file(
        "zipkin.json",
        """
        [[{"traceId":"t1","id":"a","kind":"CLIENT","name":"get","timestamp":1795683600000000,"duration":40000,"localEndpoint":{"serviceName":"web"}},
        {"traceId":"t1","id":"a","kind":"SERVER","shared":true,"name":"get /orders/{id}","timestamp":1795683600000000,"duration":30000,
         "localEndpoint":{"serviceName":"shop"},"tags":{"http.method":"GET","http.path":"/orders/5","error":"500"}},
        {"traceId":"t1","id":"d","parentId":"a","kind":"CLIENT","name":"query","tags":{"sql.query":"select name from items"},"localEndpoint":{"serviceName":"shop"}}]]
        """);

    Traffic traffic = shop.traffic();

    assertThat(Fixture.volumes(traffic)).containsExactly("GET /orders/{id} 1");
    assertThat(traffic.tables())
        .containsExactly(
            new TableTraffic("GET /orders/{id}", "shop.order.OrderController", "items", 1, 0));
    assertThat(traffic.summary().duplicates()).isZero();
    assertThat(traffic.services()).extracting("name").containsExactly("shop", "web");
  }

  @Test
  void messagesAndJobsAreServedByTheirHandlers() throws IOException {
    shop.file(
        "a.json",
        """
        {"resourceSpans":[{"scopeSpans":[{"spans":[
         {"traceId":"t","spanId":"a","kind":5,"name":"payments process","attributes":[{"key":"messaging.destination.name","value":{"stringValue":"payments"}}]},
         {"traceId":"t","spanId":"b","kind":5,"name":"x process","attributes":[{"key":"messaging.destination","value":{"stringValue":"returns"}}]},
         {"traceId":"u","spanId":"c","kind":1,"name":"OrderService.cleanUp","attributes":[{"key":"code.namespace","value":{"stringValue":"shop.order.OrderService"}},{"key":"code.function","value":{"stringValue":"cleanUp"}}]}
        ]}]}]}
        """);

    assertThat(shop.volumes())
        .containsExactlyInAnyOrder(
            "schedule shop.order.OrderService.cleanUp 1",
            "listener shop.order.OrderService.paid 1");
    assertThat(shop.traffic().unmatched()).extracting("what").containsExactly("returns");
  }

  @Test
  void whatIsNotOfThisCodeIsListed() throws IOException {
    shop.file(
        "a.json",
        """
        {"resourceSpans":[{"scopeSpans":[{"spans":[
         {"traceId":"t","spanId":"a","kind":2,"name":"GET","attributes":[{"key":"http.method","value":{"stringValue":"GET"}},{"key":"url.path","value":{"stringValue":"/health"}}]},
         {"traceId":"t","spanId":"b","parentSpanId":"a","kind":1,"attributes":[{"key":"code.namespace","value":{"stringValue":"org.lib.Base"}},{"key":"code.function","value":{"stringValue":"x"}}]},
         {"traceId":"t","spanId":"c","parentSpanId":"a","kind":3,"attributes":[{"key":"db.statement","value":{"stringValue":"select 1"}}]},
         {"traceId":"t","spanId":"d","parentSpanId":"a","kind":3,"attributes":[{"key":"db.sql.table","value":{"stringValue":"secrets"}},{"key":"db.operation","value":{"stringValue":"SELECT"}}]},
         {"traceId":"t","spanId":"e","parentSpanId":"a","kind":3,"attributes":[{"key":"http.request.method","value":{"stringValue":"GET"}},{"key":"url.full","value":{"stringValue":"http://other/orders"}}]}
        ]}]}]}
        """);

    Traffic traffic = shop.traffic();

    assertThat(traffic.unmatched())
        .extracting(each -> each.kind() + " " + each.what())
        .containsExactly(
            "REQUEST GET /health", "CLASS org.lib.Base", "TABLE secrets", "STATEMENT select");
    assertThat(traffic.entries()).isEmpty();
    assertThat(traffic.calls()).isEmpty();
  }

  @Test
  void badSpansSpoilNothing() throws IOException {
    shop.file(
        "a.jsonl",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"t\",\"spanId\":\"x\"\n"
            + OPEN_TELEMETRY
            + OPEN_TELEMETRY
            + "{\"resourceSpans\": nonsense }\n"
            + """
              {"resourceSpans":[{"scopeSpans":[{"spans":[\
              {"traceId":"t2","spanId":"p","parentSpanId":"q","attributes":[{"key":"code.function.name","value":{"stringValue":"shop.item.ItemService.name"}}]},\
              {"traceId":"t2","spanId":"q","parentSpanId":"p","attributes":[]},\
              {"traceId":"t2","spanId":"r","parentSpanId":"gone","attributes":[]},\
              {"traceId":"t2","spanId":"s","kind":2,"startTimeUnixNano":"1795683600000000000","endTimeUnixNano":"1795683500000000000","attributes":[{"key":"http.route","value":{"stringValue":"/orders"}},{"key":"http.method","value":{"stringValue":"GET"}}]},\
              {"name":"no ids"}, 7, null, "text", {"traceId":{},"spanId":[]}]}]}]}
              """
            + "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"t9");

    Traffic traffic = shop.traffic();

    assertThat(Fixture.volumes(traffic)).containsExactly("GET /orders 1", "GET /orders/{id} 1");
    assertThat(traffic.summary().duplicates()).isEqualTo(4);
    assertThat(traffic.summary().cyclic()).isEqualTo(2);
    assertThat(traffic.summary().orphans()).isEqualTo(1);
    assertThat(traffic.summary().skewed()).isEqualTo(1);
    assertThat(Fixture.entry(traffic, "GET /orders").timed()).isZero();
    assertThat(shop.unread())
        .contains(
            "traces/a.jsonl:1 JSON that ends early",
            "traces/a.jsonl:4 no JSON",
            "traces/a.jsonl:6 JSON that ends early");
  }

  @Test
  void deepJsonEndsNothing() throws IOException {
    shop.file("a.jsonl", "{\"a\":".repeat(5_000) + "\n" + OPEN_TELEMETRY);

    assertThat(shop.volumes()).containsExactly("GET /orders/{id} 1");
    assertThat(shop.unread()).containsExactly("traces/a.jsonl:1 JSON that is too deep or too long");
  }

  @Test
  void volumesAreThoseOfAccessLogsAndTracesAreScaledUp() throws IOException {
    shop.file("a.jsonl", OPEN_TELEMETRY);
    shop.file("access.log", common("GET /orders/17", 200).repeat(40));

    ContextMap map = new ContextMap(shop.analysis());
    Traffic traffic = map.analysis().traffic();
    Load load = Loads.of(map);

    assertThat(traffic.summary().source()).isEqualTo("access logs");
    assertThat(Fixture.volumes(traffic)).containsExactly("GET /orders/{id} 40");
    assertThat(traffic.scaled("GET /orders/{id}", 1)).isEqualTo(40);
    String order = map.contextOf("shop.order.OrderController");
    String item = map.contextOf("shop.item.ItemService");
    if (!order.equals(item)) {
      assertThat(load.edges()).contains(new Load.Edge(order, item, 1, 0, 0, 40));
    }
    Load.ContextLoad its = load.of(order);
    assertThat(its).isNotNull();
  }

  @Test
  void spansAreTakenUpToAMost() throws IOException {
    shop.file("a.jsonl", OPEN_TELEMETRY);

    Traffic some =
        TrafficReader.read(java.util.List.of(folder.resolve("traces")), shop.analysis().facts(), 2);

    assertThat(Fixture.volumes(some)).containsExactly("GET /orders/{id} 1");
    assertThat(some.calls()).containsExactly(WITHIN);
    assertThat(some.summary().notes())
        .containsExactly("who calls whom is that of the first 2 spans: give fewer at a time");
  }
}
