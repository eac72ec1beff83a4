package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.mapping.EntityMappings;
import dev.msvc.model.MappingRole;
import dev.msvc.model.TableFact;
import dev.msvc.model.Unread;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingXmlTest {
  private static final String CLASSES =
      """
      package a;
      import java.util.*;
      class Person { Long id; String name; Set<String> phones; Set<Club> clubs; Person boss; }
      class Patient extends Person { String ward; }
      class Doctor extends Person { }
      class Club { Long id; List<Person> members; }
      """;

  @Test
  void keysOfHibernatesOwnXmlSayWhatTheDatabaseDeletes() {
    FactCollector facts =
        hbm(
            """
            <class name="Club" table="club"><id name="id"/>
              <set name="members" inverse="true">
                <key column="club_id" on-delete="cascade"/><one-to-many class="Person"/>
              </set>
            </class>
            <class name="Person" table="person"><id name="id"/>
              <set name="phones" table="phone">
                <key column="person_id" on-delete="cascade"/><element column="number" type="string"/>
              </set>
              <set name="clubs" table="person_club">
                <key column="person_id"/><many-to-many class="Club" column="club_id"/>
              </set>
            </class>
            """);

    assertThat(Fixture.table(facts, "person").foreignKeys())
        .extracting(each -> each.columns() + " " + each.onDelete())
        .containsExactly("[club_id] CASCADE");
    assertThat(Fixture.table(facts, "phone").foreignKeys())
        .extracting(each -> each.columns() + " " + each.onDelete())
        .containsExactly("[person_id] CASCADE");
    assertThat(Fixture.table(facts, "person_club").foreignKeys())
        .extracting(each -> each.onDelete().changesRows())
        .containsExactly(false, false);
  }

  @Test
  void hibernatesOwnXmlMapsClassesWithTheirParts() {
    FactCollector facts =
        hbm(
            """
            <class name="Person" table="person" schema="hr">
              <id name="id" column="person_id"/>
              <property name="name"/>
              <many-to-one name="boss" column="boss_id"/>
              <set name="phones" table="phone">
                <key column="person_id"/><element column="number" type="string"/>
              </set>
              <set name="clubs" table="person_club" cascade="all">
                <key column="person_id"/><many-to-many class="Club" column="club_id"/>
              </set>
              <join table="person_photo"><key column="person_id"/><property name="photo"/></join>
              <subclass name="Doctor" discriminator-value="D"/>
            </class>
            <class name="Club"><id name="id"/></class>
            """,
            """
            <joined-subclass name="Patient" table="patient" extends="Person">
              <key column="patient_id"/><property name="ward"/>
            </joined-subclass>
            """);

    assertThat(mappings(facts))
        .containsExactly(
            "a.Club Club OWN INFERRED",
            "a.Doctor hr.person INHERITED PARSED",
            "a.Doctor person_photo INHERITED PARSED",
            "a.Patient hr.person INHERITED PARSED",
            "a.Patient patient OWN PARSED",
            "a.Patient person_photo INHERITED PARSED",
            "a.Person hr.person OWN PARSED",
            "a.Person person_club JOIN INFERRED",
            "a.Person person_photo SECONDARY PARSED",
            "a.Person phone COLLECTION INFERRED");
    assertThat(Fixture.table(facts, "patient").foreignKeys())
        .extracting(each -> each.columns() + " " + each.references())
        .contains("[patient_id] hr.person");
    assertThat(Fixture.table(facts, "hr.person").entities())
        .containsExactly("a.Doctor", "a.Person");
    assertThat(Fixture.table(facts, "person_club").entities()).isEmpty();
    assertThat(Fixture.table(facts, "person_club").linkedBy()).containsExactly("a.Person");
    assertThat(facts.unread()).isEmpty();
  }

  @Test
  void theInverseSideOfARelationMapsNoTable() {
    FactCollector facts =
        hbm(
            """
            <class name="Person" table="person"><id name="id"/>
              <set name="clubs" table="person_club">
                <key column="person_id"/><many-to-many class="Club" column="club_id"/>
              </set>
            </class>
            <class name="Club" table="club"><id name="id"/>
              <list name="members" table="person_club" inverse="true">
                <key column="club_id"/><many-to-many class="Person" column="person_id"/>
              </list>
            </class>
            """);

    assertThat(mappings(facts))
        .containsExactly(
            "a.Club club OWN PARSED",
            "a.Person person OWN PARSED",
            "a.Person person_club JOIN INFERRED");
    assertThat(Fixture.table(facts, "person_club").linkedBy()).containsExactly("a.Person");
  }

  @Test
  void anInverseSideWithoutAnotherMapsItsTable() {
    FactCollector facts =
        hbm(
            """
            <class name="Club" table="club"><id name="id"/>
              <list name="members" table="person_club" inverse="true">
                <key column="club_id"/><many-to-many class="Person" column="person_id"/>
              </list>
            </class>
            <class name="Person" table="person"><id name="id"/></class>
            """);

    assertThat(mappings(facts)).contains("a.Club person_club JOIN INFERRED");
  }

  @Test
  void aUnionSubclassHasAllInItsOwnTable() {
    FactCollector facts =
        hbm(
            """
            <class name="Person" abstract="true"><id name="id"/>
              <union-subclass name="Patient" table="patients"/>
            </class>
            """);

    assertThat(mappings(facts)).containsExactly("a.Patient patients OWN PARSED");
  }

  @Test
  void aClassThatIsNotThereIsSaidAndItsTableStays() {
    FactCollector facts = hbm("<class name=\"b.Gone\" table=\"gone\"><id name=\"id\"/></class>");

    assertThat(mappings(facts)).containsExactly("b.Gone gone OWN PARSED");
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .containsExactly("maps class 'b.Gone', which is not in the source");
  }

  @Test
  void classesThatExtendEachOtherAndBrokenFilesDoNoHarm() {
    FactCollector facts =
        hbm(
            """
            <joined-subclass name="Patient" table="patient" extends="Doctor"><key column="x"/></joined-subclass>
            <joined-subclass name="Doctor" table="doctor" extends="Patient"><key column="x"/></joined-subclass>
            """,
            "<class name=");

    assertThat(mappings(facts))
        .contains("a.Doctor doctor OWN PARSED", "a.Patient patient OWN PARSED");
    assertThat(facts.unread()).anyMatch(each -> each.file().equals("1.hbm.xml"));
  }

  @Test
  void aClassThatXmlMapsCanBeAuditedByAnnotation() {
    FactCollector facts =
        Fixture.of("package a; @org.hibernate.envers.Audited class Order { Long id; }")
            .with(
                "Order.hbm.xml",
                "<hibernate-mapping><class name=\"a.Order\" table=\"orders\"><id"
                    + " name=\"id\"/></class></hibernate-mapping>")
            .facts(new EntityMappings());

    assertThat(mappings(facts))
        .containsExactly("a.Order orders OWN PARSED", "a.Order orders_AUD AUDIT INFERRED");
  }

  @Test
  void partsThatADoctypeTakesInFromTheSystemsOwnFilesCount() {
    FactCollector facts =
        Fixture.of("package a; class Order { Long id; java.util.Set tags; }")
            .with(
                "src/main/resources/a/Order.hbm.xml",
                """
                <!DOCTYPE hibernate-mapping SYSTEM "http://example.org/x.dtd" [
                  <!ENTITY common SYSTEM "classpath://b/common.hbm">
                  <!ENTITY inner SYSTEM "../b/inner.hbm">
                  <!ENTITY loop SYSTEM "loop.hbm">
                  <!ENTITY broken SYSTEM "broken.hbm">
                  <!ENTITY lol "ha">
                ]>
                <hibernate-mapping><class name="a.Order" table="orders">
                  <id name="id"/>
                  &common;
                  &loop;
                  &broken;
                  &lol;
                </class></hibernate-mapping>
                """)
            .with("src/main/resources/b/common.hbm", "<property name=\"code\"/>\n&inner;")
            .with(
                "src/main/resources/b/inner.hbm",
                "<set name=\"tags\" table=\"order_tags\"><key column=\"o\"/><element column=\"t\"/></set>")
            .with("src/main/resources/a/loop.hbm", "&loop;")
            .with("src/main/resources/a/broken.hbm", "<property name=")
            .facts(new EntityMappings());

    assertThat(facts.tables())
        .extracting(each -> each.name())
        .containsExactlyInAnyOrder("orders", "order_tags");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason().replaceFirst("in which: .*", ""))
        .containsExactlyInAnyOrder(
            "11 takes in '&loop;', which takes in itself",
            "12 takes in '&broken;', ",
            "13 takes in '&lol;', which is not followed");
  }

  @Test
  void tablesThatHandOutIdsAreMappedToTheClassesThatTakeThem() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                class Order { Long id; }
                class Line { Long id; }
                class Note { Long id; }
                class Store {
                  org.hibernate.Session session;
                  void keep(Order order) { session.save(order); }
                  void keep(Line line) { session.save(line); }
                  void keep(Note note) { session.save(note); }
                }
                """)
            .with(
                "All.hbm.xml",
                """
                <hibernate-mapping package="a">
                  <class name="Order" table="orders"><id name="id"><generator class="hilo"/></id></class>
                  <class name="Line" table="lines"><id name="id">
                    <generator class="org.hibernate.id.enhanced.TableGenerator">
                      <param name="table_name">ids</param></generator></id></class>
                  <class name="Note" table="notes"><id name="id"><generator class="native">
                      <param name="table">none</param></generator></id></class>
                </hibernate-mapping>
                """)
            .facts(new EntityMappings(), new JpaCalls());

    assertThat(facts.mappingFacts())
        .filteredOn(each -> each.role() == MappingRole.IDS)
        .extracting(each -> each.table() + " " + each.className())
        .containsExactlyInAnyOrder("hibernate_unique_key a.Order", "ids a.Line");
    assertThat(facts.tables()).extracting(TableFact::name).contains("hibernate_unique_key", "ids");
    assertThat(Fixture.accesses(facts)).noneMatch(each -> each.startsWith("UPDATE"));
  }

  @Test
  void aPartThatMultipliesItselfIsCutOff() {
    StringBuilder entities = new StringBuilder();
    Fixture fixture = Fixture.of("package a; class Order { Long id; }");
    for (int i = 0; i < 9; i++) {
      entities.append("<!ENTITY e%d SYSTEM \"e%d.hbm\">\n".formatted(i, i));
      fixture =
          fixture.with(
              "e%d.hbm".formatted(i),
              ("&e%d; ".formatted(i + 1) + "<property name=\"x\"/>").repeat(20));
    }
    FactCollector facts =
        fixture
            .with(
                "Order.hbm.xml",
                "<!DOCTYPE hibernate-mapping [\n"
                    + entities
                    + "]>\n<hibernate-mapping><class name=\"a.Order\" table=\"orders\"><id name=\"id\"/>"
                    + "&e0;</class></hibernate-mapping>")
            .facts(new EntityMappings());

    assertThat(mappings(facts)).containsExactly("a.Order orders OWN PARSED");
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .contains("takes in '&e1;': too much, too often or too deep");
  }

  @Test
  void whatADoctypeTakesInIsSaidAndNotLoaded() {
    FactCollector facts =
        Fixture.of("package a; class Order { Long id; }")
            .with(
                "Order.hbm.xml",
                """
                <!DOCTYPE hibernate-mapping SYSTEM "http://example.org/x.dtd" [
                  <!ENTITY audit SYSTEM "file:///etc/passwd">
                ]>
                <hibernate-mapping><class name="a.Order" table="orders">
                  <id name="id"/>
                  &audit;
                </class></hibernate-mapping>
                """)
            .facts(new EntityMappings());

    assertThat(mappings(facts)).containsExactly("a.Order orders OWN PARSED");
    assertThat(facts.unread())
        .extracting(Unread::reason)
        .containsExactly("takes in '&audit;', which is not followed");
  }

  @Test
  void jpasXmlComesBeforeAnnotations() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity @Table(name = "old") class Order {
                  @Id Long id;
                  @ElementCollection @CollectionTable(name = "old_notes") List<String> notes;
                  @ManyToMany @JoinTable(name = "order_tag") List<Tag> tags;
                }
                class Tag { Long id; }
                class Plain { Long id; }
                """)
            .with(
                "META-INF/orders.xml",
                """
                <entity-mappings>
                  <package>a</package>
                  <schema>shop</schema>
                  <entity class="Order">
                    <table name="orders"/>
                    <attributes>
                      <element-collection name="notes"><collection-table name="notes"/></element-collection>
                    </attributes>
                  </entity>
                  <entity class="Tag" name="Label"><attributes><id name="id"/></attributes></entity>
                </entity-mappings>
                """)
            .facts(new EntityMappings());

    assertThat(mappings(facts))
        .containsExactly(
            "a.Order order_tag JOIN INFERRED",
            "a.Order shop.notes COLLECTION INFERRED",
            "a.Order shop.orders OWN PARSED",
            "a.Tag shop.Label OWN INFERRED");
  }

  @Test
  void whatXmlDoesNotSayAnnotationsSay() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity(name = "Bill") @Table(name = "orders") class Order { @Id Long id; }
                @Entity @Table(name = "lines") class Line { @Id Long id; }
                """)
            .with(
                "META-INF/orm.xml",
                """
                <entity-mappings><schema>shop</schema><entity class="a.Order">
                  <attributes><many-to-one name="buyer" target-entity="a.Order"/></attributes>
                </entity>
                <entity class="a.Line"><table><unique-constraint/></table></entity></entity-mappings>
                """)
            .facts(new EntityMappings());

    assertThat(mappings(facts))
        .containsExactly("a.Line lines OWN PARSED", "a.Order orders OWN PARSED");
  }

  @Test
  void aJoinColumnOfXmlIsOneColumn() {
    FactCollector facts =
        Fixture.of("package a; class Order { Long id; Order before; }")
            .with(
                "META-INF/orm.xml",
                """
                <entity-mappings><entity class="a.Order" access="FIELD"><table name="orders"/>
                  <attributes><id name="id"/><many-to-one name="before" target-entity="a.Order">
                    <join-column name="before_id"/></many-to-one></attributes>
                </entity></entity-mappings>
                """)
            .facts(new EntityMappings());

    assertThat(facts.relations())
        .extracting(each -> each.property() + " " + each.columns())
        .containsExactly("before [before_id]");
  }

  @Test
  void theAnnotationsOfACompleteMappingDoNotCount() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity @Table(name = "old") class Order {
                  @Id Long id;
                  @ElementCollection List<String> notes;
                }
                """)
            .with(
                "META-INF/orm.xml",
                "<entity-mappings><entity class=\"a.Order\""
                    + " metadata-complete=\"true\"/></entity-mappings>")
            .facts(new EntityMappings());

    assertThat(mappings(facts)).containsExactly("a.Order Order OWN INFERRED");
  }

  private static FactCollector hbm(String... classes) {
    Fixture fixture = Fixture.of().withJava("a/Person.java", CLASSES);
    for (int i = 0; i < classes.length; i++) {
      fixture.with(
          i + ".hbm.xml",
          "<hibernate-mapping package=\"a\">" + classes[i] + "</hibernate-mapping>");
    }
    return fixture.facts(new EntityMappings());
  }

  private static List<String> mappings(FactCollector facts) {
    return facts.mappingFacts().stream()
        .map(
            each ->
                each.className() + " " + each.table() + " " + each.role() + " " + each.certainty())
        .sorted()
        .toList();
  }
}
