package dev.msvc.analyzers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapperDraftsTest {
  @TempDir Path root;
  private DraftedSource source;

  @BeforeEach
  void tree() {
    source = new DraftedSource(root);
  }

  @Test
  void whatAnnotationsOfMyBatisPairIsOneField() throws IOException {
    source.sql(
        """
        create table topic (
          id bigint primary key, is_group boolean not null, parent_topic_id bigint, file varchar(40), madeby bigint,
          owner_ref bigint, nick varchar(7));
        """);
    source.java(
        "Topic",
        """
        public class Topic {
          private Long id; private boolean group; private Long parent; private String url;
          private Long madeBy; private Person owner; private String called;
        }
        """);
    source.java("Person", "public class Person { private Long id; private String name; }");
    source.java(
        "TopicMapper",
        """
        import org.apache.ibatis.annotations.*;
        import java.util.List;
        public interface TopicMapper {
          @Insert({"INSERT INTO topic (is_group, parent_topic_id, madeby, owner_ref)",
              " VALUES (#{group}, #{parent}, #{madeBy}, #{owner.id})"})
          void insert(Topic topic);
          @Update("UPDATE topic t SET file = #{it.url} WHERE t.parent_topic_id = #{it.id}")
          void update(@Param("it") Topic topic);
          @Select("SELECT t.*, nick AS called FROM topic t WHERE id = #{id}")
          @Results({@Result(column = "is_group", property = "group"), @Result(column = "id", property = "id")})
          List<Topic> all();
        }
        """);

    assertThat(source.yaml())
        .contains(
            """
              Topic:
                id: long
                fields:
                  group: boolean
                  parent: optional long
                  url: {type: optional string, max: 40}
                  madeBy: optional long
                  owner: optional Person
                  called: {type: optional string, max: 7}
            """)
        .doesNotContain("isGroup", "parentTopicId", "file:", "ownerRef", "nick");
  }

  @Test
  void whatFilesOfMyBatisPairIsOneFieldToo() throws IOException {
    source.sql(
        """
        create table item (
          item_id bigint primary key, attr1 varchar(30), attr2 varchar(31), shop bigint, amt decimal(8,2));
        create table stock (item_id bigint primary key references item(item_id), qty int);
        """);
    source.java(
        "Item",
        """
        public class Item {
          private Long itemId; private String first; private String second; private Long shopId;
          private java.math.BigDecimal amount; private int quantity;
        }
        """);
    source.java(
        "ItemMapper",
        "public interface ItemMapper { Item one(Long id); java.util.List<Item> all(); void"
            + " insert(Item it); void put(Item it); }");
    source.file(
        "src/main/resources/ItemMapper.xml",
        """
        <?xml version="1.0"?>
        <mapper namespace="com.acme.shop.order.ItemMapper">
          <resultMap id="base" type="Item"><id column="ITEM_ID" property="itemId"/><result column="attr1" property="first"/></resultMap>
          <resultMap id="more" type="Item" extends="base"><result column="amt" property="amount"/></resultMap>
          <sql id="columns">I.ITEM_ID, I.SHOP as shopId, I.attr1, I.AMT, S.QTY AS quantity</sql>
          <select id="one" resultMap="more">
            SELECT <include refid="columns"/> FROM ITEM I, STOCK S WHERE I.ITEM_ID = S.ITEM_ID and I.ITEM_ID = #{id}
          </select>
          <select id="all" resultType="Item">select attr1 from item left join stock on 1 = 1</select>
          <insert id="insert">insert into item
            <trim prefix="(" suffix=")" suffixOverrides=","><if test="second != null">attr2,</if></trim>
            <trim prefix="values (" suffix=")"><if test="second != null">#{second,jdbcType=VARCHAR},</if></trim>
          </insert>
          <update id="put">update stock set qty = qty - #{quantity} where item_id = #{itemId}</update>
        </mapper>
        """);

    assertThat(source.yaml())
        .contains(
            """
              Item:
                id: long
                fields:
                  first: {type: optional string, max: 30}
                  second: {type: optional string, max: 31}
                  shopId: optional long
                  amount: optional decimal(8,2)
                  quantity: int
                operations:
            """
                .stripTrailing());
  }

  @Test
  void rowsOfATableAreOfTheClassThatMappersWriteAndReadThemAs() throws IOException {
    source.sql(
        """
        create table acme_topic (id bigint primary key, name varchar(9) not null);
        create table acme_topic_roles (
          id bigint primary key, topic_id bigint, role_id bigint, was_there boolean, by_hand boolean);
        """);
    source.java(
        "Topic", "public class Topic { Long id; String name; java.util.List<TopicRole> roles; }");
    source.java(
        "TopicRole",
        "public class TopicRole { Long id; Topic topic; Long role; boolean assigned; boolean"
            + " manual; }");
    source.java(
        "TopicMapper",
        """
        import org.apache.ibatis.annotations.*;
        public interface TopicMapper {
          @Insert("insert into acme_topic (name) values (#{name})") void insert(Topic topic);
          @Select("select * from acme_topic where id = #{id}") Topic get(Long id);
        }
        """);
    source.java(
        "TopicRoleMapper",
        """
        import org.apache.ibatis.annotations.*;
        public interface TopicRoleMapper {
          @Insert("insert into acme_topic_roles (topic_id, role_id, was_there, by_hand) values (#{topic.id}, #{role}, #{assigned}, #{manual})")
          void insert(TopicRole role);
        }
        """);
    source.java(
        "TopicService",
        """
        public class TopicService {
          private TopicMapper topics; private TopicRoleMapper roles;
          void add(Topic it) { topics.insert(it); it.roles.forEach(each -> roles.insert(each)); }
        }
        """);

    assertThat(source.yaml())
        .contains(
            """
              TopicRole:
                id: long
                fields:
                  topicId: optional long
                  role: optional long
                  assigned: boolean
                  manual: boolean
            """)
        .doesNotContain("values:", "AcmeTopicRole", "roleId", "wasThere");
    assertThat(source.notes()).contains("Topic.roles: TopicRole has the reference, ask there");
  }

  @Test
  void whatAQueryJoinsFromTheTableOfAnotherIsNotKeptTwice() throws IOException {
    source.sql(
        """
        create table product (id bigint primary key, title varchar(9), brand_id bigint);
        create table brand (id bigint primary key, label varchar(9));
        """);
    source.java(
        "Product", "public class Product { Long id; String title; Long brandId; String brand; }");
    source.java(
        "ProductMapper",
        """
        import org.apache.ibatis.annotations.*;
        public interface ProductMapper {
          @Insert("insert into product (title, brand_id) values (#{title}, #{brandId})") void insert(Product it);
          @Select("select p.id, p.title, p.brand_id, b.label as brand from product p join brand b on b.id = p.brand_id")
          java.util.List<Product> all();
        }
        """);

    assertThat(source.notes()).contains("Product.brand: is kept in brand, not in its own table");
    assertThat(source.yaml()).doesNotContain("brand: optional string");
  }
}
