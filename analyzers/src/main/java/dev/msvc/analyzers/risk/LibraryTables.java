package dev.msvc.analyzers.risk;

import dev.msvc.model.Column;
import dev.msvc.model.TableFact;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables that well-known libraries create and use by themselves. */
final class LibraryTables {
  /** A library, the names of its tables, and columns that show one under another name. */
  private record Library(String name, Pattern tables, List<String> columns) {
    Library(String name, String tables, String... columns) {
      this(name, Pattern.compile(tables), List.of(columns));
    }

    boolean has(String table, Set<String> of) {
      return tables.matcher(table).matches() || (!columns.isEmpty() && of.containsAll(columns));
    }
  }

  private static final List<Library> ALL =
      List.of(
          new Library(
              "quartz",
              "(?:.*_)?qrtz_.*|.*quartz.*_(?:triggers|job_details|fired_triggers|locks)",
              "sched_name",
              "trigger_name",
              "trigger_group"),
          new Library("spring-batch", "(?:.*_)?batch_(?:job|step)_.*"),
          new Library("shedlock", "shed_?lock", "name", "lock_until", "locked_at", "locked_by"),
          new Library("jobrunr", "(?:.*_)?jobrunr_.*"),
          new Library(
              "db-scheduler", "db_?scheduler_.*", "task_name", "task_instance", "execution_time"),
          new Library(
              "killbill-queue",
              "bus_ext_events(?:_history)?",
              "class_name",
              "event_json",
              "creating_owner",
              "processing_owner",
              "processing_state"),
          new Library("xxl-job", "xxl_job_.*"),
          new Library("workflow", "act_.*|flw_.*"),
          new Library("axon", "(?:domain_event|snapshot_event|token|saga|association_value)_entry"),
          new Library(
              "spring-session",
              "spring_session.*",
              "primary_id",
              "session_id",
              "last_access_time",
              "max_inactive_interval"),
          new Library(
              "spring-integration",
              "int_(?:lock|metadata_store|(?:channel_)?message|message_group|group_to_message)"),
          new Library(
              "spring-security",
              "oauth_.*|oauth2_authoriz(?:ation|ation_consent|ed_client)|persistent_logins"
                  + "|acl_(?:sid|class|object_identity|entry)"),
          new Library("spring-modulith", "event_publication.*"),
          new Library("migrations", "(?:databasechangelog|flyway_schema|schema_version).*"),
          new Library("hibernate", "hibernate_sequences?|revinfo"),
          new Library("jgroups", "jgroups.*"));

  private LibraryTables() {}

  /** The library that a table is of; empty for none. */
  static String library(TableFact table) {
    String name = Ground.bare(table.name());
    Set<String> columns =
        table.columns().stream()
            .map(Column::name)
            .map(each -> each.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return ALL.stream()
        .filter(each -> each.has(name, columns))
        .map(Library::name)
        .findFirst()
        .orElse("");
  }

  static boolean has(TableFact table) {
    return !library(table).isEmpty();
  }
}
