package dev.msvc.analyzers.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final String HOLE = Texts.HOLE;

  @Test
  void constantsOfOtherClassesArePutTogether() {
    assertThat(
            sentTexts(
                """
                class T { static final String NAME = "orders"; }
                class Dao { static final String ALL = "select * from " + T.NAME;
                  void x(Db db) { db.run(ALL + " where id = ?"); } }
                """))
        .containsExactly("select * from orders where id = ?");
  }

  @Test
  void whatOnlyRunningTellsIsAHole() {
    assertThat(
            sentTexts("class Dao { void x(Db db, String t) { db.run(\"select * from \" + t); } }"))
        .containsExactly("select * from " + HOLE);
  }

  @Test
  void aVariableHasAllThatIsAppendedToIt() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db, boolean open) {
                  String sql = "select a from t";
                  if (open) { sql += " where open = 1"; }
                  sql = sql + " order by a";
                  db.run(sql);
                } }
                """))
        .containsExactly("select a from t where open = 1 order by a");
  }

  @Test
  void aBuilderHasAllThatIsAppendedToIt() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db, int id) {
                  StringBuilder sql = new StringBuilder(200);
                  sql.append("update t ").append("set a = 1");
                  sql.append(" where id = ").append(id);
                  db.run(sql.toString());
                } }
                """))
        .containsExactly("update t set a = 1 where id = " + HOLE);
  }

  @Test
  void aFieldThatAConstructorBuildsAndAMethodReturnsIsFollowed() {
    assertThat(
            sentTexts(
                """
                class Mapper {
                  private final String schema;
                  Mapper() { StringBuilder b = new StringBuilder("a.id from a"); this.schema = b.toString(); }
                  String schema() { return this.schema; }
                }
                class Dao { void x(Db db) { Mapper m = new Mapper(); db.run("select " + m.schema()); } }
                """))
        .containsExactly("select a.id from a");
  }

  @Test
  void aFormatTakesItsArguments() {
    assertThat(
            sentTexts(
                """
                class Dao { static final String T = "t";
                  void x(Db db, int n) {
                    db.run(String.format("delete from %s where n = %d", T, n)); } }
                """))
        .containsExactly("delete from t where n = " + HOLE);
  }

  @Test
  void textBlocksAndEscapesAreReadAsJavaDoes() {
    assertThat(
            sentTexts(
                "class Dao { void x(Db db) { db.run(\"\"\"\n"
                    + "   select a\n"
                    + "     from \\\"t\\\"\n"
                    + "   \"\"\"); } }"))
        .containsExactly("select a\n  from \"t\"\n");
  }

  @Test
  void aVariableThatIsSetTwiceHasBothTexts() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db, boolean a) {
                  String sql = a ? "select 1 from t" : "select 2 from u";
                  db.run(sql);
                } }
                """))
        .containsExactly("select 1 from t", "select 2 from u");
  }

  @Test
  void branchesAreSeveralTextsAndNotOneBehindTheOther() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db, int a) {
                  StringBuilder sql = new StringBuilder("select a from ");
                  if (a == 1) { sql.append("t"); } else if (a == 2) { sql.append("u"); } else { throw new Error(); }
                  switch (a) { case 1: sql.append(" where b"); break; default: sql.append(" where c"); }
                  db.run(sql.toString());
                } }
                """))
        .containsExactly(
            "select a from t where b",
            "select a from u where b",
            "select a from t where c",
            "select a from u where c");
  }

  @Test
  void aVariableHasTheTextThatItHasWhereItIsUsed() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db, boolean a) {
                  String sql = "delete from t";
                  db.run(sql);
                  if (a) { db.run("select 1 from w"); return; }
                  sql = "delete from u";
                  db.run(sql);
                } }
                """))
        .containsExactly("delete from t", "select 1 from w", "delete from u");
  }

  @Test
  void aSeparatorIsNotAppendedWhereALoopBegins() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db, int[] ids) {
                  StringBuilder sql = new StringBuilder("select a from t where id in (");
                  for (int i = 0; i < ids.length; i++) {
                    if (i > 0) { sql.append(", "); }
                    sql.append("?");
                  }
                  db.run(sql.append(")").toString());
                } }
                """))
        .containsExactly("select a from t where id in (?)");
  }

  @Test
  void aBuilderHasWhatAMethodAppendsThatItIsGivenTo() {
    assertThat(
            sentTexts(
                """
                class Dao {
                  void x(Db db) {
                    StringBuilder sql = new StringBuilder("select a from t");
                    where(sql, "open");
                    db.run(sql.toString());
                  }
                  private void where(StringBuilder to, String column) { to.append(" where ").append(column); }
                }
                """))
        .containsExactly("select a from t where open");
  }

  @Test
  void aClassHasItsName() {
    assertThat(
            sentTexts(
                "class Dao { void x(Db db) { db.run(\"from \" + Dao.class.getSimpleName()); } }"))
        .containsExactly("from Dao");
  }

  @Test
  void aClassInsideAMethodSeesItsVariables() {
    assertThat(
            sentTexts(
                """
                class Dao { void x(Db db) {
                  String table = "t";
                  new Runnable() { public void run() { String sql = "delete from " + table; db.run(sql); } };
                } }
                """))
        .containsExactly("delete from t");
  }

  @Test
  void whatAdaptsAStatementGivesItBackAndWhatRunsItDoesNot() {
    assertThat(
            sentTexts(
                """
                class Dao { Lib lib;
                  void x(Db db) { db.run(lib.paginated("select a from t", 10)); db.run(name()); }
                  private String name() { return lib.getValue("select name from u"); }
                }
                interface Lib { String paginated(String sql, int n); String getValue(String sql); }
                """))
        .containsExactly("select a from t");
  }

  @Test
  void aMethodReturnsATextOfWhatItIsGiven() {
    assertThat(
            sentTexts(
                """
                class Dao {
                  void x(Db db) { db.run(all("t")); }
                  private static String all(String table) { return "select * from " + table; }
                }
                """))
        .containsExactly("select * from t");
  }

  @Test
  void aConstantOfAnEnumHasTheTextThatItIsMadeWith() {
    assertThat(
            sentTexts(
                """
                enum Q { FIND("select a from t"), DROP("delete from t");
                  private final String sql;
                  Q(String sql) { this.sql = sql; }
                  String sql() { return sql; } }
                class Dao { void x(Db db) { db.run(Q.DROP.sql()); } }
                """))
        .containsExactly("delete from t");
  }

  @Test
  void mapsListsAndMarkersOfConstantsAreFollowed() {
    assertThat(
            sentTexts(
                """
                class Dao {
                  private static final java.util.Map<String, String> Q = java.util.Map.of("a", "select 1 from a", "b", "select 1 from b");
                  private static final String[] TABLES = {"t", "u"};
                  void x(Db db) {
                    db.run(Q.get("b"));
                    for (String each : TABLES) { db.run("delete from " + each); }
                    db.run("select 1 from {prefix}t".replace("{prefix}", "app_"));
                    db.run(java.text.MessageFormat.format("select 1 from {0} where a = {1}", "m", 3));
                  }
                }
                """))
        .containsExactly(
            "select 1 from b",
            "delete from t",
            "delete from u",
            "select 1 from app_t",
            "select 1 from m where a = 3");
  }

  @Test
  void aTextThatRefersToItselfEnds() {
    assertThat(
            sentTexts(
                """
                class Dao { String a() { return b() + "x"; } String b() { return a() + "y"; }
                  void x(Db db) { db.run("select " + a()); } }
                """))
        .hasSize(1)
        .allMatch(text -> text.startsWith("select "));
  }

  /** Texts of the first argument of every call of {@code Db.run}. */
  private static List<String> sentTexts(String types) {
    String text = "package p; class Db { void run(String sql) {} } " + types;
    CodeReader.Result read =
        CodeReader.read(
            List.of(new JavaSource("A.java", "", () -> new JavaSource.Content(text, 1, false))),
            () -> {});
    assertThat(read.unread()).isEmpty();
    List<String> all = new ArrayList<>();
    for (JavaType type : read.code().types()) {
      for (JavaMethod method : type.methods()) {
        for (Call call : method.calls()) {
          if (call.name().equals("run")) {
            all.addAll(read.code().texts(call.arguments().get(0), method));
          }
        }
      }
    }
    return all;
  }
}
