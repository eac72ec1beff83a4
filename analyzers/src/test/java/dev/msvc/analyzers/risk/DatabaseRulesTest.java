package dev.msvc.analyzers.risk;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.msvc.model.Certainty;
import dev.msvc.model.DatabaseObject.Use;
import dev.msvc.model.DatabaseObjectKind;
import dev.msvc.model.Finding;
import dev.msvc.model.Key;
import dev.msvc.model.Operation;
import dev.msvc.model.TraitKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DatabaseRulesTest {
  private final Fixture fixture =
      new Fixture()
          .type("order", "a.OrderDao")
          .type("stock", "a.StockReport")
          .type("stock", "a.Item", "a/Item.kt")
          .table("order", "orders", "id")
          .table("stock", "items", "id");

  @Test
  void statementsThatJoinTablesOfOthersAreGroupedByReaderAndListsComeFirst() {
    fixture
        .join("a.OrderDao", "reserve", "items", "orders")
        .join("a.OrderDao", "findAllOpen", "items", "orders")
        .join("a.StockReport", "own", "items", "items");

    Finding finding = fixture.only(new ForeignLists());

    assertThat(finding.id()).isEqualTo("MSVC-F04-FOREIGN-LISTS/order");
    assertThat(finding.message())
        .isEqualTo(
            "2 statements of order join tables of stock; 1 of them lists, searches or pages");
    assertThat(finding.contexts()).containsExactly("order", "stock");
    assertThat(finding.evidence())
        .extracting(Finding.Evidence::what)
        .containsExactly(
            "OrderDao.findAllOpen joins items of stock", "OrderDao.reserve joins items of stock");
  }

  @Test
  void whatAMigrationInJavaJoinsIsNoList() {
    fixture.migrates("a.OrderDao", "migrateList", "items", "orders");

    assertThat(fixture.found(new ForeignLists())).isEmpty();
  }

  @Test
  void logicOnTablesOfNobodySaysSo() {
    fixture.object("keep", DatabaseObjectKind.TRIGGER, List.of("nobodys"), List.of());

    assertThat(fixture.found(new DatabaseLogic()))
        .singleElement(as(STRING))
        .endsWith("1 trigger on tables without an owner");
  }

  @Test
  void logicInTheDatabaseBelongsWhereItsTableIs() {
    fixture
        .object(
            "book",
            DatabaseObjectKind.TRIGGER,
            List.of("orders"),
            List.of(new Use("items", Operation.UPDATE)))
        .object(
            "open_orders",
            DatabaseObjectKind.VIEW,
            List.of(),
            List.of(new Use("orders", Operation.SELECT)))
        .object("ids", DatabaseObjectKind.SEQUENCE, List.of("orders"), List.of());

    assertThat(fixture.found(new DatabaseLogic()))
        .containsExactly(
            "MSVC-F02-DATABASE-LOGIC/order HIGH: 1 view and 1 trigger on tables of order; 1 of them"
                + " reaches into other contexts");
  }

  @Test
  void rowPoliciesGoAlongWithTheirTables() {
    fixture
        .object(
            "mine",
            DatabaseObjectKind.POLICY,
            List.of("orders"),
            List.of(new Use("items", Operation.SELECT)))
        .object("own", DatabaseObjectKind.POLICY, List.of("orders"), List.of())
        .object("ids", DatabaseObjectKind.SEQUENCE, List.of("items"), List.of());

    Finding finding = fixture.only(new RowPolicies());

    assertThat(finding.id()).isEqualTo("MSVC-F12-ROW-POLICIES/order");
    assertThat(finding.message())
        .isEqualTo(
            "the database shows and hides rows of order by 2 policies; 1 of them looks into tables"
                + " of others");
    assertThat(finding.contexts()).containsExactly("order", "stock");
    assertThat(finding.evidence().get(0).what())
        .isEqualTo("policy mine on orders looks into items of stock");
  }

  @Test
  void aSequenceOfTablesOfTwoContextsIsShared() {
    fixture
        .object("all_ids", DatabaseObjectKind.SEQUENCE, List.of("orders", "items"), List.of())
        .object("order_ids", DatabaseObjectKind.SEQUENCE, List.of("orders"), List.of())
        .ids("a.OrderDao", "hilo")
        .ids("a.StockReport", "hilo");

    assertThat(fixture.found(new SharedIds()))
        .containsExactly(
            "MSVC-F09-SHARED-IDS/all_ids HIGH: all_ids hands out ids to 2 tables or"
                + " classes of order and stock",
            "MSVC-F09-SHARED-IDS/hilo HIGH: hilo hands out ids to 2 tables or"
                + " classes of order and stock");
  }

  @Test
  void theDefaultSequenceIsSharedWhereTheSchemaHasIt() {
    fixture
        .object("hibernate_sequence", DatabaseObjectKind.SEQUENCE, List.of(), List.of())
        .defaultIds("a.OrderDao", "@GeneratedValue of jakarta.persistence without a generator")
        .defaultIds("a.StockReport", "<generator class=\"native\">");

    assertThat(fixture.found(new SharedIds()))
        .containsExactly(
            "MSVC-F09-SHARED-IDS/hibernate_sequence HIGH: hibernate_sequence hands out ids to 2"
                + " tables or classes of order and stock");
  }

  @Test
  void theDefaultSequenceIsNotClaimedWhereTheSchemaHasNone() {
    fixture
        .defaultIds("a.OrderDao", "@GeneratedValue of javax.persistence without a generator")
        .defaultIds("a.StockReport", "@GeneratedValue of javax.persistence without a generator");

    assertThat(fixture.found(new SharedIds())).isEmpty();
  }

  @Test
  void withoutASchemaOnlyTheOlderAnnotationsSpeakForTheDefaultSequence() {
    String older = "@GeneratedValue of javax.persistence without a generator";
    String newer = "@GeneratedValue of jakarta.persistence without a generator";
    Fixture bare = new Fixture().type("order", "a.Order").type("stock", "a.Item");

    assertThat(bare.defaultIds("a.Order", older).defaultIds("a.Item", newer).map().facts().traits())
        .hasSize(2);
    assertThat(bare.found(new SharedIds())).isEmpty();
    assertThat(bare.defaultIds("a.Item", older).found(new SharedIds())).hasSize(1);
  }

  @Test
  void theTableOfCountersThatEclipseLinkTakesIsSharedByAllThatNameNone() {
    String detail = "@GeneratedValue of jakarta.persistence without a generator, by EclipseLink";
    Fixture bare = new Fixture().type("order", "a.Order").type("stock", "a.Item");
    bare.trait(TraitKind.DEFAULT_ID_SOURCE, "SEQUENCE", detail, "a.Order", "");
    bare.trait(TraitKind.DEFAULT_ID_SOURCE, "SEQUENCE", detail, "a.Item", "");

    assertThat(bare.found(new SharedIds()))
        .containsExactly(
            "MSVC-F09-SHARED-IDS/SEQUENCE HIGH: SEQUENCE hands out ids to 2 tables or classes of"
                + " order and stock");
  }

  @Test
  void idsThatTheProgramCountsAreOneFindingForEachContext() {
    fixture.trait(
        TraitKind.COUNTED_ID, "increment", "<generator class=\"increment\">", "a.OrderDao", "");

    assertThat(fixture.found(new CountedIds()))
        .containsExactly(
            "MSVC-F09-COUNTED-IDS/order MEDIUM: 1 mapping of order counts ids in memory");
  }

  @Test
  void anAccountWithRightsIsAnotherUser() {
    fixture.grant("Reporting", "orders").grant("Reporting", "items");

    assertThat(fixture.found(new OtherUsers()))
        .containsExactly(
            "MSVC-F01-OTHER-USERS/reporting HIGH: the schema gives reporting 2 rights or ways in,"
                + " to tables of order and stock: who is that?");
  }

  @Test
  void whoMayUseTheFirstSchemaOfEachDumpIsNobodyElse() {
    fixture.grant("postgres", "public").grant("PUBLIC", "public");

    assertThat(fixture.found(new OtherUsers())).isEmpty();
    assertThat(fixture.grant("PUBLIC", "orders").found(new OtherUsers())).hasSize(1);
  }

  @Test
  void jobsThatWriteTablesOfTwoContextsCannotMoveWithOne() {
    fixture
        .schedule("a.OrderDao", "nightly", "0 0 3 * * *")
        .transaction("a.OrderDao", "nightly", "orders", "items")
        .schedule("a.StockReport", "hourly", null);

    assertThat(fixture.found(new ClockWork()))
        .containsExactly(
            "MSVC-F07-CLOCK-WORK/order HIGH: 1 job of order starts by itself and writes"
                + " tables of several contexts",
            "MSVC-F07-CLOCK-WORK/stock MEDIUM: 1 job of stock starts by itself");
  }

  @Test
  void aTimerWhoseJobIsAnEntryPointIsToldOnce() {
    fixture
        .schedule("a.StockReport", "hourly", null)
        .trait(TraitKind.TIMER, "a.StockReport.hourly", "Timer.schedule", "a.OrderDao", "start");

    assertThat(fixture.found(new ClockWork()))
        .containsExactly("MSVC-F07-CLOCK-WORK/stock MEDIUM: 1 job of stock starts by itself");
  }

  @Test
  void aJobWithSeveralTransactionsWritesWhatAnyOfThemWrites() {
    fixture
        .schedule("a.OrderDao", "nightly", null)
        .transaction("a.OrderDao", "nightly", "items")
        .transaction("a.OrderDao", "nightly", "orders");

    assertThat(fixture.found(new ClockWork()))
        .containsExactly(
            "MSVC-F07-CLOCK-WORK/order HIGH: 1 job of order starts by itself and writes"
                + " tables of several contexts");
  }

  @Test
  void timersAndPollersAreClockWork() {
    fixture
        .trait(TraitKind.TIMER, "Timer", "Timer.schedule", "a.OrderDao", "start")
        .trait(TraitKind.TIMER, "files", "a folder of files is polled for channel files", "", "");

    assertThat(fixture.found(new ClockWork()))
        .containsExactly(
            "MSVC-F07-CLOCK-WORK/no-context MEDIUM: 1 job of no context starts by itself",
            "MSVC-F07-CLOCK-WORK/order MEDIUM: 1 job of order starts by itself");
  }

  @Test
  void filesOnTheDiscAreOneFindingForEachContext() {
    fixture
        .trait(TraitKind.LOCAL_FILE, "Files", "Files.write", "a.OrderDao", "store")
        .trait(
            TraitKind.LOCAL_FILE, "MultipartFile", "MultipartFile.transferTo", "a.OrderDao", "up")
        .trait(TraitKind.LOCAL_FILE, "Files", "Files.write", "a.StockReport", "write");

    assertThat(fixture.found(new LocalDisc()))
        .containsExactly(
            "MSVC-F08-LOCAL-FILES/order MEDIUM: 2 places of order write files on the local disc",
            "MSVC-F08-LOCAL-FILES/stock MEDIUM: 1 place of stock writes files on the local disc");
  }

  @Test
  void aFileThatIsOnlyGuessedCountsWhereSomethingFromOutsideReachesTheMethod() {
    fixture
        .trait(TraitKind.LOCAL_FILE, "Files", "a", "a.OrderDao", "reached", Certainty.GUESSED)
        .trait(TraitKind.LOCAL_FILE, "Files", "b", "a.OrderDao", "tool", Certainty.GUESSED)
        .trait(TraitKind.LOCAL_FILE, "Files", "c", "a.OrderDao", "handler", Certainty.GUESSED)
        .schedule("a.StockReport", "nightly", null)
        .schedule("a.OrderDao", "handler", null)
        .calls("a.StockReport.nightly", "a.OrderDao.reached")
        .calls("a.OrderDao.tool", "a.OrderDao.reached");

    assertThat(fixture.only(new LocalDisc()).evidence())
        .extracting(each -> each.what())
        .containsExactly("OrderDao.reached: a", "OrderDao.handler: c");
  }

  @Test
  void poolsOfTimersThatAreClockWorkAreSaidOnce() {
    fixture
        .trait(TraitKind.OWN_THREAD, "newScheduledThreadPool", "a pool", "a.OrderDao", "start")
        .trait(TraitKind.TIMER, "Timer", "Timer.schedule", "a.OrderDao", "start")
        .trait(TraitKind.OWN_THREAD, "Thread", "a thread", "a.StockReport", "write");

    assertThat(fixture.found(new OwnThreads()))
        .containsExactly(
            "MSVC-F07-OWN-THREADS/stock LOW: 1 place of stock starts threads of its own");
  }

  @Test
  void aJobOfTheDatabaseReachesWhatItsRoutinesTouch() {
    fixture
        .object(
            "close_orders",
            DatabaseObjectKind.PROCEDURE,
            List.of(),
            List.of(new Use("items", Operation.UPDATE)))
        .job("nightly", List.of("close_orders"), new Use("orders", Operation.DELETE))
        .job("hourly", List.of());

    assertThat(fixture.found(new DatabaseJobs()))
        .containsExactly(
            "MSVC-F07-DATABASE-JOBS/hourly MEDIUM: the database starts hourly by itself",
            "MSVC-F07-DATABASE-JOBS/nightly HIGH: the database starts nightly by itself, over"
                + " tables of order and stock");
    assertThat(fixture.found(new DatabaseLogic()))
        .containsExactly("MSVC-F02-DATABASE-LOGIC/stock MEDIUM: 1 procedure on tables of stock");
  }

  @Test
  void tablesOfASchedulerAreOneFindingAndASettingMakesItWorse() {
    fixture
        .table("", "QRTZ_TRIGGERS", "sched_name")
        .table("", "qrtz_job_details", "sched_name")
        .table("", "work", "task_name", "task_instance", "execution_time")
        .table("order", "batch_orders", "id")
        .table("order", "tasks", "task_name")
        .trait(TraitKind.JOB_STORE, "job-store-type", "job-store-type = jdbc", "", "")
        .trait(TraitKind.JOB_STORE, "x", "org.quartz.jobStore.class = ..RAMJobStore", "", "");

    assertThat(fixture.found(new JobStores()))
        .containsExactly(
            "MSVC-F07-JOB-TABLES/db-scheduler MEDIUM: jobs or locks of db-scheduler are kept in the"
                + " database, in 1 table",
            "MSVC-F07-JOB-TABLES/quartz HIGH: jobs or locks of quartz are kept in the database, in"
                + " 2 tables");
  }

  @Test
  void tablesOfLibrariesAreKnownByTheirColumnsUnderAnyName() {
    String[] queue = {
      "class_name", "event_json", "creating_owner", "PROCESSING_OWNER", "processing_state"
    };
    fixture
        .table("", "bus_events", queue)
        .table("", "notifications", queue)
        .table("", "locks", "name", "lock_until", "locked_at", "locked_by")
        .table(
            "",
            "app_session",
            "primary_id",
            "session_id",
            "last_access_time",
            "max_inactive_interval")
        .table("", "jobrunr_jobs", "id")
        .table("", "inbox", "class_name", "event_json", "state");

    assertThat(fixture.found(new JobStores()))
        .containsExactly(
            "MSVC-F07-JOB-TABLES/jobrunr MEDIUM: jobs or locks of jobrunr are kept in the database,"
                + " in 1 table",
            "MSVC-F07-JOB-TABLES/killbill-queue MEDIUM: jobs or locks of killbill-queue are kept in"
                + " the database, in 2 tables",
            "MSVC-F07-JOB-TABLES/shedlock MEDIUM: jobs or locks of shedlock are kept in the"
                + " database, in 1 table");
    assertThat(fixture.found(new UntouchedTables()))
        .contains(
            "MSVC-F01-UNTOUCHED-TABLES/no-context MEDIUM: no code touches 1 table that nobody"
                + " owns");
  }

  @Test
  void bulkChangesOfTablesOfOthersComeFirst() {
    fixture
        .trait(TraitKind.BULK_CHANGE, "orders", "updates orders", "a.OrderDao", "close")
        .trait(TraitKind.BULK_CHANGE, "items", "deletes from items", "a.OrderDao", "clean")
        .schedule("a.OrderDao", "nightly", null);

    Finding finding = fixture.only(new BulkChanges());

    assertThat(finding.message())
        .isEqualTo("2 statements of order change many rows at once; 1 of them in tables of others");
    assertThat(finding.evidence())
        .extracting(Finding.Evidence::what)
        .containsExactly(
            "OrderDao.clean deletes from items, of stock, by the clock",
            "OrderDao.close updates orders, by the clock");
  }

  @Test
  void aConditionOnAllColumnsOfAKeyIsOfOneRow() {
    fixture
        .table(
            "order", "counters", List.of(new Key(Key.Kind.PRIMARY, List.of("PREFIX", "kind"))), "n")
        .trait(
            TraitKind.BULK_CHANGE,
            "counters",
            "updates counters where c.prefix = :prefix AND kind = :kind RETURNING n",
            "a.OrderDao",
            "next");
    assertThat(fixture.found(new BulkChanges())).isEmpty();

    fixture.trait(
        TraitKind.BULK_CHANGE, "counters", "updates counters where kind = ?", "a.OrderDao", "all");
    assertThat(fixture.found(new BulkChanges())).hasSize(1);
  }

  @Test
  void classesInOtherLanguagesThatMapTablesAreOneFindingForEachLanguage() {
    fixture.maps("a.Item", "items").access("a.Item", "all", Operation.SELECT, "items");

    assertThat(fixture.found(new OtherLanguages()))
        .containsExactly(
            "MSVC-F17-OTHER-LANGUAGES/Kotlin MEDIUM: Kotlin: 1 mapping of tables and 1 access");
  }

  @Test
  void theSameAnalysisGivesTheSameListMostDangerousFirst() {
    fixture
        .grant("Reporting", "orders")
        .join("a.OrderDao", "reserve", "items", "orders")
        .join("a.OrderDao", "findAllOpen", "items", "orders");

    List<Finding> all = Risks.of(fixture.map());

    assertThat(all)
        .extracting(Finding::id)
        .containsExactly(
            "MSVC-F04-FOREIGN-LISTS/order",
            "MSVC-F01-OTHER-USERS/reporting",
            "MSVC-F01-UNTOUCHED-TABLES/order",
            "MSVC-F01-UNTOUCHED-TABLES/stock",
            "MSVC-F10-ONE-HISTORY/db");
    assertThat(all).isEqualTo(Risks.of(fixture.map()));
  }
}
