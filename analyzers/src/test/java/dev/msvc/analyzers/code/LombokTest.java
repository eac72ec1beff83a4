package dev.msvc.analyzers.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Reference;
import dev.msvc.model.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class LombokTest {
  private static final String CUSTOMER =
      "package a; public class Customer { public void greet() {} }";
  private static final String KIND = "package a; public class Kind {}";

  private static CodeReader.Result read(String order, String use) {
    List<String> texts =
        List.of(
            CUSTOMER,
            KIND,
            "package a;\nimport lombok.*;\nimport lombok.experimental.*;\n" + order,
            "package b;\nimport a.Order;\nimport lombok.val;\nclass User { void use(Order o) {\n"
                + use
                + "\n} }");
    return CodeReader.read(
        texts.stream()
            .map(
                each ->
                    new JavaSource(
                        "F" + texts.indexOf(each) + ".java",
                        "",
                        () -> new JavaSource.Content(each, 1, false)))
            .toList(),
        () -> {});
  }

  /** What {@code User} refers to, as {@code KIND a.Type.member}. */
  private static List<String> used(String order, String use) {
    return read(order, use).references().stream()
        .filter(each -> each.from().equals("b.User"))
        .map(LombokTest::shown)
        .toList();
  }

  private static String shown(Reference each) {
    return each.kind() + " " + each.to() + (each.toMember().isEmpty() ? "" : "." + each.toMember());
  }

  private static void leadsToTheCustomer(String order, String use) {
    assertThat(used(order, use)).as(use).contains("CALL a.Customer.greet");
  }

  @Test
  void aBuilderLeadsToWhatItBuilds() {
    String order =
        "@Getter @Builder(toBuilder = true) public class Order { Customer customer; Kind kind; }";

    leadsToTheCustomer(
        order, "Order.builder().kind(null).customer(null).build().getCustomer().greet();");
    leadsToTheCustomer(order, "o.toBuilder().kind(null).build().getCustomer().greet();");
    assertThat(used(order, "Order.builder().kind(null);"))
        .as("the compiled call names the type of its parameter")
        .contains("SIGNATURE a.Kind", "CALL a.Order.builder", "CALL a.Order.kind");
    assertThat(read(order, "").code().types())
        .extracting(JavaType::name)
        .as("a builder is in no file")
        .containsExactly("a.Customer", "a.Kind", "a.Order", "b.User");
  }

  @Test
  void namesOfABuilderAreTakenFromItsAnnotation() {
    leadsToTheCustomer(
        "@Getter @Builder(builderMethodName = \"make\", buildMethodName = \"done\","
            + " setterPrefix = \"with\") public class Order { Customer customer; }",
        "Order.make().withCustomer(null).done().getCustomer().greet();");
  }

  @Test
  void aBuilderMayBeWrittenInPart() {
    leadsToTheCustomer(
        "@Getter @Builder public class Order { Customer customer; Kind kind; public static class"
            + " OrderBuilder { public OrderBuilder kind(Kind k) { return this; } } }",
        "Order.builder().kind(null).customer(null).build().getCustomer().greet();");
  }

  @Test
  void aConstructorAndAMethodCanHaveBuildersToo() {
    leadsToTheCustomer(
        "@Getter public class Order { Customer customer;"
            + " @Builder Order(Customer customer, Kind first) {} }",
        "Order.builder().first(null).build().getCustomer().greet();");
    leadsToTheCustomer(
        "public class Order { @Builder(builderMethodName = \"find\")"
            + " static Customer search(Kind kind) { return null; } }",
        "Order.find().kind(null).build().greet();");
  }

  @Test
  void manyAreGivenTogetherOrOneByOne() {
    leadsToTheCustomer(
        "@Getter @Builder public class Order { Customer customer; @Singular java.util.List<Kind>"
            + " entries; @Singular(\"child\") java.util.Set<Kind> children; }",
        "Order.builder().entry(null).child(null).clearEntries().entries(null).build()"
            + ".getCustomer().greet();");
  }

  @Test
  void aBuilderOfASubclassKeepsItsTypeBehindInheritedMethods() {
    leadsToTheCustomer(
        "@Getter @SuperBuilder public class Order extends Base { Customer customer; }\n"
            + "@SuperBuilder class Base { Kind kind; }",
        "Order.builder().kind(null).customer(null).build().getCustomer().greet();");
  }

  @Test
  void constructorsAndStaticMethodsBeforeThemAreKnown() {
    assertThat(
            used(
                "@AllArgsConstructor(staticName = \"of\") @Data public class Order {"
                    + " private final Kind kind = null; Customer customer; }",
                "Order.of(null).getCustomer().greet();"))
        .contains("CALL a.Customer.greet", "SIGNATURE a.Customer")
        .doesNotContain("SIGNATURE a.Kind");
    assertThat(
            used(
                "@RequiredArgsConstructor public class Order { final Kind kind; Customer customer;"
                    + " }",
                "new Order(null);"))
        .contains("SIGNATURE a.Kind")
        .doesNotContain("SIGNATURE a.Customer");
  }

  @Test
  void accessorsMayBeFluentChainedPrefixedOrCopying() {
    leadsToTheCustomer(
        "@Data @Accessors(fluent = true) public class Order { Customer customer; Kind kind; }",
        "o.kind(null).customer().greet();");
    leadsToTheCustomer(
        "@Data @Accessors(prefix = \"m\") public class Order { Customer mCustomer; }",
        "o.getCustomer().greet();");
    leadsToTheCustomer(
        "@With @Getter public class Order { Customer customer; Kind kind; }",
        "o.withKind(null).getCustomer().greet();");
    assertThat(
            used(
                "@Data public class Order { @Getter(AccessLevel.NONE) Customer customer; }",
                "o.getCustomer().greet();"))
        .doesNotContain("CALL a.Customer.greet");
  }

  @Test
  void aVariableMayLeaveItsTypeToItsValue() {
    leadsToTheCustomer(
        "@Data public class Order { Customer customer; }", "val c = o.getCustomer(); c.greet();");
  }

  @Test
  void methodsOfAFieldAreDelegatedTo() {
    leadsToTheCustomer(
        "public class Order { @lombok.experimental.Delegate private final Held held = null; }\n"
            + "class Held { public Customer owner() { return null; } }",
        "o.owner().greet();");
    assertThat(
            used(
                "public class Order { private final Held held = null; @Getter Kind kind; }\n"
                    + "class Held { public Customer owner() { return null; } }",
                "o.owner().greet();"))
        .as("no field delegates")
        .doesNotContain("CALL a.Customer.greet");
  }

  @Test
  void aLoggerIsKnownButNoFieldOfTheSource() {
    CodeReader.Result read =
        read(
            "@lombok.extern.slf4j.Slf4j public class Order { void say() { log.info(\"x\"); } }",
            "");

    assertThat(read.calls()).isEqualTo(new Share(1, 1));
    assertThat(read.code().types().get(2).fields()).isEmpty();
  }

  @Test
  void anAnnotationOfTheSameNameFromElsewhereWritesNothing() {
    List<String> references =
        CodeReader.read(
                List.of(
                    new JavaSource(
                        "A.java",
                        "",
                        () ->
                            new JavaSource.Content(
                                """
                                package a;
                                @other.Builder class Order {
                                  void use() { Order.builder().build().use(); }
                                  static Other builder() { return null; }
                                }
                                class Other { Other build() { return null; } void use() {} }
                                """,
                                1,
                                false))),
                () -> {})
            .references()
            .stream()
            .map(LombokTest::shown)
            .toList();

    assertThat(references).contains("CALL a.Other.build", "CALL a.Other.use");
  }
}
