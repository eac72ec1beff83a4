package dev.msvc.analyzers.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.TraitKind;
import org.junit.jupiter.api.Test;

/** Rules that go by marks in code, configuration and build. */
final class MarkRulesTest {
  private final Fixture fixture =
      new Fixture()
          .type("order", "a.Orders")
          .type("stock", "a.Stock")
          .table("order", "orders", "id")
          .table("stock", "items", "id");

  @Test
  void aSystemWithoutMarksHasNoneOfThese() {
    assertThat(fixture.found(new Csrf())).isEmpty();
    assertThat(fixture.found(new RowAccess())).isEmpty();
    assertThat(fixture.found(new SecondLevelCache())).isEmpty();
    assertThat(fixture.found(new StaticState())).isEmpty();
    assertThat(fixture.found(new ThreadState())).isEmpty();
    assertThat(fixture.found(new AfterCommit())).isEmpty();
    assertThat(fixture.found(new SharedLibraries())).isEmpty();
    assertThat(fixture.found(new MixedPages())).isEmpty();
    assertThat(fixture.found(new AuditTables())).isEmpty();
    assertThat(fixture.found(new BuildProfiles())).isEmpty();
    assertThat(fixture.found(new Distributed())).isEmpty();
    assertThat(fixture.found(new AnyLinks())).isEmpty();
  }

  @Test
  void aGuardAgainstForgeryIsOneFinding() {
    fixture.trait(TraitKind.CSRF, "csrf", "csrf is configured", "a.Orders", "");

    assertThat(fixture.found(new Csrf()))
        .containsExactly(
            "MSVC-F05-CSRF/csrf LOW: a guard against forged requests is configured at 1 place");
  }

  @Test
  void rightsToRowsAreAskedForInCodeOrKeptInTables() {
    fixture
        .trait(TraitKind.ROW_SECURITY, "hasPermission", "@PreAuthorize", "a.Orders", "find")
        .table("", "acl_entry", "id");

    assertThat(fixture.found(new RowAccess()))
        .containsExactly(
            "MSVC-F05-ROW-ACCESS/rows HIGH: rights to single rows are asked for or kept at 2"
                + " places");
  }

  @Test
  void aSecondLevelCacheIsOneFindingForEachContext() {
    fixture.trait(TraitKind.SECOND_LEVEL_CACHE, "Orders", "@Cache", "a.Orders", "");

    assertThat(fixture.found(new SecondLevelCache()))
        .containsExactly(
            "MSVC-F08-SECOND-LEVEL-CACHE/order MEDIUM: entities of order are kept in the"
                + " second-level cache, by 1 mark");
  }

  @Test
  void staticCollectionsAndThreadsAreCountedByContext() {
    fixture
        .trait(TraitKind.STATIC_STATE, "Orders.CACHE", "written", "a.Orders", "put")
        .trait(TraitKind.THREAD_STATE, "Orders.USER", "a thread-local", "a.Orders", "")
        .trait(TraitKind.THREAD_STATE, "RequestContextHolder", "found", "a.Orders", "find");

    assertThat(fixture.found(new StaticState()))
        .containsExactly(
            "MSVC-F08-STATIC-STATE/order LOW: 1 static collection of order is written after the"
                + " start");
    assertThat(fixture.found(new ThreadState()))
        .containsExactly(
            "MSVC-F15-THREAD-STATE/order MEDIUM: 2 places of order keep or find something by the"
                + " thread; 1 thread-local field");
  }

  @Test
  void workAfterACommitAndOverSeveralResourcesIsTold() {
    fixture
        .trait(TraitKind.AFTER_COMMIT, "listener", "@TransactionalEventListener", "a.Stock", "on")
        .trait(TraitKind.DISTRIBUTED_TRANSACTION, "JTA", "a JTA manager", "a.Orders", "");

    assertThat(fixture.found(new AfterCommit()))
        .containsExactly("MSVC-F15-AFTER-COMMIT/stock MEDIUM: 1 place of stock waits for a commit");
    assertThat(fixture.found(new Distributed()))
        .containsExactly("MSVC-F15-XA/JTA MEDIUM: JTA, at 1 place");
  }

  @Test
  void profilesOfTheBuildAreOneFinding() {
    fixture
        .trait(TraitKind.BUILD_PROFILE, "oracle", "profile oracle", "", "")
        .trait(TraitKind.BUILD_PROFILE, "dev", "profile dev", "", "");

    assertThat(fixture.found(new BuildProfiles()))
        .containsExactly(
            "MSVC-F11-PROFILES/profiles LOW: 2 profiles change the build: dev and oracle");
  }

  @Test
  void tracesOfOneContextAreItsOwnAndThoseOfTwoAreShared() {
    fixture.table("", "audit_log", "id").access("a.Orders", "log", Operation.INSERT, "audit_log");
    assertThat(fixture.found(new AuditTables())).isEmpty();

    fixture.access("a.Stock", "log", Operation.INSERT, "audit_log");
    assertThat(fixture.found(new AuditTables()))
        .containsExactly(
            "MSVC-F06-AUDIT/audit_log MEDIUM: audit_log: old states or traces of order and stock in"
                + " one place, by 2 writes");
    assertThat(fixture.only(new AuditTables()).certainty()).isEqualTo(Certainty.GUESSED);
  }

  @Test
  void aMappedRelationToAnyRowIsSureAndColumnsAreGuessed() {
    fixture.maps("a.Orders", "orders").trait(TraitKind.ANY_RELATION, "Any", "@Any", "a.Orders", "");

    assertThat(fixture.found(new AnyLinks()))
        .containsExactly(
            "MSVC-F06-ANY-LINK/orders MEDIUM: orders points to rows of any table by mapped type and"
                + " id, and no foreign key says which");
    assertThat(fixture.only(new AnyLinks()).certainty()).isEqualTo(Certainty.PARSED);
  }
}
