package dev.msvc.analyzers.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Reference;
import dev.msvc.model.Share;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CodeReaderTest {
  @Test
  void aChainRefersToTypesThatNoImportNames() {
    CodeReader.Result read =
        read(
            """
            package a;
            import b.Order;
            class Mailer {
              String city(Order order) { return order.getCustomer().getAddress().getCity(); }
            }
            """,
            """
            package b;
            public class Order { public Customer getCustomer() { return null; } }
            class Customer { Address getAddress() { return null; } }
            class Address { String getCity() { return ""; } }
            """);

    assertThat(from(read, "a.Mailer"))
        .contains(
            "PARAMETER b.Order",
            "CALL b.Order.getCustomer",
            "SIGNATURE b.Customer",
            "CALL b.Customer.getAddress",
            "CALL b.Address.getCity");
    assertThat(read.calls()).isEqualTo(new Share(3, 3));
  }

  @Test
  void aLambdasParameterHasTheTypeThatItsStreamCarries() {
    CodeReader.Result read =
        read(
            """
            package a;
            import java.util.*;
            import java.util.stream.Collectors;
            class Report {
              Map<String, List<Line>> byName(List<Order> orders) {
                return orders.stream()
                    .filter(o -> o.open())
                    .flatMap(o -> o.lines().stream())
                    .sorted(Comparator.comparing(Line::name))
                    .peek(line -> line.print())
                    .collect(Collectors.groupingBy(line -> line.name()));
              }
            }
            class Order { boolean open() { return true; } List<Line> lines() { return null; } }
            class Line { String name() { return ""; } void print() {} }
            """);

    assertThat(from(read, "a.Report"))
        .contains(
            "CALL a.Order.open", "CALL a.Order.lines", "CALL a.Line.name", "CALL a.Line.print");
  }

  @Test
  void aRepositorysInheritedMethodsGiveTheEntityThatItsArgumentsName() {
    CodeReader.Result read =
        read(
            """
            package a;
            import org.springframework.data.jpa.repository.JpaRepository;
            interface Orders extends BaseRepository<Order> {}
            interface BaseRepository<T> extends JpaRepository<T, Long> {}
            class Order { void ship() {} }
            class Shipping {
              Orders orders;
              void ship(long id) { orders.findById(id).orElseThrow().ship(); }
            }
            """);

    assertThat(from(read, "a.Shipping")).contains("CALL a.Order.ship");
  }

  @Test
  void aConstantIsKeptApartWhereTheCompilerLeavesNoTraceOfIt() {
    CodeReader.Result read =
        read(
            """
            package a;
            class Names { static final String A = "a"; static final String B = A + "b";
              static final Object LOCK = new Object(); }
            class User { String s = Names.B; Object lock = Names.LOCK; }
            @Deprecated(since = Names.A) class Marked { static final String C = Names.B; }
            """);

    assertThat(from(read, "a.User")).contains("CONSTANT a.Names.B", "CALL a.Names.LOCK");
    assertThat(from(read, "a.User")).doesNotContain("CALL a.Names.B");
    assertThat(from(read, "a.Marked")).containsExactly("INLINED a.Names.A", "CONSTANT a.Names.B");
  }

  @Test
  void aConstantOfASwitchLabelOrAnUnknownValueInAnAnnotationIsInTheSourceOnly() {
    CodeReader.Result read =
        read(
            """
            package a;
            class Names { static final int ONE = 1; static final String X = other.Lib.NAME + "x"; }
            class User { void use(int i) { switch (i) { case Names.ONE: return; default: } } }
            @Deprecated(since = Names.X) class Marked {}
            """);

    assertThat(from(read, "a.User")).containsExactly("INLINED a.Names.ONE");
    assertThat(from(read, "a.Marked")).containsExactly("INLINED a.Names.X");
  }

  @Test
  void aFieldThatComesFromALibrarysTypeIsUsedByTheTypeBeforeIt() {
    CodeReader.Result read =
        read(
            """
            package a;
            class Settings extends lib.Settings { }
            class User {
              boolean use(String s) { return Settings.NONE.equals(s); }
              Object not() { return Settings.Inner.class; }
            }
            """);

    assertThat(from(read, "a.User")).containsOnlyOnce("CONSTANT a.Settings.NONE");
    assertThat(from(read, "a.User")).doesNotContain("CONSTANT a.Settings.Inner");
  }

  @Test
  void aMethodReferenceNamesTheTypeThatDeclaresTheMethod() {
    CodeReader.Result read =
        read(
            """
            package a;
            import java.util.List;
            import java.util.stream.Stream;
            class Id { Long id() { return 1L; } }
            class Tag extends Id { String name() { return ""; } }
            class User {
              Stream<Long> use(List<Tag> tags) { return tags.stream().map(Tag::id); }
              Stream<String> names(List<Tag> tags) { return tags.stream().map(Tag::name); }
            }
            class Other { Stream<String> names(List<Tag> t) { return t.stream().map(Tag::name); } }
            """);

    assertThat(from(read, "a.User")).contains("CALL a.Id.id", "CALL a.Tag.id", "CALL a.Tag.name");
    assertThat(from(read, "a.Other")).doesNotContain("CALL a.Id.name", "CALL a.Id.id");
  }

  @Test
  void anOverridingMethodNamesTheErasedTypesOfTheOneThatItOverrides() {
    CodeReader.Result read =
        read(
            """
            package a;
            abstract class Model {}
            class Failed extends Exception {}
            class Order extends Model {}
            abstract class Repository<T extends Model> {
              abstract T find(long id) throws Failed;
              void log(T one) {}
              Model any(String name) { return null; }
            }
            class Orders extends Repository<Order> {
              @Override Order find(long id) { return null; }
            }
            class Others { Order find(long id) { return null; } }
            class Same extends Repository<Order> { Order find(String other) { return null; } }
            """);

    assertThat(from(read, "a.Orders")).contains("SIGNATURE a.Model", "SIGNATURE a.Failed");
    assertThat(from(read, "a.Others")).containsExactly("RETURN a.Order");
    assertThat(from(read, "a.Same")).doesNotContain("SIGNATURE a.Model");
  }

  @Test
  void aVariablesTypeCountsWithItsArguments() {
    CodeReader.Result read =
        read(
            """
            package a;
            import java.util.List;
            class Line {}
            class User {
              void use(Object all) {
                List<Line> lines = cast(all);
                for (List<Word> each : other.Lib.all()) {}
              }
              static <T> T cast(Object o) { return null; }
            }
            class Word {}
            """);

    assertThat(from(read, "a.User")).contains("TYPE_ARGUMENT a.Line", "TYPE_ARGUMENT a.Word");
  }

  @Test
  void overloadsAreToldApartByTheirArguments() {
    CodeReader.Result read =
        read(
            """
            package a;
            class Shop {
              A take(String name) { return null; }
              B take(int number) { return null; }
              C take(Runnable job) { return null; }
            }
            class A { void a() {} } class B { void b() {} } class C { void c() {} }
            class User {
              void use(Shop shop) { shop.take("x").a(); shop.take(1).b(); shop.take(() -> {}).c(); }
            }
            """);

    assertThat(from(read, "a.User")).contains("CALL a.A.a", "CALL a.B.b", "CALL a.C.c");
  }

  @Test
  void getterThatLombokWritesLeadsOn() {
    CodeReader.Result read =
        read(
            """
            package a;
            import lombok.*;
            @Data class Order { private Customer customer; private boolean paid; }
            class Customer { void greet() {} }
            class User { void use(Order o) { if (o.isPaid()) o.getCustomer().greet(); } }
            """);

    assertThat(from(read, "a.User")).contains("CALL a.Customer.greet");
  }

  @Test
  void aNameMeansTheTypeOfItsOwnModule() {
    CodeReader.Result read =
        CodeReader.read(
            List.of(
                source("m1/A.java", "m1", "package p; class Same { void one() {} }"),
                source("m2/B.java", "m2", "package p; class Same { void two() {} }"),
                source(
                    "m2/C.java", "m2", "package p; class User { Same s; void x() { s.two(); } }")),
            () -> {});

    assertThat(read.code().types())
        .extracting(JavaType::name)
        .containsExactly("p.Same@m1", "p.Same@m2", "p.User");
    assertThat(from(read, "p.User"))
        .contains("CALL p.Same@m2.two")
        .doesNotContain("FIELD p.Same@m1");
  }

  @Test
  void aBrokenFileIsNamedWithItsLineAndTheOthersAreRead() {
    CodeReader.Result read =
        CodeReader.read(
            List.of(
                source("A.java", "", "class A {}"),
                source("Broken.java", "", "class B {\n  void x( {\n}\n")),
            () -> {});

    assertThat(read.files()).isEqualTo(new Share(1, 2));
    assertThat(read.unread()).extracting(Unread::file).containsExactly("Broken.java");
    assertThat(read.unread()).extracting(Unread::line).containsExactly(2);
  }

  @Test
  void yieldAndRecordPatternsAreRead() {
    CodeReader.Result read =
        read(
            """
            package a;
            sealed interface Shape permits Round, Square {}
            record Round(Point at, int radius) implements Shape {}
            record Square(Point at) implements Shape {}
            record Point(int x) { int twice() { return 2 * x; } }
            class Area {
              int of(Shape s) {
                return switch (s) {
                  case Round(Point p, int r) when r > 0 -> p.twice();
                  case Round r -> 0;
                  case Square(var p) -> { int a = 1; yield a + 1; }
                };
              }
            }
            """);

    assertThat(read.unread()).isEmpty();
    assertThat(from(read, "a.Area")).contains("TYPE_USE a.Round", "CALL a.Point.twice");
  }

  @Test
  void theOrderOfFilesChangesNothing() {
    List<JavaSource> sources =
        new ArrayList<>(
            List.of(
                source("A.java", "", "package p; class A { B b; void x() { b.y().z(); } }"),
                source("B.java", "", "package p; class B { C y() { return null; } }"),
                source("C.java", "", "package p; class C { void z() {} }")));
    List<Reference> once = CodeReader.read(sources, () -> {}).references();
    Collections.reverse(sources);

    assertThat(CodeReader.read(sources, () -> {}).references()).isEqualTo(once);
  }

  @Test
  void longChainsAndConcatenationsDoNotExhaustTheStack() {
    String sum = "\"x\"" + " + \"y\"".repeat(5_000);
    String chain = "new StringBuilder()" + ".append(1)".repeat(2_000);
    String branches = "if (i == 0) i++;" + " else if (i == 1) i++;".repeat(3_000);
    CodeReader.Result read =
        read(
            "package a; class Deep { String s = %s; String t = %s.toString(); void f(int i) { %s } }"
                .formatted(sum, chain, branches));

    assertThat(read.unread()).isEmpty();
    assertThat(read.calls().all()).isEqualTo(2_001);
  }

  @Test
  void aTypeOfTheOwnPackageWhoseSourcesAreElsewhereIsNamedWithoutAnImport() {
    CodeReader.Result read =
        read(
            "package a; import lib.*; class Own implements Port { Other other; }",
            "package b; import a.Port; class User { Port port; }",
            "package a; import java.util.*; class Alone implements Kept { List<Kept> all; }");

    // nobody imports a.Other, and lib may have one
    assertThat(supertypes(read, "a.Own")).containsExactly("a.Port");
    assertThat(fields(read, "a.Own")).containsExactly("lib.Other");
    assertThat(supertypes(read, "a.Alone")).containsExactly("a.Kept");
  }

  @Test
  void whatMayBeAConstantOrInheritedFromElsewhereIsNoTypeOfTheOwnPackage() {
    CodeReader.Result read =
        read(
            "package a; class Below extends lib.Base { Inner inner; }",
            "package a; import static lib.All.*; class Constants { Limit limit; }",
            "package a; class Loud { MAX max; }");

    assertThat(fields(read, "a.Below")).containsExactly("Inner");
    assertThat(fields(read, "a.Constants")).containsExactly("Limit");
    assertThat(fields(read, "a.Loud")).containsExactly("MAX");
  }

  private static List<String> supertypes(CodeReader.Result read, String type) {
    return type(read, type).interfaces().stream().map(TypeRef::name).toList();
  }

  private static List<String> fields(CodeReader.Result read, String type) {
    return type(read, type).fields().stream().map(each -> each.type().name()).toList();
  }

  private static JavaType type(CodeReader.Result read, String name) {
    return Objects.requireNonNull(read.code().project(name));
  }

  private static List<String> from(CodeReader.Result read, String type) {
    return References.from(type, read);
  }

  private static CodeReader.Result read(String... units) {
    return References.read(units);
  }

  private static JavaSource source(String file, String module, String text) {
    return References.source(file, module, text);
  }
}
