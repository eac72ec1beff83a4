package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.model.Access;
import dev.msvc.model.AccessVia;
import dev.msvc.model.Certainty;
import dev.msvc.model.Operation;
import dev.msvc.model.Place;
import dev.msvc.model.RoutineCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThroughDatabaseTest {
  private static final Place HERE = new Place("a/Dao.java", 7);

  private static FactCollector database(String script) {
    return Fixture.of("package a; class Dao {}")
        .with("db/schema.sql", "create table zz (id int);\n" + script)
        .facts(new SchemaFiles());
  }

  private static Access access(String table, Operation op) {
    return new Access(table, "a.Dao", "run", op, List.of(), HERE, AccessVia.JDBC, Certainty.PARSED);
  }

  /** What is carried through, as "SELECT t VIEW PARSED", sorted. */
  private static Stream<String> carried(FactCollector facts) {
    new ThroughDatabase().analyze(Fixture.of("package a; class Dao {}").sources(), facts);
    return facts.accesses().stream()
        .filter(each -> each.via() != AccessVia.JDBC)
        .peek(each -> assertThat(each.place()).isEqualTo(HERE))
        .map(each -> each.op() + " " + each.table() + " " + each.via() + " " + each.certainty())
        .sorted();
  }

  @Test
  void whoReadsAViewReadsTheTablesBehindIt() {
    FactCollector facts =
        database(
            "create view v as select * from w join a on w.x = a.x; create view w as select * from"
                + " b;");
    facts.add(access("V", Operation.SELECT));

    assertThat(carried(facts))
        .containsExactly("SELECT a VIEW PARSED", "SELECT b VIEW PARSED", "SELECT w VIEW PARSED");
  }

  @Test
  void whoWritesATableDoesWhatItsTriggersDoForThatEvent() {
    FactCollector facts =
        database(
            """
            create function f() returns trigger language plpgsql as $$ begin
              insert into log select * from users; perform tell(); end $$;
            create function tell() returns void language sql as $$ update told set n = 1 $$;
            create trigger t after insert on orders for each row execute function f();
            create trigger d after delete on orders for each row execute function gone();
            create trigger again after update on told for each row execute function f();
            """);
    facts.add(access("public.orders", Operation.MERGE));
    facts.add(access("other", Operation.INSERT));

    assertThat(carried(facts))
        .containsExactly(
            "INSERT log TRIGGER PARSED",
            "SELECT users TRIGGER PARSED",
            "UPDATE told TRIGGER PARSED");
  }

  @Test
  void whoCallsARoutineDoesWhatItAndItsRoutinesDo() {
    FactCollector facts =
        database(
            """
            create procedure one() language plpgsql as $$ begin call two(); delete from a; end $$;
            create procedure two() language plpgsql as $$ begin call one();
              execute 'delete from b'; end $$;
            create view a as select * from c;
            """);
    facts.add(new RoutineCall("shop.ONE", "a.Dao", "run", HERE, Certainty.PARSED));
    facts.add(new RoutineCall("none", "a.Dao", "run", HERE, Certainty.PARSED));

    assertThat(carried(facts))
        .containsExactly("DELETE a ROUTINE PARSED", "DELETE b ROUTINE GUESSED");
  }

  @Test
  void aSynonymIsWhatItStandsFor() {
    FactCollector facts =
        database("create synonym s for far.v; create view far.v as select * from t;");
    facts.add(access("s", Operation.SELECT));

    assertThat(carried(facts)).containsExactly("SELECT far.v VIEW PARSED", "SELECT t VIEW PARSED");
  }

  @Test
  void whatCodeDoesItselfIsNotSaidAgain() {
    FactCollector facts = database("create view v as select * from a;");
    facts.add(access("v", Operation.SELECT));
    facts.add(access("a", Operation.SELECT));

    assertThat(carried(facts)).isEmpty();
  }
}
