package dev.msvc.analyzers.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.SourceLanguage;
import dev.msvc.model.Unread;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherLanguagesTest {
  @Test
  void kotlinsConstructorPropertiesAreFieldsWithTheirAnnotations() {
    CodeReader.Result read =
        read(
            "Order.kt",
            """
            package shop

            import jakarta.persistence.*
            import java.math.BigDecimal

            @Entity
            @Table(name = "orders", indexes = [Index(columnList = "a"), Index(columnList = "b")])
            class Order(
                @Id val id: Long?,
                @field:Column(name = "paid_at") var paid: String = "",
                @OneToMany(mappedBy = "order") val lines: MutableList<Line> = mutableListOf(),
                note: String
            ) : Base<Order>(id), Comparable<Order> {
              lateinit var customer: Customer
              private val total: BigDecimal by lazy { lines.sum() }
            }
            open class Base<T>(val key: Long?)
            class Line
            class Customer
            """);

    JavaType order = type(read, "shop.Order");
    Annotation table = order.annotation("jakarta.persistence.Table");
    assertThat(table).isNotNull();
    assertThat(table.text("name")).isEqualTo("orders");
    assertThat(table.annotations("indexes")).hasSize(2);
    assertThat(order.superclass().name()).isEqualTo("shop.Base");
    assertThat(order.interfaces())
        .extracting(TypeRef::name)
        .containsExactly("java.lang.Comparable");
    assertThat(order.fields())
        .extracting(each -> each.name() + " " + written(each.type()))
        .containsExactly(
            "id java.lang.Long",
            "paid java.lang.String",
            "lines java.util.List<shop.Line>",
            "customer shop.Customer",
            "total java.math.BigDecimal");
    assertThat(order.field("paid").annotation("jakarta.persistence.Column").text("name"))
        .isEqualTo("paid_at");
    assertThat(order.methods("getLines")).hasSize(1);
    assertThat(order.methods("setLines")).isEmpty();
    assertThat(order.methods("setCustomer")).hasSize(1);
  }

  @Test
  void kotlinsAnnotationsOfAFileLeaveItsPackageAndNameItsFunctions() {
    CodeReader.Result read =
        read(
            "Prices.kt",
            """
            // prices
            @file:Suppress("unused", "MagicNumber")
            @file:[JvmName("Prices") JvmMultifileClass]

            package shop.price

            fun discount(of: Int) = of / 2
            class Price
            """);

    assertThat(type(read, "shop.price.Price")).isNotNull();
    assertThat(type(read, "shop.price.Prices").methods("discount")).hasSize(1);
  }

  @Test
  void kotlinsAnnotationsOfAFirstClassAreNotThoseOfItsFile() {
    CodeReader.Result read =
        read(
            "Order.kt",
            """
            @file:Suppress("unused")
            @Entity class Order
            annotation class Entity
            """);

    assertThat(type(read, "Order").annotation("Entity")).isNotNull();
  }

  @Test
  void kotlinsCallsLeadThroughPropertiesLambdasAndConstructions() {
    CodeReader.Result read =
        read(
            "Checkout.kt",
            """
            package shop
            class Checkout(private val orders: Orders) {
              fun place(customer: Customer): Order {
                val order = Order(customer)
                orders.byCustomer(customer).forEach { it.close() }
                for (line in order.lines) line.check()
                return orders.save(order)
              }
            }
            interface Orders {
              fun save(order: Order): Order
              fun byCustomer(c: Customer): List<Order>
            }
            class Order(val customer: Customer) {
              val lines: List<Line> = listOf()
              fun close() {}
            }
            class Line { fun check() {} }
            class Customer
            """);

    assertThat(calls(read, "shop.Checkout", "place"))
        .contains(
            "shop.Order.<init>",
            "shop.Orders.byCustomer",
            "shop.Order.close",
            "shop.Line.check",
            "shop.Orders.save");
  }

  @Test
  void kotlinsCompanionsConstantsObjectsAndTopLevelFunctionsAreWhereJavaSeesThem() {
    CodeReader.Result read =
        read(
            "sql-names.kt",
            """
            package shop
            const val PREFIX = "t_"
            fun String.quoted() = "'" + this + "'"
            class Dao {
              companion object {
                const val TABLE = "orders"
                private const val FIND = "select * from ${TABLE} where id = ?"
              }
            }
            object Settings { val name = "x" }
            enum class State(val code: Int) { OPEN(1), CLOSED(2); fun isOpen() = this == OPEN }
            """);

    JavaType dao = type(read, "shop.Dao");
    assertThat(read.code().constantText(dao.field("FIND").value(), dao))
        .isEqualTo("select * from orders where id = ?");
    assertThat(type(read, "shop.Sql_namesKt").methods("quoted")).hasSize(1);
    assertThat(type(read, "shop.Settings").field("name").isStatic()).isTrue();
    assertThat(type(read, "shop.State").fields())
        .extracting(JavaField::name)
        .containsExactlyInAnyOrder("OPEN", "CLOSED", "code");
  }

  @Test
  void groovysTypedAndUntypedMembersAreRead() {
    CodeReader.Result read =
        read(
            "OrderService.groovy",
            """
            package shop
            import javax.persistence.Entity
            import groovy.transform.CompileStatic

            @CompileStatic
            class OrderService extends Base implements Runnable {
              static final String SQL = 'select * from orders'
              OrderDao dao
              def settings = [limit: 10, names: ['a', 'b']]
              void run() {
                Order found = dao.find(1)
                if (found.open) { found.close() }
                def other = new Order(id: 5)
                other.close()
                log.info "closed ${found.id}"
              }
              List<Order> all(String name, def limit = 5) { dao.all() }
            }
            class Base {}
            class OrderDao { Order find(long id) { null }  List<Order> all() { [] } }
            @Entity class Order { Long id; boolean open; def close() { } }
            """);

    JavaType service = type(read, "shop.OrderService");
    assertThat(service.superclass().name()).isEqualTo("shop.Base");
    assertThat(service.fields())
        .extracting(JavaField::name)
        .containsExactly("SQL", "dao", "settings");
    assertThat(calls(read, "shop.OrderService", "run"))
        .contains("shop.OrderDao.find", "shop.Order.close", "shop.Order.<init>");
    assertThat(written(service.methods("all").get(0).result()))
        .isEqualTo("java.util.List<shop.Order>");
    assertThat(type(read, "shop.Order").annotation("javax.persistence.Entity")).isNotNull();
  }

  @Test
  void whatAScriptPrintsIsNoProperty() {
    CodeReader.Result read =
        read("Script.groovy", "def total = 1\nprintln \"\"\nprintln \"a\" + total\n");

    assertThat(read.unread()).isEmpty();
    assertThat(read.code().types())
        .flatExtracting(JavaType::fields)
        .extracting(JavaField::name)
        .doesNotContain("", "a");
  }

  @Test
  void scalasClassesTraitsAndCompanionsAreOneTypeEach() {
    CodeReader.Result read =
        read(
            "Orders.scala",
            """
            package shop
            package core
            import javax.persistence.{Entity, Table => T, Id}
            import shop.util._

            @Entity
            case class Order(@Id id: Long, lines: Seq[Line]) extends Base(id) with Closing
            object Order { val Table = "orders"; def empty: Order = Order(0L, Nil) }
            abstract class Base(val key: Long)
            trait Closing { def close(): Unit = () }
            class Line
            class Desk(dao: Dao) extends Closing {
              def serve(id: Long): Option[Order] = {
                val order = dao.find(id)
                order.close()
                dao.all.map(each => each.close())
                Some(order)
              }
            }
            trait Dao { def find(id: Long): Order; def all: Seq[Order] }
            """);

    JavaType order = type(read, "shop.core.Order");
    assertThat(order.annotation("javax.persistence.Entity")).isNotNull();
    assertThat(order.superclass().name()).isEqualTo("shop.core.Base");
    assertThat(order.interfaces()).extracting(TypeRef::name).containsExactly("shop.core.Closing");
    assertThat(order.field("Table").isStatic()).isTrue();
    assertThat(written(order.field("lines").type())).isEqualTo("java.util.List<shop.core.Line>");
    assertThat(calls(read, "shop.core.Desk", "serve"))
        .contains("shop.core.Dao.find", "shop.core.Closing.close");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A.kt     | class A { fun b() {     | 1 | a '{' that is never closed
          B.kt     | val a = \"no end         | 1 | a string that does not end
          C.groovy | class C { } }           | 1 | a '}' that closes nothing
          D.scala  | class D { def a = (] }  | 1 | a ']' that closes nothing
          E.kt     | val `a = 1              | 1 | a name in back quotes that does not end
          """)
  void whatIsBrokenIsNamedWithItsLine(String file, String text, int line, String reason) {
    assertThat(read(file, text).unread()).containsExactly(new Unread(file, line, reason));
  }

  @Test
  void deepBracketsAreRefusedAndLongChainsAreRead() {
    assertThat(read("Deep.kt", "val a = " + "(".repeat(5000) + ")".repeat(5000)).unread())
        .containsExactly(new Unread("Deep.kt", 1, "brackets nested deeper than 300"));

    CodeReader.Result read =
        read("Long.kt", "class A { val a = x" + ".next()".repeat(200_000) + "\n val b: A }");

    assertThat(read.unread()).isEmpty();
    assertThat(type(read, "A").fields()).extracting(JavaField::name).contains("a");
  }

  @Test
  void languagesAreCountedApart() {
    CodeReader.Result read = read("A.kt", "class A");

    assertThat(read.languages()).containsOnlyKeys(SourceLanguage.KOTLIN);
    assertThat(read.files().read()).isEqualTo(1);
  }

  private static String written(TypeRef type) {
    List<String> arguments = type.arguments().stream().map(OtherLanguagesTest::written).toList();
    return arguments.isEmpty()
        ? type.name()
        : type.name() + "<" + String.join(", ", arguments) + ">";
  }

  private static JavaType type(CodeReader.Result read, String name) {
    JavaType type = read.code().project(name);
    assertThat(type).as(name).isNotNull();
    return type;
  }

  private static List<String> calls(CodeReader.Result read, String type, String method) {
    return type(read, type).methods(method).stream()
        .flatMap(each -> each.calls().stream())
        .flatMap(
            each ->
                each.target() == null
                    ? Stream.of(each.receiver().name() + "." + each.name())
                    : Stream.of(each.target().toString()))
        .toList();
  }

  private static CodeReader.Result read(String file, String text) {
    int lines = (int) text.lines().count();
    JavaSource source = new JavaSource(file, "", () -> new JavaSource.Content(text, lines, false));
    return CodeReader.read(List.of(source), () -> {});
  }
}
