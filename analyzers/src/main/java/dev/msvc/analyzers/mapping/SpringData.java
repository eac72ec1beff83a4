package dev.msvc.analyzers.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The annotations by which Spring Data maps classes to what is not JPA's. */
final class SpringData {
  static final String RELATIONAL = "org.springframework.data.relational.core.mapping.";
  static final String CASSANDRA = "org.springframework.data.cassandra.core.mapping.";
  static final String ID = "org.springframework.data.annotation.Id";
  static final String TRANSIENT = "org.springframework.data.annotation.Transient";

  private SpringData() {}

  /** What says that a class is a row of a table; null for nothing. */
  static @Nullable Mark table(List<Mark> marks) {
    return Jpa.named(marks, RELATIONAL + "Table", CASSANDRA + "Table");
  }

  /** What says that a class is a document of a collection; null for nothing. */
  static @Nullable Mark document(List<Mark> marks) {
    return Jpa.named(
        marks,
        "org.springframework.data.mongodb.core.mapping.Document",
        "org.springframework.data.elasticsearch.annotations.Document",
        "org.springframework.data.couchbase.core.mapping.Document",
        "org.springframework.data.redis.core.RedisHash");
  }
}
