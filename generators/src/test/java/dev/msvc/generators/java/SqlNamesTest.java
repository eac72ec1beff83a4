package dev.msvc.generators.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlNamesTest {
  @Test
  void aNameIsGivenOnce() {
    SqlNames names = new SqlNames();

    assertThat(names.free("total", "_value")).isEqualTo("total");
    assertThat(names.free("total", "_value")).isEqualTo("total_value");
    assertThat(names.free("total", "_value")).isEqualTo("total_value_value");
  }

  @Test
  void longNamesStayApart() {
    String start = "a".repeat(70);

    assertThat(SqlNames.shortened(start + "1")).hasSize(63).isNotEqualTo(SqlNames.shortened(start));
  }

  @Test
  void whatSqlKeepsForItselfIsQuoted() {
    assertThat(SqlNames.sql("order")).isEqualTo("\"order\"");
    assertThat(SqlNames.java("order")).isEqualTo("\\\"order\\\"");
    assertThat(SqlNames.sql("position")).isEqualTo("position");
  }

  @Test
  void onlyPlainNamesAreLeftToTheLibrary() {
    assertThat(SqlNames.isImplied("dueOn", "due_on")).isTrue();
    assertThat(SqlNames.isImplied("vatID", "vat_id")).isFalse();
    assertThat(SqlNames.isImplied("user", "user")).isFalse();
  }
}
