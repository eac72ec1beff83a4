package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpqlReaderTest {
  private static final JpqlReader READER = new JpqlReader();

  private static String read(String jpql) {
    JpqlStatement statement = READER.read(jpql);
    return statement.entities().stream()
            .map(e -> e.op() + " " + e.name() + (e.alias().isEmpty() ? "" : " " + e.alias()))
            .collect(Collectors.joining(", "))
        + ": "
        + statement.paths().stream()
            .map(
                p -> p.entity() + "/" + p.path() + (p.op() == Operation.SELECT ? "" : "!" + p.op()))
            .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select o from Order o where o.customer.name = :name | SELECT Order o: Order/customer.name
          select o from Order o join o.lines l where l.product.id = ?1 | SELECT Order o: Order/lines Order/lines.product.id
          select o from Order as o left join fetch o.lines as l order by l.no | SELECT Order o: Order/lines Order/lines.no
          from Order | SELECT Order:
          select p from Parcel p, Order o where o.parcel = p | SELECT Parcel p, SELECT Order o: Order/parcel
          from Order where state = 'x' and total > 3 | SELECT Order: Order/state Order/total
          from Order o where o.state = com.shop.State.OPEN | SELECT Order o: Order/state
          select new com.shop.Dto(o.id, c.name) from Order o, Customer c where o.customerId = c.id | SELECT Order o, SELECT Customer c: Customer/id Customer/name Order/customerId Order/id
          select o from com.shop.Order o | SELECT com.shop.Order o:
          select e from #{#entityName} e where e.x = ?#{principal.id} | SELECT #{#entityName} e: #{#entityName}/x
          select o from Order o where exists (select l from Line l where l.order = o and l.x = 1) | SELECT Order o, SELECT Line l: Line/order Line/x
          select o from Order o where o.id in (select max(p.id) from Order p where p.a = o.b) | SELECT Order o, SELECT Order p: Order/a Order/b Order/id
          select o from Order o where :p member of o.promotions | SELECT Order o: Order/promotions
          select o from Order o, in(o.lines) l where l.x = 1 | SELECT Order o: Order/lines Order/lines.x
          select o from Order o join treat(o.item as Book) b where b.isbn = :x | SELECT Order o: Order/item Order/item.isbn
          select o from Order o join o.lines l where index(l) = 0 and size(o.tags) > 1 | SELECT Order o: Order/lines Order/tags
          update Order o set o.state = :s where o.id = :id | UPDATE Order o: Order/id Order/state!UPDATE
          update Order set state = :s where id = :id | UPDATE Order: Order/id Order/state!UPDATE
          delete from Order o where o.id = :id | DELETE Order o: Order/id!DELETE
          delete Order where id = :id | DELETE Order: Order/id!DELETE
          insert into Archive (id) select o.id from Order o | INSERT Archive, SELECT Order o: Order/id
          select count(o) from Order o where trim(both from o.name) like concat(:a, '%') | SELECT Order o: Order/name
          select distinct o.customer from Order o group by o.customer having count(o.id) > 1 | SELECT Order o: Order/customer Order/id
          select case when o.a is null then o.b else 0 end from Order o | SELECT Order o: Order/a Order/b
          select o from Order o join Customer c on c.id = o.customer.id | SELECT Order o, SELECT Customer c: Customer/id Order/customer.id
          select o from Order o where o.name like %:name% | SELECT Order o: Order/name
          select m from Member m where m.group.name = "x" | SELECT Member m: Member/group.name
          """)
  void entitiesAndPathsAreNamed(String jpql, String expected) {
    assertThat(read(jpql).strip()).isEqualTo(expected);
    assertThat(READER.read(jpql).certainty()).isEqualTo(Certainty.PARSED);
  }

  @Test
  void aKeywordIsAnAliasWhereNothingElseFits() {
    assertThat(
            read("select o.id from Order o join Kind type on type.id = o.kindId where type.x = 1"))
        .isEqualTo("SELECT Order o, SELECT Kind type: Kind/id Kind/x Order/id Order/kindId");
    assertThat(read("select o from Order o where type(o) = Order"))
        .isEqualTo(read("select o from Order o where 1 = 1"));
  }

  @Test
  void aHoleForAnEntityIsDynamic() {
    JpqlStatement statement = READER.read("select e from \uFFFC e where e.x = 1");

    assertThat(statement.dynamic()).isTrue();
    assertThat(statement.entities()).isEmpty();
  }

  @Test
  void aHoleElsewhereIsNoObstacle() {
    assertThat(read("select o from Order o where o.x = 1 \uFFFC order by o.\uFFFC"))
        .isEqualTo("SELECT Order o: Order/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select o from Order o where x.y = 1",
        "select o from Order o where (o.x = 1",
        "select o from Order o where o.x = 1)"
      })
  void whatDoesNotFitIsGuessed(String jpql) {
    assertThat(READER.read(jpql).certainty()).isEqualTo(Certainty.GUESSED);
    assertThat(READER.read(jpql).entities()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "Order.findAll"})
  void otherTextIsNoStatement(String text) {
    assertThat(READER.read(text).isStatement()).isFalse();
  }

  @Test
  void deepNestingEnds() {
    assertThat(READER.read("select o from Order o where " + "(select 1 from B b ".repeat(5000)))
        .extracting(JpqlStatement::certainty)
        .isEqualTo(Certainty.GUESSED);
  }
}
