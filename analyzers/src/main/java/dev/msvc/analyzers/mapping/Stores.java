package dev.msvc.analyzers.mapping;

import dev.msvc.model.TableKind;
import java.beans.Introspector;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The annotations other than JPA's that map a class, each with the name that it gives or implies.
 */
final class Stores {
  static final String RELATIONAL = "org.springframework.data.relational.core.mapping.";
  static final String CASSANDRA = "org.springframework.data.cassandra.core.mapping.";
  static final String MICRONAUT = "io.micronaut.data.annotation.";

  /** What a class is called where its annotation gives no name. */
  private enum ByDefault {
    SIMPLE,
    DECAPITALIZED,
    SNAKE_CASE,
    LOWER_CASE,
    QUALIFIED
  }

  private record Store(String annotation, TableKind kind, ByDefault byDefault, List<String> keys) {
    String nameGiven(Mark mark) {
      for (String each : keys) {
        if (!mark.given(each).isEmpty()) {
          return mark.given(each);
        }
      }
      return "";
    }
  }

  private static final List<Store> ALL =
      List.of(
          // rows
          table(RELATIONAL + "Table", ByDefault.SNAKE_CASE, "value", "name"),
          table(CASSANDRA + "Table", ByDefault.LOWER_CASE, "value"),
          table(MICRONAUT + "MappedEntity", ByDefault.SNAKE_CASE, "value"),
          table("javax.jdo.annotations.PersistenceCapable", ByDefault.SIMPLE, "table"),
          // documents, hashes, nodes
          collection(
              "org.springframework.data.mongodb.core.mapping.Document",
              ByDefault.DECAPITALIZED,
              "collection",
              "value"),
          collection(
              "org.springframework.data.elasticsearch.annotations.Document",
              ByDefault.DECAPITALIZED,
              "indexName"),
          collection(
              "org.springframework.data.couchbase.core.mapping.Document", ByDefault.DECAPITALIZED),
          collection("org.springframework.data.redis.core.RedisHash", ByDefault.QUALIFIED, "value"),
          collection(
              "org.springframework.data.solr.core.mapping.SolrDocument",
              ByDefault.LOWER_CASE,
              "collection",
              "solrCoreName",
              "value"),
          collection(
              "org.springframework.data.neo4j.core.schema.Node",
              ByDefault.SIMPLE,
              "primaryLabel",
              "value",
              "labels"),
          collection("org.neo4j.ogm.annotation.NodeEntity", ByDefault.SIMPLE, "label", "value"),
          collection(
              "com.arangodb.springframework.annotation.Document",
              ByDefault.DECAPITALIZED,
              "value",
              "collection"),
          collection(
              "com.azure.spring.data.cosmos.core.mapping.Container",
              ByDefault.SIMPLE,
              "containerName"),
          collection(
              "io.quarkus.mongodb.panache.common.MongoEntity", ByDefault.SIMPLE, "collection"),
          collection("io.quarkus.mongodb.panache.MongoEntity", ByDefault.SIMPLE, "collection"),
          collection("dev.morphia.annotations.Entity", ByDefault.DECAPITALIZED, "value"),
          collection(
              "org.mongodb.morphia.annotations.Entity", ByDefault.SIMPLE, "value", "collection"),
          collection("com.googlecode.objectify.annotation.Entity", ByDefault.SIMPLE, "name"),
          collection(
              "com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable",
              ByDefault.SIMPLE,
              "tableName"));

  private static final String[] IDS = {
    "org.springframework.data.annotation.Id", MICRONAUT + "Id", "org.neo4j.ogm.annotation.Id"
  };

  private static final String[] TRANSIENTS = {
    "org.springframework.data.annotation.Transient", MICRONAUT + "Transient"
  };

  private Stores() {}

  static boolean isId(List<Mark> marks) {
    return Jpa.named(marks, IDS) != null;
  }

  static boolean isTransient(List<Mark> marks) {
    return Jpa.named(marks, TRANSIENTS) != null;
  }

  private static Store table(String annotation, ByDefault byDefault, String... keys) {
    return new Store(annotation, TableKind.UNDEFINED, byDefault, List.of(keys));
  }

  private static Store collection(String annotation, ByDefault byDefault, String... keys) {
    return new Store(annotation, TableKind.COLLECTION, byDefault, List.of(keys));
  }

  /** What the objects of a class with these marks are kept in; null where none maps it. */
  static @Nullable TableKind kind(List<Mark> marks) {
    for (Mark mark : marks) {
      for (Store each : ALL) {
        if (mark.is(each.annotation())) {
          return each.kind();
        }
      }
    }
    return null;
  }

  /** A name as a mapping gives it or implies it. */
  record Given(String name, String schema, boolean explicit) {
    /** Whether it is known only where the program runs. */
    boolean isDynamic() {
      return name.contains("#{") || name.contains("${");
    }
  }

  /** What a class is called there. */
  static Given name(Mapped type) {
    for (Mark mark : type.marks()) {
      for (Store each : ALL) {
        if (mark.is(each.annotation())) {
          String name = each.nameGiven(mark);
          return name.isEmpty()
              ? new Given(byDefault(type, each.byDefault()), TableNames.schema(mark), false)
              : new Given(name, TableNames.schema(mark), true);
        }
      }
    }
    ByDefault convention = type.isDocument() ? ByDefault.DECAPITALIZED : ByDefault.SNAKE_CASE;
    return new Given(byDefault(type, convention), "", false);
  }

  private static String byDefault(Mapped type, ByDefault convention) {
    return switch (convention) {
      case SIMPLE -> type.simpleName();
      case DECAPITALIZED -> Introspector.decapitalize(type.simpleName());
      case SNAKE_CASE -> Naming.snake(type.simpleName());
      case LOWER_CASE -> type.simpleName().toLowerCase(Locale.ROOT);
      case QUALIFIED -> type.name().replaceAll("@.*", "");
    };
  }
}
