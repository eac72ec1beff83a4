package dev.msvc.generators.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.yaml.ServiceDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProtoGeneratorTest {
  @Test
  void aContractComesWithWhatItImportsAndItsNumbers() {
    assertThat(files("{number: string}", "", Map.of()))
        .extracting(PlannedFile::path)
        .containsExactlyInAnyOrder(
            "buf.yaml",
            "proto.lock",
            "src/main/proto/acme/orders/v1/order.proto",
            "src/main/proto/acme/orders/v1/order_service.proto",
            "src/main/proto-vendor/buf/validate/validate.proto",
            "src/main/proto-vendor/google/api/annotations.proto",
            "src/main/proto-vendor/google/api/http.proto",
            "src/main/proto-vendor/google/type/date.proto",
            "src/main/proto-vendor/google/type/decimal.proto",
            "src/main/proto-vendor/google/type/money.proto",
            "src/main/proto-vendor/google/type/timeofday.proto");
  }

  @Test
  void anAggregateIsWrittenAsAPersonWould() {
    assertThat(
            text(
                files("{number: {type: string, max: 20}, size: [S, L]}", "", Map.of()),
                "order.proto"))
        .isEqualTo(
            """
            // made by msvc; this file is yours: edit it, and the next run merges
            syntax = "proto3";

            package acme.orders.v1;

            import "buf/validate/validate.proto";

            option java_outer_classname = "OrderProto";
            option java_package = "com.acme.orders.v1";

            enum OrderSize {
              ORDER_SIZE_UNSPECIFIED = 0;
              ORDER_SIZE_S = 1;
              ORDER_SIZE_L = 2;
            }

            message Order {
              string id = 1;
              // Grows with every change; sent back, it refuses a change of what somebody else has changed.
              int64 version = 2;
              string number = 3;
              OrderSize size = 4;
            }

            // What a caller says of it, when it is created or updated.
            message OrderDetails {
              string number = 1 [(buf.validate.field).string = {
                min_len: 1
                max_len: 20
              }];
              OrderSize size = 2 [(buf.validate.field).enum = {
                defined_only: true
                not_in: 0
              }];
            }
            """);
  }

  @Test
  void numbersAreKept() {
    String lock = text(files("{a: string, b: int}", "", Map.of()), "proto.lock");

    assertThat(text(files("{b: int}", "", Map.of("proto.lock", lock)), "order.proto"))
        .contains(
            """
            message Order {
              reserved 3; // a: string
              reserved "a";
              string id = 1;
            """)
        .contains("  int32 b = 4;\n");
  }

  @Test
  void textsOfUsersStayTexts() {
    String order =
        text(
            files(
                "{code: {type: string, pattern: 'a\"]; b\\d', description: \"x\\n; } */ \\u2028 y\"}}",
                "description: \"one\\n} message Evil { [=service.name] ${x}\"",
                Map.of()),
            "order.proto");

    assertThat(order)
        .contains("\n// one\n// } message Evil { [=service.name] ${x}\nmessage Order {")
        .contains("\n  // x\n  // ; } */   y\n  string code = 3;")
        .contains(".string.pattern = \"^a\\\"]; b\\\\d$\"];");
  }

  private static List<PlannedFile> files(String fields, String more, Map<String, String> kept) {
    String text =
        """
        name: orders
        package: com.acme.orders
        aggregates:
          Order:
            fields: %s
            %s
        """
            .formatted(fields, more);
    return new ProtoGenerator()
        .files(
            new Blueprint(
                ServiceDocument.read("service.yaml", text, Organisation.DEFAULT).get(0),
                Organisation.DEFAULT,
                Templates.BUNDLED,
                kept,
                Set.of()));
  }

  private static String text(List<PlannedFile> files, String name) {
    return files.stream()
        .filter(each -> each.path().endsWith("/" + name) || each.path().equals(name))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
