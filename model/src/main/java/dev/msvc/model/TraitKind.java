package dev.msvc.model;

/** What a trait is. */
public enum TraitKind {
  /** Keeps something in the user's session: an attribute, a bean of that scope. */
  SESSION_STATE,
  /** Guards forms against forgery with a token of the session. */
  CSRF,
  /** Asks for a role or right at a method. */
  METHOD_SECURITY,
  /** A rule of the web security asks for a role or right at addresses. */
  URL_SECURITY,
  /** Code asks for a role or right by a call. */
  CODE_SECURITY,
  /** A page asks for a role or right. */
  PAGE_SECURITY,
  /** Asks for a right to one row. */
  ROW_SECURITY,
  /** Uses a cache of this name. */
  CACHE,
  /** Code keeps something in a store beside the database. */
  KEPT_STATE,
  /** Code takes a lock in a store that several programs see. */
  SHARED_LOCK,
  /** Code counts up in a store beside the database. */
  OUTSIDE_COUNTER,
  /** Entities or queries are kept by the mapper beyond a session. */
  SECOND_LEVEL_CACHE,
  /** A static collection that code writes after it was made. */
  STATIC_STATE,
  /** Keeps or finds something by the thread: user, tenant, locale, request. */
  THREAD_STATE,
  /** One transaction over several resources. */
  DISTRIBUTED_TRANSACTION,
  /** One of several databases that this code or these mappings use. */
  DATABASE,
  /** Sends a message through a broker. */
  MESSAGE_SENT,
  /** Runs when a transaction has been committed. */
  AFTER_COMMIT,
  /** Says for which exceptions a transaction is rolled back. */
  ROLLBACK_RULE,
  /** Takes ids from this sequence or generator. */
  ID_SOURCE,
  /** Takes ids from where the mapper takes them when a mapping names nothing. */
  DEFAULT_ID_SOURCE,
  /** Counts ids up in the running program. */
  COUNTED_ID,
  /** A relation to rows of any type. */
  ANY_RELATION,
  /** A tool that changes the schema by a history of scripts. */
  MIGRATION_TOOL,
  /** Separates customers in one system. */
  TENANCY,
  /** Chooses the schema or database by a name that only running it tells. */
  SCHEMA_SWITCH,
  /** Writes code while the compiler runs. */
  ANNOTATION_PROCESSOR,
  /** Writes sources from another format before the compiler runs. */
  SOURCE_GENERATOR,
  /** Changes classes after the compiler. */
  WEAVING,
  /** A part of the build that is only there where it is asked for. */
  BUILD_PROFILE,
  /** Where libraries come from beside the central repository. */
  REPOSITORY,
  /** A part of the build's description that is not in the tree. */
  OUTSIDE_PARENT,
  /** A library that changes without changing its version. */
  SNAPSHOT_DEPENDENCY,
  /** A module of the build that another one uses. */
  MODULE_USE,
  /** Asks whether a feature is switched on. */
  FEATURE_SWITCH,
  /** Loads code that is not known when the system is built. */
  PLUG_IN,
  /** Changes many rows of a table by one statement. */
  BULK_CHANGE,
  /** Takes something off a column of this table, so that it holds an amount. */
  AMOUNT_TAKEN,
  /** Keeps jobs in tables, so that each who has the database may run them. */
  JOB_STORE,
  /** Does work again and again by a timer or a poller that no annotation declares. */
  TIMER,
  /** Starts a thread that nobody waits for, or keeps a pool of them. */
  OWN_THREAD,
  /** Leaves a file on the disc of the machine that it runs on. */
  LOCAL_FILE,
  /** A page that a controller has rendered. */
  PAGE,
  /** The template of a page. */
  TEMPLATE,
  /** Takes texts for people from a bundle. */
  MESSAGES,
  /** Only hands out an object of this type, which a field or a container holds. */
  HANDS_OUT
}
