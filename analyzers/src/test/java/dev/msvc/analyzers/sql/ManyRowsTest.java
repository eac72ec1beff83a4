package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ManyRowsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update orders set state = 'OLD' where state = 'NEW' and placed < ? | state = 'NEW' and placed < ?
          delete from orders | every row
          UPDATE Order o SET o.open = false WHERE o.open = true | o.open = true
          delete from lines where order_id in (select id from orders where id = ?) | order_id in (select id from orders where id = ?)
          update a set x = 1 where a.id = a.parent_id and a.y is null | a.id = a.parent_id and a.y is null
          """)
  void aConditionWithoutAnIdIsOfManyRows(String statement, String condition) {
    assertThat(ManyRows.condition(statement)).isEqualTo(condition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update orders set state = ? where id = ?",
        "update orders set state = ? where ? = orderId and state = 'NEW'",
        "delete from orders where id in (?, ?)",
        "delete from lines where order_id = :order",
        "update orders set state = ? where \uFFFC",
        "update orders set state = ? \uFFFC",
        "update orders set state = ? where current of c",
        "delete from users where email = ?",
        "update levels set name = ? where lower(code) = lower(?)",
        "update levels set name = ? where lower(code) = ?",
        "select * from orders where state = ?",
        "insert into orders (id) values (1)",
        "update orders set state = ? where ( 1 = 1 )",
        "delete from lines where order_id_fk in (:orders)",
        "delete from authority where username = (select username from users where id = ?)",
        "update \uFFFCusers\uFFFC set \uFFFCpassword\uFFFC = ? where \uFFFCId\uFFFC = (select u.id from users u)",
        "update profile"
      })
  void anIdAListOfThemOrWhatIsNotKnownIsNot(String statement) {
    assertThat(ManyRows.condition(statement)).isNull();
  }
}
