package dev.msvc.analyzers.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.fact.FactCollector;
import org.junit.jupiter.api.Test;

class NestedSelectsTest {
  private static final String MAPPER =
      """
      package a;
      import org.apache.ibatis.annotations.*;
      interface OrderMapper {
        %s
      }
      """;

  private static FactCollector facts(String methods, String xml) {
    return Fixture.of(
            MAPPER.formatted(methods),
            """
            package a;
            import org.apache.ibatis.annotations.*;
            interface LineMapper {
              @Select("select * from lines")
              @Results(@Result(property = "tag", one = @One(select = "a.TagMapper.of")))
              Object ofOrder(long id);
            }
            """,
            """
            package a;
            import org.apache.ibatis.annotations.*;
            interface TagMapper { @Select("select * from tags") Object of(long id); }
            """)
        .with(
            "OrderMapper.xml",
            "<!DOCTYPE mapper PUBLIC '-//mybatis.org//DTD Mapper 3.0//EN' 'x'><mapper"
                + " namespace='a.OrderMapper'>"
                + xml
                + "</mapper>")
        .facts(new MyBatisXml(), new MyBatisAnnotations());
  }

  @Test
  void anAnnotatedStatementRunsThoseOfFilesAndOfOtherMappersThatFillItsResult() {
    FactCollector facts =
        facts(
            """
            @Select("select * from orders")
            @Results({@Result(property = "lines", many = @Many(select = "a.LineMapper.ofOrder")),
              @Result(property = "owner", one = @One(select = "ownerOf"))})
            Object one(long id);
            Object ownerOf(long id);
            """,
            "<select id='ownerOf'>select * from owners</select>");

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT lines LineMapper.ofOrder MYBATIS_ANNOTATION",
            "SELECT lines OrderMapper.one MYBATIS_ANNOTATION",
            "SELECT orders OrderMapper.one MYBATIS_ANNOTATION",
            "SELECT owners OrderMapper.one MYBATIS_XML",
            "SELECT owners OrderMapper.ownerOf MYBATIS_XML",
            "SELECT tags LineMapper.ofOrder MYBATIS_ANNOTATION",
            "SELECT tags OrderMapper.one MYBATIS_ANNOTATION",
            "SELECT tags TagMapper.of MYBATIS_ANNOTATION");
    assertThat(facts.statements().all()).isEqualTo(4);
  }

  @Test
  void resultsThatAnAnnotationNamesAreThoseOfTheFileOrOfAnotherMethod() {
    FactCollector facts =
        facts(
            """
            @Select("select * from orders") @ResultMap("full") Object all();
            @Select("select * from open_orders") @ResultMap("own") Object open();
            @Select("select * from old_orders") @ResultMap("gone") Object old();
            @Select("select * from new_orders")
            @Results(id = "own", value = @Result(many = @Many(select = "a.LineMapper.ofOrder")))
            Object fresh();
            """,
            "<resultMap id='full' type='a.Order'><collection property='tags'"
                + " select='a.TagMapper.of'/></resultMap>");

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT lines LineMapper.ofOrder MYBATIS_ANNOTATION",
            "SELECT lines OrderMapper.fresh MYBATIS_ANNOTATION",
            "SELECT lines OrderMapper.open MYBATIS_ANNOTATION",
            "SELECT new_orders OrderMapper.fresh MYBATIS_ANNOTATION",
            "SELECT old_orders OrderMapper.old MYBATIS_ANNOTATION",
            "SELECT open_orders OrderMapper.open MYBATIS_ANNOTATION",
            "SELECT orders OrderMapper.all MYBATIS_ANNOTATION",
            "SELECT tags LineMapper.ofOrder MYBATIS_ANNOTATION",
            "SELECT tags OrderMapper.all MYBATIS_ANNOTATION",
            "SELECT tags OrderMapper.fresh MYBATIS_ANNOTATION",
            "SELECT tags OrderMapper.open MYBATIS_ANNOTATION",
            "SELECT tags TagMapper.of MYBATIS_ANNOTATION");
  }

  @Test
  void aStatementOfAFileRunsAnnotatedOnesThatFillItsResult() {
    FactCollector facts =
        facts(
            "Object all(); Object plain();",
            """
            <resultMap id='full' type='a.Order'><association property='line'
              select='a.LineMapper.ofOrder'/></resultMap>
            <select id='all' resultMap='full'>select * from orders</select>
            <select id='plain' resultType='a.Order'>select * from plain_orders</select>
            """);

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT lines LineMapper.ofOrder MYBATIS_ANNOTATION",
            "SELECT lines OrderMapper.all MYBATIS_ANNOTATION",
            "SELECT orders OrderMapper.all MYBATIS_XML",
            "SELECT plain_orders OrderMapper.plain MYBATIS_XML",
            "SELECT tags LineMapper.ofOrder MYBATIS_ANNOTATION",
            "SELECT tags OrderMapper.all MYBATIS_ANNOTATION",
            "SELECT tags TagMapper.of MYBATIS_ANNOTATION");
  }

  @Test
  void statementsThatFillEachOtherEnd() {
    FactCollector facts =
        facts(
            """
            @Select("select * from a") @Results(@Result(one = @One(select = "b"))) Object a();
            @Select("select * from b") @Results(@Result(one = @One(select = "a"))) Object b();
            """,
            "");

    assertThat(Fixture.accesses(facts))
        .containsExactly(
            "SELECT a OrderMapper.a MYBATIS_ANNOTATION",
            "SELECT a OrderMapper.b MYBATIS_ANNOTATION",
            "SELECT b OrderMapper.a MYBATIS_ANNOTATION",
            "SELECT b OrderMapper.b MYBATIS_ANNOTATION",
            "SELECT lines LineMapper.ofOrder MYBATIS_ANNOTATION",
            "SELECT tags LineMapper.ofOrder MYBATIS_ANNOTATION",
            "SELECT tags TagMapper.of MYBATIS_ANNOTATION");
  }
}
