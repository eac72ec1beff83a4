package dev.msvc.analyzers.plan;

import dev.msvc.model.Certainty;
import dev.msvc.model.Cut;
import dev.msvc.model.Effort;
import dev.msvc.model.Remedy;
import java.util.Locale;

/**
 * What each kind of work takes, in person-days of somebody who knows the system. These are
 * judgements: their order says more than their size.
 */
enum Rate {
  CLASS(Stage.SPLIT_CODE, 0.03, 0.1, "class moved", "classes moved"),
  MUST_SPLIT(
      Stage.SPLIT_CODE,
      1,
      4,
      "class of several contexts split",
      "classes of several contexts split"),
  OFFERED(
      Stage.SPLIT_CODE,
      0.3,
      1,
      "own class that others call, put behind an interface",
      "own classes that others call, put behind an interface"),
  NEEDED(
      Stage.SPLIT_CODE,
      0.3,
      1,
      "class of others that it calls, put behind an interface",
      "classes of others that it calls, put behind an interface"),
  FOREIGN_WRITE(
      Stage.SPLIT_CODE,
      0.5,
      2,
      "write of a foreign table made a command",
      "writes of foreign tables made commands"),
  FOREIGN_READ(
      Stage.SPLIT_CODE,
      0.3,
      1,
      "read of a foreign table made a question",
      "reads of foreign tables made questions"),
  RELATION(Stage.SPLIT_CODE, 0.3, 1.5, "relation made an id", "relations made ids"),
  JOIN(
      Stage.SPLIT_CODE,
      0.5,
      2,
      "statement with foreign tables rewritten",
      "statements with foreign tables rewritten"),
  TABLE(
      Stage.SPLIT_DATABASE,
      0.3,
      0.8,
      "table copied and kept alike",
      "tables copied and kept alike"),
  FOREIGN_KEY(
      Stage.SPLIT_DATABASE, 0.1, 0.3, "foreign key made a plain id", "foreign keys made plain ids"),
  VIEW(Stage.SPLIT_DATABASE, 1, 3, "view made a read model", "views made read models"),
  TRIGGER(Stage.SPLIT_DATABASE, 1, 4, "trigger made code", "triggers made code"),
  ROUTINE(Stage.SPLIT_DATABASE, 1, 5, "routine taken apart", "routines taken apart"),
  SEQUENCE(Stage.SPLIT_DATABASE, 0.5, 1, "source of ids divided", "sources of ids divided"),
  COLUMN_SPLIT(
      Stage.SPLIT_DATABASE,
      2,
      5,
      "table that several write given one writer",
      "tables that several write given one writer"),
  OUTBOX(
      Stage.SPLIT_DATABASE,
      2,
      5,
      "transaction that tells others by an outbox",
      "transactions that tell others by an outbox"),
  SAGA(Stage.SPLIT_DATABASE, 4, 10, "transaction made a saga", "transactions made sagas"),
  TCC(
      Stage.SPLIT_DATABASE,
      5,
      12,
      "transaction made try, confirm, cancel",
      "transactions made try, confirm, cancel"),
  KEEP_TOGETHER(
      Stage.SPLIT_DATABASE,
      8,
      25,
      "transaction that should not be cut, redesigned",
      "transactions that should not be cut, redesigned"),
  UNSURE(
      Stage.SPLIT_DATABASE,
      0.2,
      1,
      "transaction that perhaps crosses, checked",
      "transactions that perhaps cross, checked"),
  SERVICE(
      Stage.DEFINE_SERVICE,
      5,
      10,
      "service set up, built, deployed and watched",
      "services set up, built, deployed and watched"),
  ENTRY_POINT(Stage.DEFINE_SERVICE, 0.1, 0.3, "entry point served", "entry points served"),
  REMOTE(
      Stage.USE_SERVICE,
      0.2,
      0.8,
      "interface made remote: time-outs, retries, tests",
      "interfaces made remote: time-outs, retries, tests"),
  SWITCH(Stage.USE_SERVICE, 3, 8, "switch, share by share", "switches, share by share"),
  DELETION(Stage.DELETE_OLD_CODE, 1, 3, "deletion after a last backup", "deletions"),
  DELETED_TABLE(Stage.DELETE_OLD_CODE, 0.1, 0.3, "old table dropped", "old tables dropped");

  /** The step that work belongs to. */
  enum Stage {
    SPLIT_CODE,
    SPLIT_DATABASE,
    DEFINE_SERVICE,
    USE_SERVICE,
    DELETE_OLD_CODE
  }

  private final Stage stage;
  private final double low;
  private final double high;
  private final String one;
  private final String many;

  Rate(Stage stage, double low, double high, String one, String many) {
    this.stage = stage;
    this.low = low;
    this.high = high;
    this.one = one;
    this.many = many;
  }

  Stage stage() {
    return stage;
  }

  /** What one takes where nobody knows better. */
  Effort usual() {
    return new Effort(low, high);
  }

  /** How {@code msvc.yaml} and sentences name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String named(int count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  /** What a cut asks for. */
  static Rate of(Cut cut) {
    return switch (cut.kind()) {
      case TRANSACTION -> transaction(cut);
      case FOREIGN_WRITE -> FOREIGN_WRITE;
      case COLUMN_SPLIT -> COLUMN_SPLIT;
      case TRIGGER -> TRIGGER;
      case ROUTINE -> ROUTINE;
      case JOIN -> JOIN;
      case VIEW -> VIEW;
      case SEQUENCE -> SEQUENCE;
      case RELATION -> RELATION;
      case FOREIGN_KEY -> FOREIGN_KEY;
      case FOREIGN_READ -> FOREIGN_READ;
    };
  }

  private static Rate transaction(Cut cut) {
    Remedy remedy = cut.remedy();
    if (cut.certainty() == Certainty.GUESSED || remedy == null) {
      return UNSURE;
    }
    return switch (remedy) {
      case SAGA -> SAGA;
      case TCC -> TCC;
      case OUTBOX -> OUTBOX;
      case KEEP_TOGETHER -> KEEP_TOGETHER;
    };
  }
}
