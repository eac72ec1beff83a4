package dev.msvc.analyzers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.draft.SqlPairs.Source;
import dev.msvc.analyzers.draft.SqlPairs.Written;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlPairsTest {
  @Test
  void columnsOfAnInsertStandForTheValuesAtTheirPlaces() {
    assertThat(
            SqlPairs.written(
                "insert into shop.\"Orders\" (nr, total, made_at) values (#{number},"
                    + " coalesce(#{sum, jdbcType=DECIMAL}, 0), now())"))
        .containsExactly(
            new Written("orders", "nr", "number"), new Written("orders", "total", "sum"));
  }

  @Test
  void moreOrFewerValuesThanColumnsSayNothing() {
    assertThat(SqlPairs.written("insert into orders (nr, total) values (#{number})")).isEmpty();
  }

  @Test
  void anUpdateSaysItBeforeItsConditionOnly() {
    assertThat(
            SqlPairs.written(
                "update orders o set o.nr = #{number}, note = concat(#{a}, #{b}), t ="
                    + " #when:TIMESTAMP# where o.id = #{key}"))
        .containsExactly(new Written("orders", "nr", "number"), new Written("orders", "t", "when"));
  }

  @Test
  void aQuerySaysWhichColumnsAreCalledOtherwise() {
    SqlPairs.Selected selected =
        SqlPairs.selected(
            "select o.*, c.NAME as \"customer.name\", nr num, (select max(x) from y) most from"
                + " orders o left join customer as c on c.id = o.c_id where 1 = 1");

    assertThat(selected.tables()).isEqualTo(Map.of("o", "orders", "c", "customer"));
    assertThat(selected.columns())
        .isEqualTo(Map.of("customer.name", new Source("c", "name"), "num", new Source("", "nr")));
    assertThat(selected.open()).isTrue();
  }
}
