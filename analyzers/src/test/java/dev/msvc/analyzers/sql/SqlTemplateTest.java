package dev.msvc.analyzers.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTemplateTest {
  private static String velocity(String text) {
    return SqlTemplate.sql("db/a.vm", text).replace(SqlReader.HOLE, '_').replaceAll("\\s+", " ");
  }

  private static String freeMarker(String text) {
    return SqlTemplate.sql("db/a.sql.ftl", text)
        .replace(SqlReader.HOLE, '_')
        .replaceAll("\\s+", " ");
  }

  @Test
  void directivesOfVelocityAreLeftOutAndWhatIsInsertedIsAHole() {
    assertThat(
            velocity(
                """
                #** makes
                the tables **#
                #set($x = "a)b")
                create table orders ( ## the orders
                  id $db.types.get("ID") not null,
                  name varchar(20) #if($a) default 'x' not null #else not null default 'x' #end
                );
                #macro(twice $t) #if($t) drop table $t; #end #end
                #addColumn("orders" "note")
                #if ($db.mysql)
                create index i on orders(name$!db.SIZE);
                #{else}
                create index j on orders(name);
                #end
                insert into ${prefix}log (id) select #concat("a" "b") from orders;
                """))
        .isEqualTo(
            " create table orders ( id _ not null, name varchar(20) default 'x' not null ); create"
                + " index i on orders(name_); create index j on orders(name); insert into _log (id)"
                + " select _ from orders; ");
  }

  @Test
  void directivesOfFreeMarkerAreLeftOut() {
    assertThat(
            freeMarker(
                """
                <#-- finds; orders -->
                <#assign a = "x > y">
                select id from orders
                <#if (limit > 0)>where n < ${limit?c}<#else>where 1 = 1</#if>
                <@order by="id"/> [#list xs as x] and x = [=x] [/#list]
                """))
        .isEqualTo(" select id from orders where n < _ and x = _ ");
  }

  @Test
  void linesStayWhereTheyAre() {
    String sql = SqlTemplate.sql("a.vm", "#*\n\n*#\n#if($a)\n-- $b\n#end\ndelete from orders;\n");

    assertThat(sql.substring(0, sql.indexOf("delete")).chars().filter(c -> c == '\n')).hasSize(6);
  }

  @Test
  void pagesMailsAndSourcesAreNoSql() {
    assertThat(velocity("<html><body>select a from b</body></html>")).isEmpty();
    assertThat(velocity("Hello $name,\nwe insert into your letter; select one from our offers.\n"))
        .isEmpty();
    assertThat(
            velocity("package $p;\nclass A { String s = \"delete from a\"; int i; int j; int k; }"))
        .isEmpty();
    assertThat(freeMarker("<?xml version=\"1.0\"?><mapper>select a from b</mapper>")).isEmpty();
    assertThat(velocity("#set($a = 1)\n$a")).isEmpty();
  }

  @Test
  void aTemplateThatIsNotClosedHidesNothing() {
    assertThat(velocity("delete from a; #if($x delete from b;")).isEqualTo("delete from a; ");
    assertThat(velocity("#end #else delete from a;")).isEqualTo(" delete from a;");
    assertThat(freeMarker("delete from a; <#if x delete from b;")).isEqualTo("delete from a; ");
    assertThat(velocity("#if($x)".repeat(20_000) + "delete from a;")).isEqualTo("delete from a;");
  }
}
