package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class RoutineCallsTest {
  @Test
  void aRoutineIsCalledByItsNameDirectlyOrThroughMethodsThatHandItOn() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import org.springframework.jdbc.core.simple.SimpleJdbcCall;
                class Handler {
                  void change(String procedure, Object values) { run(procedure, values); }
                  private void run(String name, Object values) {
                    new SimpleJdbcCall(null).withProcedureName(name).execute();
                  }
                }
                class VmDao {
                  private static final String PREFIX = "Insert";
                  Handler handler;
                  void add(Object vm) { handler.change(PREFIX + "Vm", vm); }
                  void any(Names names) { handler.change(names.next(), null); }
                  Object count() { return new SimpleJdbcCall(null).withFunctionName("count_vms").execute(); }
                  void other(Names names) { names.change("NotThis", null); }
                }
                interface Names { String next(); void change(String a, Object b); }
                """)
            .facts(new RoutineCalls());

    assertThat(facts.routineCalls())
        .extracting(each -> each.routine() + " " + each.method() + " " + each.certainty())
        .containsExactlyInAnyOrder("InsertVm add INFERRED", "count_vms count PARSED");
  }

  @Test
  void jpaAndSpringNameRoutinesInAnnotations() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import javax.persistence.*;
                import org.springframework.data.jpa.repository.query.Procedure;
                @NamedStoredProcedureQuery(name = "close", procedureName = "close_month")
                class Month {}
                interface Months { @Procedure("open_month") void open(int m); @Procedure void archive(); }
                class Closing {
                  EntityManager em;
                  void close() { em.createNamedStoredProcedureQuery("close").execute(); }
                  void plain() { em.createStoredProcedureQuery("books.audit").execute(); }
                }
                class Old extends org.springframework.jdbc.object.StoredProcedure {
                  Old(javax.sql.DataSource d) { super(d, "old_one"); }
                }
                """)
            .facts(new RoutineCalls());

    assertThat(facts.routineCalls())
        .extracting(each -> each.routine() + " " + each.method())
        .containsExactlyInAnyOrder(
            "open_month open",
            "archive archive",
            "close_month close",
            "books.audit plain",
            "old_one <init>");
  }

  @Test
  void subclassesGiveTheNamesThatTheirBaseClassCalls() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import java.text.MessageFormat;
                import org.springframework.jdbc.core.simple.SimpleJdbcCall;
                class Handler {
                  void change(String procedure) {
                    new SimpleJdbcCall(null).withProcedureName(procedure).execute();
                  }
                  void batch(String procedure) { new Batch(procedure).go(); }
                }
                class Batch {
                  private final String name;
                  Batch(String name) { this.name = name; }
                  void go() { new SimpleJdbcCall(null).withProcedureName(name).execute(); }
                }
                abstract class BaseDao {
                  static final String SAVE = "Insert{0}";
                  Handler handler;
                  private String forSave;
                  private String forRemove;
                  BaseDao(String entity) {
                    forSave = MessageFormat.format(SAVE, entity);
                    forRemove = "Delete" + entity;
                  }
                  protected String getForSave() { return forSave; }
                  protected void setForRemove(String forRemove) { this.forRemove = forRemove; }
                  void save() { handler.change(getForSave()); }
                  void remove() { handler.change(forRemove); }
                }
                abstract class MassDao extends BaseDao {
                  MassDao(String entity) { super(entity); }
                }
                class NetworkDao extends BaseDao { NetworkDao() { super("Network"); } }
                class LunDao extends MassDao {
                  LunDao() { super("Luns"); setForRemove("DeleteLUN"); }
                  void all() { handler.batch("UpdateLuns"); }
                }
                """)
            .facts(new RoutineCalls());

    assertThat(facts.routineCalls())
        .extracting(each -> each.className() + " " + each.method() + " " + each.routine())
        .containsExactlyInAnyOrder(
            "a.NetworkDao save InsertNetwork",
            "a.NetworkDao remove DeleteNetwork",
            "a.LunDao save InsertLuns",
            "a.LunDao remove DeleteLUN",
            "a.LunDao all UpdateLuns");
  }

  @Test
  void aNameThatAMethodMakesOfItsParameterIsCalledByWhoGivesThat() {
    FactCollector facts =
        Fixture.of(
                """
                package a;
                import java.text.MessageFormat;
                import org.springframework.jdbc.core.simple.SimpleJdbcCall;
                class Handler {
                  static final String BY_ID = "Get{0}By{0}Id";
                  void find(String entity) {
                    new SimpleJdbcCall(null).withProcedureName(MessageFormat.format(BY_ID, entity));
                  }
                  void count(String entity) {
                    new SimpleJdbcCall(null).withProcedureName("Count" + entity + suffix());
                  }
                  void again(String name) { again(name + name);
                    new SimpleJdbcCall(null).withProcedureName(name); }
                  String suffix() { return System.getenv("S"); }
                }
                class Dao { Handler handler;
                  void one() { handler.find("Vm"); }
                  void two() { handler.count("Vm"); }
                }
                """)
            .facts(new RoutineCalls());

    assertThat(facts.routineCalls())
        .extracting(each -> each.routine() + " " + each.method() + " " + each.certainty())
        .containsExactly("GetVmByVmId one INFERRED");
  }
}
