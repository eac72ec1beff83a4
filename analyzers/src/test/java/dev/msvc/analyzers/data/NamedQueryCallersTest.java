package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class NamedQueryCallersTest {
  private static final String STORE =
      """
      package a;
      interface Store { Object select(Descriptor what); }
      class Descriptor { Descriptor(String query, Class<?> result) {} }
      """;

  @Test
  void aQueryOfAMappingFileThatNoSessionIsSeenToRunBelongsToTheCodeThatNamesIt() {
    FactCollector facts =
        Fixture.of(
                STORE,
                """
                package a;
                class User { long id; String name; }
                class Users {
                  static final String PURGE = "purge.users";
                  Store store;
                  Object byName() { return store.select(new Descriptor("usersByName", User.class)); }
                  Object purge() { return store.select(new Descriptor(PURGE, User.class)); }
                  Object word() { return store.select(new Descriptor("users", User.class)); }
                }
                """)
            .with(
                "User.hbm.xml",
                """
                <hibernate-mapping package="a">
                  <class name="User" table="t_user"><id name="id"/><property name="name"/></class>
                  <query name="usersByName">select u from User u where u.name = :name</query>
                  <query name="purge.users">delete from User</query>
                  <query name="users">from User</query>
                  <query name="neverNamed">from User</query>
                </hibernate-mapping>
                """)
            .facts(new JpaCalls());

    assertThat(Fixture.accesses(facts))
        .containsExactly("DELETE t_user Users.purge JPQL", "SELECT t_user Users.byName JPQL");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactlyInAnyOrder(
            "5 named query that no code is seen to name",
            "6 named query that no code is seen to name");
  }

  @Test
  void aQueryThatASessionRunsIsNotAlsoThatOfOthersWhoNameIt() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                @Entity @NamedQuery(name = "User.all", query = "select u from User u")
                class User { @Id long id; }
                class Users {
                  EntityManager em;
                  Object all() { return em.createNamedQuery("User.all").getResultList(); }
                }
                class Texts { void log(String text) {} void told() { log("User.all"); } }
                """)
            .facts(new JpaCalls());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT User Users.all JPQL");
  }

  @Test
  void whatIsReckonedWithConstantsFromElsewhereHidesNotTheRest() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import org.library.Codes;
                @Entity
                @Table(name = "users", indexes = @Index(columnList = Codes.LOW - 1))
                @NamedQuery(name = "User.low", query = "select u from User u where u.id > " + (Codes.LOW - 1))
                class User { @Id Long id; }
                class Users {
                  EntityManager em;
                  Object low() { return em.createNamedQuery("User.low").getResultList(); }
                }
                """)
            .facts(new JpaCalls());

    assertThat(Fixture.accesses(facts)).containsExactly("SELECT users Users.low JPQL");
  }

  @Test
  void aConstantFromElsewhereInAQuerysTextHidesNotTheRest() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import jakarta.persistence.*;
                import org.library.Codes;
                @Entity
                @NamedQuery(name = "User.open", query =
                    "select u.id from User u where u.group.name = '" + Codes.OPEN + "' and u.id > 1")
                class User { @Id Long id; @ManyToOne Team group; }
                @Entity class Team { @Id Long id; String name; }
                class Users {
                  EntityManager em;
                  Object open() { return em.createNamedQuery("User.open").getResultList(); }
                }
                """)
            .facts(new JpaCalls());

    assertThat(Fixture.accesses(facts))
        .containsExactly("SELECT Team Users.open JPQL", "SELECT User Users.open JPQL");
  }

  private static final String QUERIES =
      """
      package a;
      import jakarta.persistence.*;
      @Entity
      @NamedQuery(name = "updatePassword", query = "update User u set u.password = :password")
      @NamedQuery(name = User.PURGE, query = "delete from User u")
      @NamedNativeQuery(name = "all", query = "select * from User")
      class User { static final String PURGE = "User.purge"; @Id long id; String password; }
      """;

  @Test
  void aQueryThatNoCodeNamesIsGuessedToBeRunAndListed() {
    FactCollector facts =
        Fixture.of(
                QUERIES,
                """
                package a;
                import jakarta.persistence.*;
                class Users {
                  EntityManager em;
                  void updatePassword() {}
                  Object all() { return em.createNamedQuery("all").getResultList(); }
                }
                """)
            .facts(new JpaCalls());

    assertThat(facts.accesses())
        .extracting(each -> each.certainty() + " " + each.op() + " " + each.method())
        .containsExactlyInAnyOrder("GUESSED DELETE ", "GUESSED UPDATE ", "PARSED SELECT all");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .containsExactlyInAnyOrder(
            "4 named query that no code is seen to name",
            "5 named query that no code is seen to name");
  }

  @Test
  void aQueryWhoseNameMayBePutTogetherIsGuessedToBeRunAboutItsClass() {
    FactCollector facts =
        Fixture.of(
                QUERIES,
                """
                package a;
                import jakarta.persistence.*;
                class Users {
                  EntityManager em;
                  Object by(User user) { return em.createNamedQuery("User." + user.hashCode()); }
                }
                class Names {
                  String name(boolean all) { String name = "all"; return all ? name : null; }
                }
                """)
            .facts(new JpaCalls());

    assertThat(facts.accesses())
        .extracting(each -> each.certainty() + " " + each.op() + " " + each.method())
        .containsExactlyInAnyOrder("GUESSED DELETE ", "GUESSED SELECT ", "GUESSED UPDATE ");
    assertThat(facts.unread())
        .extracting(each -> each.line() + " " + each.reason())
        .contains("4 named query that no code is seen to name");
  }

  @Test
  void namesThatAreNotKnownAtAllMayBeThoseOfAnyQuery() {
    FactCollector facts =
        Fixture.of(
                QUERIES,
                """
                package a;
                import jakarta.persistence.*;
                class Users {
                  EntityManager em;
                  Object run(String name) { return em.createNamedQuery(name).getResultList(); }
                  Object told(java.util.Properties names) { return run(names.getProperty("name")); }
                }
                """)
            .facts(new JpaCalls());

    assertThat(facts.accesses())
        .extracting(each -> each.certainty() + " " + each.op() + " " + each.method())
        .containsExactlyInAnyOrder("GUESSED DELETE ", "GUESSED SELECT ", "GUESSED UPDATE ");
    assertThat(facts.unread()).isEmpty();
  }
}
