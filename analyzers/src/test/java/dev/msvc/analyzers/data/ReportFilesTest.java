package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Access;
import dev.msvc.model.Certainty;
import org.junit.jupiter.api.Test;

class ReportFilesTest {
  private static final String ORDERS =
      """
      <jasperReport xmlns="http://jasperreports.sourceforge.net/jasperreports" name="orders">
        <subDataset name="lines">
          <queryString language="SQL"><![CDATA[select * from lines where order_id = $P{order}]]></queryString>
        </subDataset>
        <queryString><![CDATA[
          select o.id from orders o join customers c on c.id = o.customer_id
          where $X{IN, o.state, states} and o.name like '%' || $P{name} || '%' $P!{more}
        ]]></queryString>
      </jasperReport>
      """;

  @Test
  void aReportIsReadByTheCodeThatNamesIt() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Printer {
                  void print() { fill("/reports/orderList.jasper"); }
                  void view() { show("orderList"); }
                }
                """)
            .with("src/main/resources/reports/orderList.jrxml", ORDERS)
            .facts(new ReportFiles());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT customers Printer.print SQL_FILE",
            "SELECT customers Printer.view SQL_FILE",
            "SELECT lines Printer.print SQL_FILE",
            "SELECT lines Printer.view SQL_FILE",
            "SELECT orders Printer.print SQL_FILE",
            "SELECT orders Printer.view SQL_FILE");
    assertThat(facts.accesses())
        .filteredOn(each -> each.method().equals("view"))
        .allSatisfy(each -> assertThat(each.certainty()).isEqualTo(Certainty.GUESSED));
    assertThat(facts.statements().read()).isEqualTo(2);
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void aReportThatNoCodeNamesReadsByItself() {
    FactCollector facts =
        Fixture.of("package a; class Other { void f() { show(\"orders\"); } }")
            .with("orders.jrxml", ORDERS)
            .with("empty.jrxml", "<jasperReport><queryString/></jasperReport>")
            .with(
                "other.jrxml",
                "<jasperReport><queryString language='json'>a.b</queryString></jasperReport>")
            .with("broken.jrxml", "<jasperReport>")
            .facts(new ReportFiles());

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT customers  SQL_FILE", "SELECT lines  SQL_FILE", "SELECT orders  SQL_FILE");
    assertThat(facts.accesses())
        .extracting(each -> each.place().toString())
        .contains("orders.jrxml:3", "orders.jrxml:5");
    assertThat(facts.accesses()).extracting(Access::certainty).containsOnly(Certainty.GUESSED);
    assertThat(facts.unread()).singleElement().matches(each -> each.file().equals("broken.jrxml"));
  }

  @Test
  void aQueryThatIsOnlyKnownWhenItRunsIsNotRead() {
    FactCollector facts =
        Fixture.of("package a; class A {}")
            .with(
                "open.jrxml",
                "<jasperReport>\n<queryString>$P!{query}</queryString></jasperReport>")
            .facts(new ReportFiles());

    assertThat(facts.accesses()).isEmpty();
    assertThat(facts.unread())
        .extracting(each -> each.file() + ":" + each.line() + " " + each.reason())
        .containsExactly("open.jrxml:2 text of the query is not known");
  }
}
