package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class OwnMappingsTest {
  private static FactCollector facts(String... java) {
    return Fixture.of(java)
        .with(
            "db/migration/V1__a.sql",
            """
            create table app_device (id int primary key, unique_id varchar(9), name varchar(9));
            create table app_token (id int primary key);
            create table audit (id int primary key, name varchar(9));
            """)
        .facts(new SchemaFiles(), new OwnMappings());
  }

  @Test
  void theOnlyValueOfAnOwnAnnotationMayNameTheTable() {
    FactCollector facts =
        facts(
            "package a; @interface Kept { String value(); }",
            "package a; class Base { long id; }",
            "package a; @Kept(\"app_device\") class Device extends Base { String uniqueId; }",
            "package a; @Kept(Token.TABLE) class Token extends Base { static final String TABLE ="
                + " \"APP_TOKEN\"; }");

    assertThat(facts.mappingFacts())
        .extracting(
            each ->
                each.className() + " " + each.table() + " " + each.role() + " " + each.certainty())
        .containsExactly("a.Device app_device OWN INFERRED", "a.Token app_token OWN INFERRED");
    assertThat(facts.mappings().read()).isEqualTo(2);
    assertThat(Fixture.table(facts, "app_device").entities()).containsExactly("a.Device");
    assertThat(Fixture.table(facts, "app_device").columns()).hasSize(3);
  }

  @Test
  void aClassThatHoldsNoColumnsIsOnlyCalledSo() {
    FactCollector facts =
        facts(
            "package a; @interface Part { String value(); int size() default 1; }",
            "package a; @Part(\"audit\") class AuditController { AuditService service; }",
            "package a; @Part(\"nothing\") class Other { long id; String name; }",
            "package a; @Part(value = \"audit\", size = 2) class Two { long id; String name; }",
            "package a; @org.lib.Named(\"audit\") class Foreign { long id; String name; }");

    assertThat(facts.mappingFacts()).isEmpty();
  }
}
