package dev.msvc.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.BoundedContext.Coupling;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContextMapTest {
  private final ContextMap map = owned("b", "a", "b");

  private static ContextMap owned(String owner, String... writers) {
    return new ContextMap(
        new Analysis(
            new Facts(
                new SourceSummary(2, 20, 3, 1, 0, 0),
                List.of(type("a.A", "a.A"), type("a.A.In", "a.A"), type("b.B", "b.B")),
                List.of(),
                List.of(table("shop.T")),
                List.of(),
                List.of(
                    access("a.A.In", "\"SHOP\".\"T\"", Operation.UPDATE),
                    access("b.B", "shop.t", Operation.SELECT),
                    new Access(
                        "shop.t",
                        "a.A",
                        "fill",
                        Operation.INSERT,
                        List.of(),
                        new Place("A.java", 1),
                        AccessVia.MIGRATION,
                        Certainty.PARSED)),
                List.of(),
                List.of(),
                Database.NONE,
                List.of(),
                List.of(),
                Coverage.of(Share.NONE, Share.NONE, Share.NONE, Share.NONE, Share.NONE, Map.of()),
                List.of()),
            new Decomposition(
                List.of(context("a", "a.A"), context("b", "b.B")),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of("Shop.T", new Ownership(owner, List.of(writers), ""))),
                List.of(
                    new Dependency(
                        "a.A", "b.B", Map.of(ReferenceKind.CALL, 3), new Place("A.java", 1)))),
            new Advice("", "", "", "")));
  }

  @Test
  void tablesAreComparedWithoutCaseAndQuotes() {
    assertThat(ContextMap.key("\"Shop\".[T]")).isEqualTo("shop.t");
    assertThat(map.accesses("SHOP.T")).hasSize(3);
    assertThat(map.ownership("`shop`.`t`").owner()).isEqualTo("b");
  }

  @Test
  void nestedTypesFollowTheTypeAroundThem() {
    assertThat(map.contextOf("a.A.In")).isEqualTo("a");
    assertThat(map.contextOf("unknown.X")).isEmpty();
  }

  /** What {@code a.A} fills the table with is of a migration, and no foreign write. */
  @Test
  void writesOfOthersAreForeign() {
    assertThat(map.foreignWrites("shop.T")).isEqualTo(1);
    assertThat(map.contestedTables()).extracting(TableFact::name).containsExactly("shop.T");
    assertThat(map.writers("shop.t")).containsExactly("a.A", "a.A.In");
    assertThat(map.readers("shop.t")).containsExactly("b.B");
  }

  @Test
  void whatIsNobodysIsContestedOnlyWhereSeveralWriteIt() {
    assertThat(owned("", "a").foreignWrites("shop.T")).isZero();
    assertThat(owned("", "a").contestedTables()).isEmpty();
    assertThat(owned("", "a", "b").foreignWrites("shop.T")).isEqualTo(1);
  }

  @Test
  void couplingSumsReferencesAndAccesses() {
    assertThat(map.couplings()).containsExactly(new ContextMap.Coupling("a", "b", 3, 0, 1));
  }

  private static TypeFact type(String name, String topLevel) {
    return new TypeFact(
        name,
        "",
        topLevel,
        TypeKind.CLASS,
        new Place("A.java", 1),
        1,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  private static TableFact table(String name) {
    return new TableFact(
        name, TableKind.TABLE, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static Access access(String className, String table, Operation op) {
    return new Access(
        table,
        className,
        "m",
        op,
        List.of(),
        new Place("A.java", 2),
        AccessVia.JDBC,
        Certainty.PARSED);
  }

  private static BoundedContext context(String name, String className) {
    return new BoundedContext(
        name, List.of(className), List.of(), List.of(), new Coupling(0, 0, 0, 0, 0, 0, 0));
  }
}
