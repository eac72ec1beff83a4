package dev.msvc.analyzers.mapping;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.TypeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which types are Spring Data repositories, and of which entity. */
public final class RepositoryTypes {
  private static final String DATA = "org.springframework.data.";
  private static final String COSIUM = "com.cosium.spring.data.jpa.entity.graph.repository.";
  private static final List<String> BASES =
      List.of(
          DATA + "jpa.repository.JpaRepository",
          DATA + "jpa.repository.support.JpaRepositoryImplementation",
          DATA + "repository.ListCrudRepository",
          DATA + "repository.ListPagingAndSortingRepository",
          DATA + "repository.PagingAndSortingRepository",
          DATA + "repository.CrudRepository",
          DATA + "repository.Repository",
          DATA + "repository.reactive.ReactiveCrudRepository",
          DATA + "repository.reactive.ReactiveSortingRepository",
          DATA + "repository.reactive.RxJava2CrudRepository",
          DATA + "repository.reactive.RxJava3CrudRepository",
          DATA + "repository.kotlin.CoroutineCrudRepository",
          DATA + "r2dbc.repository.R2dbcRepository",
          DATA + "mongodb.repository.MongoRepository",
          DATA + "mongodb.repository.ReactiveMongoRepository",
          DATA + "elasticsearch.repository.ElasticsearchRepository",
          DATA + "cassandra.repository.CassandraRepository",
          DATA + "couchbase.repository.CouchbaseRepository",
          DATA + "elasticsearch.repository.ReactiveElasticsearchRepository",
          DATA + "cassandra.repository.MapIdCassandraRepository",
          DATA + "cassandra.repository.ReactiveCassandraRepository",
          DATA + "couchbase.repository.ReactiveCouchbaseRepository",
          DATA + "neo4j.repository.Neo4jRepository",
          DATA + "neo4j.repository.ReactiveNeo4jRepository",
          DATA + "ldap.repository.LdapRepository",
          DATA + "repository.history.RevisionRepository",
          DATA + "repository.reactive.RxJava3SortingRepository",
          DATA + "repository.kotlin.CoroutineSortingRepository",
          DATA + "keyvalue.repository.KeyValueRepository",
          DATA + "jpa.repository.support.SimpleJpaRepository",
          DATA + "jpa.repository.JpaSpecificationExecutor",
          DATA + "querydsl.QuerydslPredicateExecutor",
          COSIUM + "EntityGraphJpaRepository",
          COSIUM + "EntityGraphCrudRepository",
          COSIUM + "EntityGraphPagingAndSortingRepository",
          COSIUM + "EntityGraphListCrudRepository",
          COSIUM + "EntityGraphListPagingAndSortingRepository",
          COSIUM + "EntityGraphJpaSpecificationExecutor",
          COSIUM + "EntityGraphQuerydslPredicateExecutor",
          "io.hypersistence.utils.spring.repository.BaseJpaRepository",
          "io.hypersistence.utils.spring.repository.HibernateRepository");

  private final CodeBase code;

  public RepositoryTypes(CodeBase code) {
    this.code = code;
  }

  /** The entity's type if this is a repository, perhaps a type variable; null if it is none. */
  public @Nullable TypeRef entityOf(TypeRef type) {
    for (String base : BASES) {
      TypeRef seen = code.asSuper(type, base);
      if (seen != null) {
        return seen.argument(0);
      }
    }
    JavaType declared = type.isArray() || type.variable() ? null : code.project(type.name());
    if (declared != null) {
      Annotation definition =
          declared.annotation("org.springframework.data.repository.RepositoryDefinition");
      if (definition != null && !definition.types("domainClass").isEmpty()) {
        return definition.types("domainClass").get(0);
      }
    }
    return null;
  }

  public boolean isRepository(JavaType type) {
    return type.kind() == TypeKind.INTERFACE && entityOf(TypeRef.of(type.name())) != null;
  }

  /** Whether this repository's entities are documents of MongoDB. */
  public boolean isMongo(JavaType type) {
    return code.isA(type, DATA + "mongodb.repository.MongoRepository")
        || code.isA(type, DATA + "mongodb.repository.ReactiveMongoRepository");
  }
}
