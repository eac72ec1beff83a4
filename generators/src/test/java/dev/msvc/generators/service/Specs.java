package dev.msvc.generators.service;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.yaml.ServiceDocument;
import java.util.Map;
import java.util.Set;

/** Services whose contracts real tools read. */
final class Specs {
  static final String ORDERS =
      """
      Order:
        fields:
          number: {type: string, max: 20}
          size: [SMALL, MIDDLE, LARGE]
          total: money
          lines: list(OrderLine)
          rate: optional decimal(5,2)
          by: Payment
        entities: {OrderLine: {fields: {product: uuid, from: time, until: date}}}
        commands: {pay: {fields: {note: optional text}, sets: {size: LARGE}, emits: OrderPaid}}
        events: {OrderPaid: {fields: {at: instant}}}
      """;

  static final String VALUES =
      """
      Payment: {abstract: true, fields: {day: date}}
      Card: {extends: Payment, fields: {token: string}}
      Invoice: {extends: Payment}
      """;

  /** Each name is one that protobuf, its Java or buf has a use for. */
  static final String HOSTILE =
      """
      OrderABC:
        id: string
        description: "Says \\"hi\\" */ \\u2028 option java_package = \\"evil\\";\\n} message Evil {\\n[=x] ${x} \\\\"
        fields:
          option: string
          message: text
          rpc: {type: string, pattern: "a|\\"b\\\\\\\\c\\"|[x\\\\]\\\\d]", description: "the \\"rpc\\"\\n;}"}
          repeated: list(string)
          repeatedCount: int
          oneof: map(bytes)
          oneofMap: string
          reserved: boolean
          descriptor: string
          serializedSize: int
          defaultInstance: string
          unknownFields: list(string)
          vatID: string
          x1Y2z: string
          amount: money
          amountBuilder: string
          syntax: double
          to: {type: long, min: -5}
          max: {type: "decimal(5,5)", min: 0, max: 0.5}
          string: date
          int32: time
          google: instant
          buf: Google
          pick: list(Shape)
          letters: list(Message)
          kind: [NEW, inProgress, Unspecified, A__B, C_]
          kindValue: int
          monies: map(money)
          uuids: map(uuid)
          exact: {type: string, min: 3, max: 3}
          mail: {type: optional string, format: email}
        entities: {Message: {fields: {id2: string}}}
        commands: {doIt: {}, payNow: {fields: {how: [A, B], request: string}}}
      Values: {id: long, fields: {events: string}}
      Events: {fields: {on: boolean}, operations: [get], events: {Done: {}}}
      Version: {fields: {a: string}}
      Silent: {fields: {a: string}, operations: []}
      """;

  static final String HOSTILE_VALUES =
      """
      Google: {fields: {google: string, protobuf: text}}
      Shape: {abstract: true, fields: {name: string, fill: [RED, BLUE]}}
      Circle: {extends: Shape, fields: {r: double}}
      Object1: {extends: Shape, fields: {any: Google}}
      """;

  private static final Map<String, String> ALL =
      Map.of(
          "minimal", text("com.acme.orders", "Order: {fields: {number: string}}", ""),
          "full", text("orders", ORDERS, VALUES),
          "hostile", text("com.acme.google.buf_.message", HOSTILE, HOSTILE_VALUES));

  private Specs() {}

  static String text(String name) {
    return java.util.Objects.requireNonNull(ALL.get(name));
  }

  static String text(String packageName, String aggregates, String values) {
    return "name: orders\npackage: %s\naggregates:\n%s%s"
        .formatted(
            packageName,
            aggregates.indent(2),
            values.isEmpty() ? "" : "values:\n" + values.indent(2));
  }

  static Blueprint blueprint(String text, Organisation organisation) {
    return blueprint(text, organisation, Map.of());
  }

  static Blueprint blueprint(String text, Organisation organisation, Map<String, String> kept) {
    return new Blueprint(
        ServiceDocument.read("service.yaml", text, organisation).get(0),
        organisation,
        Templates.BUNDLED,
        kept,
        Set.of());
  }
}
