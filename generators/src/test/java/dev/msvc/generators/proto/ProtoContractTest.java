package dev.msvc.generators.proto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.UserError;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.Unmade;
import dev.msvc.model.yaml.ServiceDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtoContractTest {
  @Test
  void thePackageIsThatOfJavaWithoutItsFirstWord() {
    ProtoContract contract = contract("Order: {fields: {number: string}}");

    assertThat(contract.packageName()).isEqualTo("acme.orders.v1");
    assertThat(contract.javaPackage()).isEqualTo("com.acme.orders.v1");
    assertThat(contract.folder()).isEqualTo("acme/orders/v1");
  }

  @Test
  void anAggregateHasAFileOfMessagesAndAFileOfCalls() {
    ProtoContract contract = contract("Order: {fields: {number: string}}");

    assertThat(contract.files())
        .extracting(ProtoFile::name)
        .containsExactly("order", "order_service");
    assertThat(contract.files().get(1).services().get(0).methods())
        .extracting(ProtoService.Method::name)
        .containsExactly(
            "CreateOrder", "GetOrder", "ListOrders", "StreamOrders", "UpdateOrder", "DeleteOrder");
  }

  @Test
  void whatACommandSetsIsNotSetByCallers() {
    ProtoContract contract =
        contract(
            """
            Order:
              fields: {number: string, status: [NEW, PAID], size: [SMALL, LARGE]}
              commands: {pay: {sets: {status: PAID}}}
            """);

    assertThat(names(contract.message("Order")))
        .containsExactly("id", "version", "number", "status", "size");
    assertThat(names(contract.message("OrderDetails"))).containsExactly("number", "size");
  }

  @Test
  void eachTypeHasItsMessageAndItsRules() {
    ProtoContract contract =
        contract(
            """
            Order:
              fields:
                number: {type: string, max: 20}
                mail: {type: string, format: email}
                code: {type: string, pattern: "A|B"}
                customer: uuid
                count: {type: int, min: 1, max: 10}
                total: money
                due: optional date
                rate: optional decimal(5,2)
                note: optional text
                size: [SMALL, LARGE]
                tags: {type: list(string), max: 5}
            """);

    assertThat(text(contract, "OrderDetails", "number"))
        .isEqualTo(
            "string number = 1 [(buf.validate.field).string = {|  min_len: 1|  max_len: 20|}];");
    assertThat(text(contract, "OrderDetails", "mail")).contains("email: true|  max_len: 255");
    assertThat(text(contract, "OrderDetails", "code"))
        .isEqualTo("string code = 3 [(buf.validate.field).string.pattern = \"^(?:A|B)$\"];");
    assertThat(text(contract, "OrderDetails", "customer"))
        .isEqualTo("string customer = 4 [(buf.validate.field).string.uuid = true];");
    assertThat(text(contract, "OrderDetails", "count"))
        .isEqualTo("int32 count = 5 [(buf.validate.field).int32 = {|  gte: 1|  lte: 10|}];");
    assertThat(text(contract, "OrderDetails", "total"))
        .startsWith("google.type.Money total = 6 [|  (buf.validate.field).required = true,|")
        .contains("this.nanos % 100000 == 0");
    assertThat(text(contract, "OrderDetails", "due"))
        .startsWith("google.type.Date due = 7 [(buf.validate.field).cel = {");
    assertThat(text(contract, "OrderDetails", "rate"))
        .contains("this.value.matches('^-?[0-9]{1,3}([.][0-9]{1,2})?$')");
    assertThat(text(contract, "OrderDetails", "note")).isEqualTo("optional string note = 9;");
    assertThat(text(contract, "OrderDetails", "size"))
        .isEqualTo(
            "OrderSize size = 10 [(buf.validate.field).enum = {|  defined_only: true|  not_in: 0|}];");
    assertThat(text(contract, "OrderDetails", "tags"))
        .isEqualTo(
            "repeated string tags = 11 [(buf.validate.field).repeated = {|  max_items: 5|  items:"
                + " {|    string: {max_len: 255}|  }|}];");
    assertThat(contract.enumeration("OrderSize").values())
        .extracting(ProtoEnum.Value::name)
        .containsExactly("ORDER_SIZE_SMALL", "ORDER_SIZE_LARGE");
  }

  @Test
  void theKindsOfAnAbstractValueAreAChoiceAndHaveItsFields() {
    ProtoContract contract =
        contract(
            """
            Order: {fields: {by: Payment}}
            """,
            """
            Payment: {abstract: true, fields: {day: date}}
            Card: {extends: Payment, fields: {token: string}}
            Invoice: {extends: Payment}
            """);

    assertThat(contract.message("Payment").isChoice()).isTrue();
    assertThat(names(contract.message("Payment"))).containsExactly("card", "invoice");
    assertThat(names(contract.message("Card"))).containsExactly("day", "token");
  }

  @Test
  void aNameThatJavaHasTakenIsAnotherOneInTheMessageAndTheSameInJson() {
    ProtoContract contract =
        contract(
            "Order: {fields: {lines: list(string), linesCount: int, descriptor: int, vatID: int}}");

    assertThat(text(contract, "Order", "linesCount"))
        .isEqualTo("int32 lines_count_field = 4 [json_name = \"linesCount\"];");
    assertThat(text(contract, "Order", "descriptor"))
        .isEqualTo("int32 descriptor_field = 5 [json_name = \"descriptor\"];");
    assertThat(text(contract, "Order", "vatID"))
        .isEqualTo("int32 vat_id = 6 [json_name = \"vatID\"];");
    assertThat(contract.message("Order").field("linesCount").accessor())
        .isEqualTo("LinesCountField");
  }

  @Test
  void wordsOfOthersInThePackageDoNotHideTheirTypes() {
    ServiceSpec service = service("com.acme.google.orders", "Order: {fields: {total: money}}", "");

    ProtoContract contract = ProtoContract.of(service, NumberLock.NONE);

    assertThat(text(contract, "Order", "total")).isEqualTo(".google.type.Money total = 3;");
  }

  @Test
  void twoMessagesOfOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                contract(
                    "Order: {fields: {details: OrderDetails}}",
                    "OrderDetails: {fields: {a: string}}"))
        .isInstanceOf(Unmade.class)
        .hasMessage(
            "the contract would have 'OrderDetails' twice: as what callers say of Order and as a"
                + " value");
  }

  @Test
  void labelsThatProtobufTakesForOneAreRefused() {
    assertThatThrownBy(() -> contract("Order: {fields: {size: [X_1, L, X1]}}"))
        .isInstanceOf(Unmade.class)
        .hasMessageContaining("as 'X_1' of OrderSize and as 'X1' of OrderSize");
  }

  @Test
  void aMessageThatJavaCannotHaveIsRefused() {
    assertThatThrownBy(
            () -> contract("Order: {fields: {by: Builder}}", "Builder: {fields: {a: string}}"))
        .isInstanceOf(Unmade.class)
        .hasMessageContaining("'Builder'");
  }

  @Test
  void aLabelThatIsTheNumberOfAnotherInJavaIsCalledOtherwise() {
    ProtoContract contract = contract("Order: {fields: {size: [DEFAULT, DEFAULT_VALUE]}}");

    assertThat(contract.enumeration("OrderSize").value("DEFAULT_VALUE"))
        .isEqualTo("ORDER_SIZE_IS_DEFAULT_VALUE");
  }

  @Test
  void aKindThatIsCalledLikeAMethodOfMessagesHasAnotherField() {
    ProtoContract contract =
        contract(
            "Order: {fields: {by: Shape}}",
            "Shape: {abstract: true}\nDescriptor: {extends: Shape}\nCircle: {extends: Shape}");

    assertThat(contract.message("Shape").field("descriptor").name()).isEqualTo("descriptor_field");
    assertThat(contract.message("Shape").field("circle").name()).isEqualTo("circle");
  }

  @Test
  void aPluralThatIsAWordOfJavaIsAField() {
    assertThat(contract("Permit: {fields: {a: string}}").message("ListPermitsResponse").fields())
        .extracting(ProtoField::name)
        .contains("permits");
  }

  @Test
  void prefixesOfLabelsAreWordsAsBufCountsThem() {
    ProtoContract contract = contract("Order: {fields: {x1Y2z: [A], ipv4Address: [A]}}");

    assertThat(contract.enumeration("OrderX1Y2z").value("A")).isEqualTo("ORDER_X1Y2Z_A");
    assertThat(contract.enumeration("OrderIpv4Address").value("A"))
        .isEqualTo("ORDER_IPV4_ADDRESS_A");
  }

  @Test
  void oneValueThatIsAllowedIsAConstant() {
    ProtoContract contract =
        contract(
            "Order: {fields: {a: {type: int, min: 5, max: 5}, b: {type: double, min: 0.5, max: 0.5}, c: {type: bytes, min: 3, max: 3}}}");

    assertThat(text(contract, "OrderDetails", "a")).contains("int32.const = 5");
    assertThat(text(contract, "OrderDetails", "b")).contains("double.const = 0.5");
    assertThat(text(contract, "OrderDetails", "c")).contains("bytes.len = 3");
  }

  @Test
  void theClassOfAFileIsNoneOfGrpc() {
    assertThat(contract("Status: {fields: {a: string}}").outerClass("Status"))
        .isEqualTo("StatusProtoFile");
  }

  @Test
  void aRangeWithoutANumberInItIsRefused() {
    assertThatThrownBy(() -> contract("Order: {fields: {count: {type: int, min: 1.2, max: 1.8}}}"))
        .isInstanceOf(Unmade.class)
        .hasMessage("no number is between min and max of 'count'");
  }

  @Test
  void aPatternThatRe2ReadsOtherwiseIsRefused() {
    for (String pattern :
        List.of("\\p{Alpha}+", "[a-z&&[^b]]", "\\h", "(?<a>b)", "a{1,2000}", "a++")) {
      assertThatThrownBy(
              () -> contract("Order: {fields: {a: {type: string, pattern: '" + pattern + "'}}}"))
          .as(pattern)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("every language");
    }
    for (String pattern : List.of("[A-Z]{2}\\.\\d+", "\\p{L}*", "(?i:a|b)[\\]x-]", "\\\\h[&]{3}")) {
      assertThat(contract("Order: {fields: {a: {type: string, pattern: '" + pattern + "'}}}"))
          .as(pattern)
          .isNotNull();
    }
  }

  private static List<String> names(ProtoMessage message) {
    return message.fields().stream().map(ProtoField::name).toList();
  }

  /** A field as it is written, its lines with bars between. */
  private static String text(ProtoContract contract, String message, String field) {
    return String.join(
        "|",
        contract.message(message).field(field).lines().stream()
            .map(each -> each.before() + each.text() + each.after())
            .toList());
  }

  private static ProtoContract contract(String aggregates) {
    return contract(aggregates, "");
  }

  private static ProtoContract contract(String aggregates, String values) {
    return ProtoContract.of(service("com.acme.orders", aggregates, values), NumberLock.NONE);
  }

  static ServiceSpec service(String packageName, String aggregates, String values) {
    String text =
        "name: orders\npackage: %s\naggregates:\n%s%s"
            .formatted(
                packageName,
                aggregates.indent(2),
                values.isEmpty() ? "" : "values:\n" + values.indent(2));
    return ServiceDocument.read("service.yaml", text, Organisation.DEFAULT).get(0);
  }
}
