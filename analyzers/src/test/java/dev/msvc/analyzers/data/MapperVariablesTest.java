package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapperVariablesTest {
  private static Fixture mapper() {
    return Fixture.of(
            """
            package a;
            import org.apache.ibatis.annotations.*;
            interface M { void a(); @Select("select 1 from ${orders}") void b(); }
            """)
        .with(
            "M.xml",
            "<mapper namespace='a.M'><delete id='a'>delete from ${orders}</delete></mapper>");
  }

  private static List<String> accesses(Fixture fixture) {
    FactCollector facts = fixture.facts(new MyBatisXml(), new MyBatisAnnotations());
    return Fixture.accesses(facts);
  }

  private static final String[] BOTH = {
    "DELETE t_orders M.a MYBATIS_XML", "SELECT t_orders M.b MYBATIS_ANNOTATION"
  };

  @Test
  void theConfigurationNamesTables() {
    assertThat(
            accesses(
                mapper()
                    .with(
                        "mybatis-config.xml",
                        "<configuration><properties resource='tables.properties'/><mappers/>"
                            + "</configuration>")
                    .with("src/main/resources/tables.properties", "orders=t_orders\n")))
        .containsExactly(BOTH);
    assertThat(
            accesses(
                mapper()
                    .with(
                        "mybatis-config.xml",
                        "<configuration><properties><property name='orders' value='t_orders'/>"
                            + "</properties><settings/></configuration>")))
        .containsExactly(BOTH);
    assertThat(
            accesses(
                mapper()
                    .with(
                        "application.yml",
                        "mybatis:\n  configuration-properties:\n    orders: t_orders\n")))
        .containsExactly(BOTH);
    assertThat(
            accesses(
                mapper()
                    .with(
                        "application.properties",
                        "mybatis-plus.configuration-properties.orders=t_orders\n")))
        .containsExactly(BOTH);
    assertThat(
            accesses(
                mapper()
                    .with(
                        "beans.xml",
                        "<beans><bean class='org.mybatis.spring.SqlSessionFactoryBean'><property"
                            + " name='configurationProperties'><props><prop"
                            + " key='orders'>t_orders</prop></props></property></bean></beans>")))
        .containsExactly(BOTH);
  }

  @Test
  void aNameWithTwoValuesOrOfAnotherFileHasNone() {
    assertThat(
            accesses(
                mapper()
                    .with("application-a.properties", "mybatis.configuration-properties.orders=x1")
                    .with(
                        "application-b.properties", "mybatis.configuration-properties.orders=x2")))
        .isEmpty();
    assertThat(
            accesses(
                mapper()
                    .with(
                        "log.xml",
                        "<configuration><properties><property name='orders' value='t_orders'/>"
                            + "</properties></configuration>")
                    .with("application.properties", "orders=t_orders")))
        .isEmpty();
    assertThat(accesses(mapper().with("application.yml", "mybatis: [\n"))).isEmpty();
  }
}
