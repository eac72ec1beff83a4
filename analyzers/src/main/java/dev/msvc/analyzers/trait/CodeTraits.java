package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What annotations, fields, supertypes and calls show: sessions, caches, threads, files, plug-ins.
 */
public final class CodeTraits implements Analyzer {
  private static final String ROUTER = "AbstractRoutingDataSource";

  /** Names of whom a source of data is chosen for, where it is not a master and its copies. */
  private static final Pattern CUSTOMER =
      Pattern.compile(".*(?:tenan|mandant|customer|client|compan|organi[sz]ation|merchant).*");

  private static final Map<String, TraitKind> SUPERTYPES =
      Map.ofEntries(
          Map.entry("MultiTenantConnectionProvider", TraitKind.TENANCY),
          Map.entry("AbstractMultiTenantConnectionProvider", TraitKind.TENANCY),
          Map.entry("AbstractDataSourceBasedMultiTenantConnectionProviderImpl", TraitKind.TENANCY),
          Map.entry("CurrentTenantIdentifierResolver", TraitKind.TENANCY),
          Map.entry("TenantLineHandler", TraitKind.TENANCY),
          Map.entry(ROUTER, TraitKind.TENANCY),
          Map.entry("PermissionEvaluator", TraitKind.ROW_SECURITY),
          Map.entry("DataPermissionHandler", TraitKind.ROW_SECURITY),
          Map.entry("MultiDataPermissionHandler", TraitKind.ROW_SECURITY),
          Map.entry("TransactionSynchronization", TraitKind.AFTER_COMMIT),
          Map.entry("TransactionSynchronizationAdapter", TraitKind.AFTER_COMMIT),
          Map.entry("BundleActivator", TraitKind.PLUG_IN),
          Map.entry("XADataSource", TraitKind.DISTRIBUTED_TRANSACTION),
          Map.entry("XAResource", TraitKind.DISTRIBUTED_TRANSACTION));

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    IdSources ids = IdSources.of(sources);
    Callers callers = new Callers(code);
    RedisUses redis = new RedisUses(code, callers);
    LifeTimes lives = new LifeTimes(code);
    Workers.map(code.types(), each -> read(code, each, ids, callers, redis, lives))
        .forEach(each -> each.forEach(facts::add));
  }

  private static List<Trait> read(
      CodeBase code,
      JavaType type,
      IdSources ids,
      Callers callers,
      RedisUses redis,
      LifeTimes lives) {
    Found found = new Found(new ArrayList<>(), type.file(), type.name(), "");
    Marks.read(type.annotations(), found, type.simpleName());
    supertypes(type, found);
    ids.read(code, type, found);
    FieldHabits fields = new FieldHabits(type, lives);
    for (JavaField each : type.fields()) {
      String name = type.simpleName() + "." + each.name();
      Marks.read(each.annotations(), found, name);
      fields.read(each, found);
      PlugInRegistries.read(name, each.type(), each.line(), found);
    }
    for (JavaMethod each : type.methods()) {
      Found there = found.at(each.name());
      Marks.read(each.annotations(), there, type.simpleName() + "." + each.name());
      CallHabits.read(code, each, there);
      RightsInCode.read(code, each, there);
      LocalFiles.read(each, callers, there);
      redis.read(each, there);
      OwnThreads.read(code, each, there);
      PageHabits.read(code, type, each, there);
    }
    HandsOut.read(code, type, found);
    for (JavaMethod each : type.initializers()) {
      CallHabits.read(code, each, found);
      OwnThreads.read(code, each, found);
    }
    return found.all();
  }

  private static void supertypes(JavaType type, Found found) {
    List<TypeRef> all = new ArrayList<>(type.interfaces());
    TypeRef superclass = type.superclass();
    if (superclass != null) {
      all.add(superclass);
    }
    for (TypeRef each : all) {
      PlugInRegistries.read(type.simpleName(), each, type.line(), found);
      String simple = each.name().substring(each.name().lastIndexOf('.') + 1);
      TraitKind kind = SUPERTYPES.get(simple);
      // a type of the system's own of that name is something else
      if (kind != null
          && !simple.equals(type.simpleName())
          && (!simple.equals(ROUTER) || choosesByCustomer(type))) {
        found.add(
            kind, type.simpleName(), "is %s %s".formatted(article(simple), simple), type.line());
      }
    }
  }

  private static String article(String name) {
    return "AEIO".indexOf(name.charAt(0)) < 0 ? "a" : "an";
  }

  /** Whether the key by which it chooses is named after customers. */
  private static boolean choosesByCustomer(JavaType type) {
    Stream<String> calls =
        type.methods().stream()
            .filter(each -> each.name().equals("determineCurrentLookupKey"))
            .flatMap(each -> each.calls().stream())
            .flatMap(each -> Stream.of(each.receiver().simpleName(), each.name()));
    return Stream.concat(Stream.of(type.simpleName()), calls)
        .anyMatch(each -> CUSTOMER.matcher(each.toLowerCase(Locale.ROOT)).matches());
  }
}
