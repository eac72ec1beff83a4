package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.beans.Introspector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields of a GraphQL schema and the methods that fetch them. */
public final class GraphQlFields implements Analyzer {
  private static final String SPRING = "org.springframework.graphql.data.method.annotation.";
  private static final String DGS = "com.netflix.graphql.dgs.";
  private static final String SPQR = "io.leangen.graphql.annotations.";
  private static final String MICROPROFILE = "org.eclipse.microprofile.graphql.";
  private static final String QUERY = "Query";
  private static final String MUTATION = "Mutation";
  private static final String SUBSCRIPTION = "Subscription";

  /**
   * An annotation of a method.
   *
   * @param type that has the field; empty where the annotation says so itself
   * @param keys attributes that name the field
   * @param bare whether a getter's prefix is left out of the field's name
   */
  private record Kind(String annotation, String type, List<String> keys, boolean bare) {}

  private static final List<String> NAME = List.of("name", "value");
  private static final List<Kind> KINDS =
      List.of(
          new Kind(SPRING + "QueryMapping", QUERY, NAME, false),
          new Kind(SPRING + "MutationMapping", MUTATION, NAME, false),
          new Kind(SPRING + "SubscriptionMapping", SUBSCRIPTION, NAME, false),
          new Kind(SPRING + "SchemaMapping", "", List.of("field", "value"), false),
          new Kind(SPRING + "BatchMapping", "", List.of("field", "value"), false),
          new Kind(DGS + "DgsQuery", QUERY, List.of("field"), false),
          new Kind(DGS + "DgsMutation", MUTATION, List.of("field"), false),
          new Kind(DGS + "DgsSubscription", SUBSCRIPTION, List.of("field"), false),
          new Kind(DGS + "DgsData", "", List.of("field"), false),
          new Kind(DGS + "DgsEntityFetcher", "_entities", List.of("name"), false),
          new Kind(MICROPROFILE + QUERY, QUERY, List.of("value"), true),
          new Kind(MICROPROFILE + MUTATION, MUTATION, List.of("value"), true),
          new Kind("io.smallrye.graphql.api.Subscription", SUBSCRIPTION, List.of("value"), true),
          new Kind(SPQR + "GraphQLQuery", QUERY, NAME, true),
          new Kind(SPQR + "GraphQLMutation", MUTATION, NAME, true),
          new Kind(SPQR + "GraphQLSubscription", SUBSCRIPTION, NAME, true));

  /** Interfaces of graphql-java-tools that mark a class as the holder of a type's fields. */
  private static final Map<String, String> RESOLVERS =
      new TreeMap<>(
          Map.of(
              "GraphQLQueryResolver", QUERY,
              "GraphQLMutationResolver", MUTATION,
              "GraphQLSubscriptionResolver", SUBSCRIPTION));

  private static final List<String> TOOLS =
      List.of("graphql.kickstart.tools.", "com.coxautodev.graphql.tools.");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        if (method.hasBody() && !method.annotations().isEmpty()) {
          annotated(type, method, entries);
        }
      }
      resolver(code, type, entries);
    }
    entries.addTo(facts);
  }

  private static void annotated(JavaType type, JavaMethod method, EntryPoints entries) {
    for (Kind each : KINDS) {
      Annotation found = method.annotation(each.annotation());
      if (found != null) {
        String named = field(found, each.keys());
        String field = named != null ? named : each.bare() ? bare(method.name()) : method.name();
        String owner = each.type().isEmpty() ? owner(type, method, found) : each.type();
        entries.method(
            EntryPointKind.GRAPHQL,
            "graphql",
            owner.isEmpty() ? field : owner + "." + field,
            type,
            method,
            Certainty.PARSED);
        return;
      }
    }
  }

  private static @Nullable String field(Annotation annotation, List<String> keys) {
    for (String key : keys) {
      String text = annotation.text(key);
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  /** The type that has the field: as said, or that of the first parameter, the source. */
  private static String owner(JavaType type, JavaMethod method, Annotation found) {
    String said = found.text("typeName", "parentType");
    if (said != null && !said.isEmpty()) {
      return said;
    }
    Annotation ofType = type.annotation(SPRING + "SchemaMapping");
    String byType = ofType == null ? null : ofType.text("typeName");
    if (byType != null && !byType.isEmpty()) {
      return byType;
    }
    for (JavaMethod.Parameter each : method.parameters()) {
      if (each.annotations().isEmpty()) {
        String name =
            each.type().arguments().isEmpty() ? each.type().name() : each.type().argument(0).name();
        return name.substring(name.lastIndexOf('.') + 1);
      }
    }
    return "";
  }

  private static void resolver(CodeBase code, JavaType type, EntryPoints entries) {
    if (type.isAbstract()) {
      return;
    }
    Set<String> supertypes = Lineage.supertypes(code, type);
    RESOLVERS.forEach(
        (simple, owner) -> {
          if (TOOLS.stream().anyMatch(each -> supertypes.contains(each + simple))) {
            for (JavaMethod each : type.methods()) {
              if (each.isPublic() && !each.isStatic() && !each.isConstructor()) {
                entries.method(
                    EntryPointKind.GRAPHQL,
                    "graphql",
                    owner + "." + bare(each.name()),
                    type,
                    each,
                    Certainty.INFERRED);
              }
            }
          }
        });
  }

  private static String bare(String method) {
    for (String prefix : List.of("get", "is", "set")) {
      if (method.startsWith(prefix)
          && method.length() > prefix.length()
          && Character.isUpperCase(method.charAt(prefix.length()))) {
        return Introspector.decapitalize(method.substring(prefix.length()));
      }
    }
    return method;
  }
}
