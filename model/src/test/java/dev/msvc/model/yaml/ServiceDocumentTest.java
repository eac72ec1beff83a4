package dev.msvc.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.msvc.model.UserError;
import dev.msvc.model.service.FieldType;
import dev.msvc.model.service.IdKind;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.service.StandardOperation;
import dev.msvc.model.service.TypeName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in {@code service.yaml} is said with its place, and what is right is read. */
class ServiceDocumentTest {
  private static final String FIELDS =
      """
      name: orders
      aggregates:
        Order:
          fields:
      """;

  private static List<ServiceSpec> read(String text) {
    return ServiceDocument.read("service.yaml", text, Organisation.DEFAULT);
  }

  private static ServiceSpec one(String text) {
    List<ServiceSpec> all = read(text);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** Lines below {@code fields} of the one aggregate, and what is wrong with them. */
  static List<Arguments> fields() {
    return List.of(
        arguments("a: strin", "5:10 there is no type 'strin'"),
        arguments(
            "class: string",
            "5:7 'class' is a word of Java's own: choose another, such as 'classOf' or 'theClass'"),
        arguments("id: string", "5:7 'id' is there by itself"),
        arguments(
            "aB: string\na_b: string",
            "6:7 'a_b' is no name of a field: use letters and digits, first a small one, at most 60"),
        arguments(
            "vatID: string\nvatId: string", "6:7 'vatId' is the same column as another: vat_id"),
        arguments("a: list(list(inte))", "5:10 there is no type 'inte'"),
        arguments("a: optional list(int)", "5:7 'a' is a list or a map, and optional"),
        arguments("a: [ONE, one]", "5:16 'one' is there twice"),
        arguments("a: []", "5:10 an enum has one value or more"),
        arguments(
            "a: [ONE, \"two words\"]",
            "5:16 'two words' is no value of an enum: use letters, digits and '_', first a letter, at most 60"),
        arguments("a: {type: string, enum: [A]}", "5:10 field 'a' has a type or an enum"),
        arguments("a: {type: boolean, max: 3}", "5:31 'a' has no max"),
        arguments("a: {type: int, pattern: x}", "5:31 'a' is no text"),
        arguments(
            "a: {type: string, pattern: \"(?=x)\"}",
            "5:34 '(?=x)' cannot be checked in every language"),
        arguments("a: {type: string, pattern: \"(\"}", "5:34 '(' is no pattern: Unclosed group"),
        arguments("a: {type: int, min: 5, max: 3}", "5:10 min 5 is above max 3"),
        arguments("a: {type: string, max: -1}", "5:30 max: '-1' is no length"),
        arguments("a: {type: string, max: 2000000000}", "5:30 max: '2000000000' is no length"),
        arguments("a: {type: decimal(12, 2)}", "5:17 'decimal(12' ends at the comma"),
        arguments(
            "a: decimal(50,2)",
            "5:10 decimal(50,2) is none: write decimal(digits, of them after the point), at most 38 digits"),
        arguments(
            "a: decimal(999,2)",
            "5:10 decimal(999,2) is none: write decimal(digits, of them after the point), at most 38 digits"),
        arguments("a: {type: string, format: e-mail}", "5:33 format: there is no 'e-mail'"),
        arguments("a: {type: string, unique: yes}", "5:33 unique is true or false"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aFieldThatIsWrongIsNamedWithItsPlace(String lines, String message) {
    String text = FIELDS + lines.indent(6);

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserError.class)
        .hasMessage("service.yaml:" + message.replaceFirst(" ", ": "));
  }

  static List<Arguments> documents() {
    return List.of(
        arguments(
            """
            - a
            """,
            "1:1 a service is a mapping"),
        arguments(
            """
            name: orders
            """,
            "1:1 a service has one aggregate or more"),
        arguments(
            """
            aggregates: {Order: {fields: {a: int}}}
            """,
            "1:1 a service has a name"),
        arguments(
            """
            name: Orders
            aggregates: {Order: {fields: {a: int}}}
            """,
            "1:7 'Orders' is no name of a service: use lower-case letters, digits and '-', first a letter, at most 40"),
        arguments(
            """
            name: on
            aggregates: {Order: {fields: {a: int}}}
            """,
            "1:7 'on' is no name of a service: YAML reads it as something else than a text"),
        arguments(
            """
            name: orders
            package: com.class.x
            aggregates: {Order: {fields: {a: int}}}
            """,
            "2:10 'com.class.x' is no package: 'class' is a word of Java's own"),
        arguments(
            """
            name: orders
            aggregates: {}
            """,
            "2:1 a service has one aggregate or more"),
        arguments(
            """
            name: orders
            aggregates:
              ORDER: {fields: {a: int}}
            """,
            "3:3 'ORDER' is no name of a type: write 'Order'"),
        arguments(
            """
            name: orders
            aggregates:
              String: {fields: {a: int}}
            """,
            "3:3 'String' is a type of Java's own: choose another word"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields:
            """,
            "3:3 aggregate 'Order' has no fields"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields:
                  a: Adress
            values:
              Address: {fields: {b: int}}
            """,
            "5:7 there is no value or entity 'Adress'"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields:
                  a: Customer
              Customer: {fields: {b: int}}
            """,
            "5:7 there is no value or entity 'Customer'"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields:
                  a: Line
                entities:
                  Line: {fields: {b: int}}
            """,
            "5:7 'a' holds one Line, which is an entity"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields:
                  a: {type: Address, unique: true}
            values:
              Address: {fields: {b: int}}
            """,
            "5:7 'a' cannot be unique"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                id: serial
                fields: {a: int}
            """,
            "4:9 id: there is no 'serial'"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                path: /../x
                fields: {a: int}
            """,
            "4:11 '/../x' is no path: write /words with letters, digits and '-' between slashes"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields: {a: int}
                operations: [create, remove]
            """,
            "5:26 an operation: there is no 'remove'"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields: {a: int}
                commands:
                  create: {}
            """,
            "6:7 'create' is an operation already"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields: {a: int}
                commands:
                  pay: {emits: OrderPaid}
            """,
            "6:13 aggregate 'Order' has no event 'OrderPaid'"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields: {a: int}
            values:
              Order: {fields: {b: int}}
            """,
            "3:3 'Order' is there twice, as value and as aggregate"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields: {a: V}
            values:
              V: {fields: {b: W}}
              W: {fields: {c: list(V)}}
            """,
            "6:3 'V' is part of itself, by 'c'"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields: {a: V}
            values:
              V: {abstract: true}
            """,
            "6:3 'V' is abstract and has no kinds"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields: {a: V}
            values:
              V: {extends: W, fields: {a: int}}
            """,
            "6:7 there is no abstract value 'W'"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields: {a: int}
            values:
              V: {fields: {}}
            """,
            "6:3 value 'V' has no fields"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
                fields: {a: int}
                entities:
                  Line: {fields: {a: int}}
            """,
            "6:7 no field of 'Order' holds 'Line', so that none is ever stored"),
        arguments(
            """
            name: orders
            aggregates:
              Order: {fields: {a: int}}
              Order: {fields: {a: int}}
            """,
            "4:3 'Order' is there twice, first in line 3"),
        arguments(
            """
            name: orders
            agregates:
              Order: {fields: {a: int}}
            """,
            "2:1 a service has no key 'agregates'"),
        arguments(
            """
            schema: msvc/service/v2
            name: orders
            aggregates:
              Order: {fields: {a: int}}
            """,
            "1:9 'msvc/service/v2' was made for a newer msvc; this one reads msvc/service/v1"),
        arguments(
            """
            name: orders
            aggregates:
              Order: {fields: {a: int}}
            ---
            name: orders
            aggregates:
              Order: {fields: {a: int}}
            """,
            "5:1 service 'orders' is there twice"),
        arguments(
            """
            name: orders
            aggregates:
              Order: {fields: {a: *x}}
            """,
            "3:23 aliases are not read here"),
        arguments(
            """
            name: orders
            <<<<<<< yours
            aggregates:
            """,
            "2:1 a merge was not finished: the line begins with <<<<<<<"),
        arguments(
            """
            name: orders
            aggregates:
              Order: {fields: {a: int}}
            options: {database: oracle}
            """,
            "4:21 database: there is no 'oracle'"),
        arguments(
            """
            name: orders
            aggregates:
              Order: {fields: {a: int}}
            options: {java: 18}
            """,
            "4:17 services are made for no Java '18': write one of 17, 21, 25"),
        arguments(
            """
            name: orders
            aggregates:
              Ördér: {fields: {a: int}}
            """,
            "3:3 'Ördér' is no name of a type: use letters and digits, first a capital, at most 60"),
        arguments(
            """
            name: orders
            aggregates:
              Order: {fields: {a/b: int}}
            """,
            "3:20 'a/b' is no name of a field: use letters and digits, first a small one, at most 60"),
        arguments(
            """
            name: orders
            aggregates:
              Order: {fields: {aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg: int}}
            """,
            "3:20 'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg' is no name of a field: use letters and digits, first a small one, at most 60"),
        arguments(
            """
            name: orders
            aggregates:
              Order: {fields: {"../x": int}}
            """,
            "3:20 '../x' is no name of a field: use letters and digits, first a small one, at most 60"),
        arguments(
            """
            name: orders
            aggregates:
              Order:
            """,
            "3:3 aggregate 'Order' has no fields"),
        arguments(
            """
            name: orders
            aggregates:
              Order: {fields: {a: }}
            """,
            "3:22 the type of 'a' is one name or text"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatIsWrongIsNamedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserError.class)
        .hasMessage("service.yaml:" + message.replaceFirst(" ", ": "));
  }

  @Test
  void whatIsMadeOfTwoNamesMayBeTooLong() {
    String text =
        FIELDS + "      a: int\n    commands:\n      " + "a".repeat(58) + ": {fields: {b: int}}\n";

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("service.yaml:7:7: 'A");
  }

  @Test
  void littleIsEnough() {
    ServiceSpec service = one(FIELDS + "      number: string\n");

    assertThat(service.packageName().value()).isEqualTo("com.example.orders");
    assertThat(service.aggregates()).hasSize(1);
    assertThat(service.aggregates().get(0).id()).isEqualTo(IdKind.UUID);
    assertThat(service.aggregates().get(0).operations())
        .containsExactly(StandardOperation.values());
    assertThat(service.options().template()).isEqualTo("java-spring");
  }

  @Test
  void aServiceThatAnswersNothingIsNone() {
    assertThatThrownBy(() -> one(FIELDS + "      a: int\n    operations: []\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing of this service can be called");
  }

  @Test
  void aCollectionInACollectionIsAValueThatIsMadeOnce() {
    ServiceSpec service =
        one(
            FIELDS
                + "      a: list(list(int))\n      b: map(list(int))\n      c: list(list(map(date)))\n");

    assertThat(service.aggregates().get(0).fields())
        .extracting(each -> each.type().notation())
        .containsExactly("list(IntList)", "map(IntList)", "list(DateMapList)");
    assertThat(service.values())
        .extracting(
            each -> each.name() + " " + each.fields().get(0).name(),
            each -> each.fields().get(0).type().notation())
        .containsExactly(
            tuple("IntList items", "list(int)"),
            tuple("DateMap items", "map(date)"),
            tuple("DateMapList items", "list(DateMap)"));
  }

  @Test
  void typesAreReadAsTheyAreWritten() {
    ServiceSpec service =
        one(
            FIELDS
                + """
                      a: decimal(12,2)
                      b: {type: "decimal(12, 2)", min: 0.5}
                      c: list(string)
                """
                + "      d: map(money)\n      e: [ONE, TWO]\n      f: optional text\n");

    assertThat(service.aggregates().get(0).fields())
        .extracting(each -> each.type().notation())
        .containsExactly(
            "decimal(12,2)", "decimal(12,2)", "list(string)", "map(money)", "[ONE, TWO]", "text");
    assertThat(service.aggregates().get(0).fields().get(4).type())
        .isInstanceOfSatisfying(
            FieldType.EnumOf.class, each -> assertThat(each.name().value()).isEqualTo("OrderE"));
    assertThat(service.aggregates().get(0).fields().get(5).optional()).isTrue();
  }

  @Test
  void aStreamHasOneServiceADocumentAndNothingsAreNone() {
    String stream =
        "# all\n---\n"
            + FIELDS
            + "      a: int\n---\n---\n"
            + FIELDS.replace("orders", "stock")
            + "      a: int\n---\n# end\n";

    assertThat(read(stream))
        .extracting(each -> each.name().value())
        .containsExactly("orders", "stock");
    assertThat(SpecEdit.documents(stream)).hasSize(2);
    assertThat(SpecEdit.documents(stream).get(0)).startsWith("# all\nname: orders\n");
    assertThat(one(SpecEdit.documents(stream).get(1)).name().value()).isEqualTo("stock");
  }

  @Test
  void whatACommandLineSaysIsSetWhereItStands() {
    String text = "# mine\nname: orders # a\r\naggregates: {Order: {fields: {a: int}}}\r\n";
    SpecEdit edit = new SpecEdit("service.yaml", text);

    edit.setPackage("com.acme");
    edit.setPackage("org.acme");
    edit.setTemplate("go");
    edit.setTemplate("java-spring");

    assertThat(edit.text())
        .isEqualTo(
            "# mine\nname: orders # a\r\npackage: org.acme\r\n"
                + "aggregates: {Order: {fields: {a: int}}}\r\noptions:\r\n  template: java-spring\r\n");
    SpecEdit flow = new SpecEdit("service.yaml", "{name: 'orders', options: {database: none}}\n");
    flow.setPackage("org.acme");
    flow.setTemplate("go");
    assertThat(flow.text())
        .isEqualTo(
            "{package: org.acme, name: 'orders', options: {template: go, database: none}}\n");
  }

  @Test
  void theJavaOfAServiceIsItsOwnElseThatOfTheOrganisation() {
    Organisation modern =
        OrganisationReader.read("schema: msvc/word/v1\norganisation: {java: 21}\n");
    String orders = "name: orders\naggregates: {Order: {fields: {a: int}}}\n";

    assertThat(java(orders, Organisation.DEFAULT)).isEqualTo(17);
    assertThat(java(orders, modern)).isEqualTo(21);
    assertThat(java(orders + "options: {boot: 3.5}\n", modern)).isEqualTo(21);
    assertThat(java(orders + "options: {java: '25'}\n", modern)).isEqualTo(25);
    ServiceSpec older =
        ServiceDocument.read("a.yaml", orders + "options: {java: 17}\n", modern).get(0);
    String written = ServiceText.write(older, modern, List.of());
    assertThat(written).contains("java: 17\n");
    assertThat(java(written, modern)).isEqualTo(17);
    assertThat(ServiceText.write(older, Organisation.DEFAULT, List.of())).doesNotContain("java");
  }

  private static int java(String text, Organisation organisation) {
    return ServiceDocument.read("a.yaml", text, organisation).get(0).options().java().release();
  }

  @Test
  void aNameOfOneLetterIsNoWordInCapitals() {
    assertThat(new TypeName("S3").snake()).isEqualTo("s3");
    assertThatThrownBy(() -> new TypeName("AB")).hasMessageContaining("write 'Ab'");
  }
}
