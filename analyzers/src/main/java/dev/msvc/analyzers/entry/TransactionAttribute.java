package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a container wraps a method in a transaction.
 *
 * @param propagation {@code REQUIRED}, {@code REQUIRES_NEW}...; empty where it is not known
 * @param certainty parsed where an annotation stands at the method or its type
 */
record TransactionAttribute(String propagation, boolean readOnly, Certainty certainty) {
  private static final String REQUIRED = "REQUIRED";
  private static final String SPRING = "org.springframework.transaction.annotation.Transactional";
  private static final String[] EE = MetaAnnotations.ee("transaction.Transactional");

  /** Of other libraries, that know of nothing but a transaction that is joined or begun. */
  private static final String[] OTHERS = {
    "com.google.inject.persist.Transactional",
    "io.micronaut.transaction.annotation.Transactional",
    "io.micronaut.transaction.annotation.TransactionalAdvice",
    "io.quarkus.hibernate.reactive.panache.common.WithTransaction",
    "io.dropwizard.hibernate.UnitOfWork",
    "io.ebean.annotation.Transactional",
    "org.apache.deltaspike.jpa.api.transaction.Transactional",
    "org.jboss.seam.annotations.Transactional",
    "org.jdbi.v3.sqlobject.transaction.Transaction",
    "org.skife.jdbi.v2.sqlobject.Transaction",
    "org.apache.tapestry5.hibernate.annotations.CommitAfter",
    "org.apache.tapestry5.jpa.annotations.CommitAfter",
    "play.db.jpa.Transactional"
  };

  private static final String[] ATTRIBUTE = MetaAnnotations.ee("ejb.TransactionAttribute");
  private static final String[] MANAGEMENT = MetaAnnotations.ee("ejb.TransactionManagement");
  private static final String[] LIFECYCLE =
      MetaAnnotations.ee("annotation.PostConstruct", "annotation.PreDestroy");
  private static final String[] SINGLETON = MetaAnnotations.ee("ejb.Singleton");
  private static final String[] TIMER =
      MetaAnnotations.ee("ejb.Schedule", "ejb.Schedules", "ejb.Timeout");
  private static final Set<String> OF_ITS_OWN = Set.of("REQUIRES_NEW", "NOT_SUPPORTED", "NEVER");
  private static final Set<String> OUTSIDE = Set.of("NOT_SUPPORTED", "NEVER");

  /** Started by the program itself, often just to have another propagation than the usual. */
  static final TransactionAttribute PROGRAMMATIC =
      new TransactionAttribute("", false, Certainty.INFERRED);

  /** Whether what it does is no part of its caller's transaction. */
  boolean leavesCaller() {
    return OF_ITS_OWN.contains(propagation);
  }

  /** Whether it runs without any transaction. */
  boolean isOutside() {
    return OUTSIDE.contains(propagation);
  }

  private TransactionAttribute parsed() {
    return new TransactionAttribute(propagation, readOnly, Certainty.PARSED);
  }

  private record All(Map<JavaMethod, TransactionAttribute> byMethod) {}

  /** Attributes of all methods of the system that have one by an annotation; the caller's own. */
  static Map<JavaMethod, TransactionAttribute> all(Sources sources) {
    return new HashMap<>(sources.shared(All.class, each -> new All(read(each.code()))).byMethod());
  }

  private static Map<JavaMethod, TransactionAttribute> read(CodeBase code) {
    MetaAnnotations meta = new MetaAnnotations(code);
    // a type that many extend is looked at once
    Map<JavaType, Boolean> mentioning = new HashMap<>();
    Map<JavaMethod, TransactionAttribute> all = new HashMap<>();
    for (JavaType type : code.types()) {
      Lineage lineage = Lineage.of(code, type);
      boolean relevant = false;
      for (JavaType each : lineage.types()) {
        relevant |= mentioning.computeIfAbsent(each, one -> mentions(meta, one));
      }
      if (relevant) {
        ofType(meta, type, lineage, all);
      }
    }
    return all;
  }

  private static boolean mentions(MetaAnnotations meta, JavaType type) {
    if (isTransactional(meta, type.annotations())
        || type.annotation(EjbRemotes.SESSION) != null
        || type.annotation(EjbRemotes.MESSAGE_DRIVEN) != null) {
      return true;
    }
    for (JavaMethod each : type.methods()) {
      if (isTransactional(meta, each.annotations())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTransactional(MetaAnnotations meta, List<Annotation> annotations) {
    return !annotations.isEmpty()
        && (meta.has(annotations, SPRING)
            || meta.has(annotations, EE)
            || meta.has(annotations, OTHERS));
  }

  private static void ofType(
      MetaAnnotations meta,
      JavaType type,
      Lineage lineage,
      Map<JavaMethod, TransactionAttribute> all) {
    TransactionAttribute ofType = null;
    for (JavaType each : lineage.types()) {
      ofType = ofType == null ? declared(meta, each.annotations(), each == type) : ofType;
    }
    boolean bean = isManagedBean(type);
    for (JavaMethod method : type.methods()) {
      if (method.isConstructor() || method.isStatic()) {
        continue;
      }
      TransactionAttribute found = null;
      for (JavaMethod each : overridden(lineage, method)) {
        found = found == null ? declared(meta, each.annotations(), each == method) : found;
      }
      boolean called = isPublic(method) || (bean && isCalledByContainer(method));
      if (found == null && called) {
        found = ofType != null || !bean ? ofType : ofBean(type, method);
      }
      if (found != null) {
        boolean ownType = called && ofType != null && ofType.certainty() == Certainty.PARSED;
        all.put(method, ownType ? found.parsed() : found);
      }
    }
  }

  /** Whether the container calls it in a transaction, even where it is private. */
  private static boolean isCalledByContainer(JavaMethod method) {
    return method.annotation(TIMER) != null
        || (method.owner().annotation(SINGLETON) != null && method.annotation(LIFECYCLE) != null);
  }

  /** Whether callers of its bean can call it. */
  static boolean isPublic(JavaMethod method) {
    return method.isPublic() || (method.owner().isAbstract() && !method.hasBody());
  }

  private static List<JavaMethod> overridden(Lineage lineage, JavaMethod method) {
    List<JavaMethod> all = new ArrayList<>();
    all.add(method);
    for (JavaType each : lineage.types()) {
      for (JavaMethod candidate : each.methods(method.name())) {
        if (candidate.owner() != method.owner() && Lineage.overrides(method, candidate)) {
          all.add(candidate);
        }
      }
    }
    return all;
  }

  private static boolean isManagedBean(JavaType type) {
    boolean bean =
        type.annotation(EjbRemotes.SESSION) != null
            || type.annotation(EjbRemotes.MESSAGE_DRIVEN) != null;
    Annotation management = bean ? type.annotation(MANAGEMENT) : null;
    return bean && (management == null || !"BEAN".equals(management.text("value")));
  }

  private static @Nullable TransactionAttribute ofBean(JavaType type, JavaMethod method) {
    if (method.annotation(LIFECYCLE) != null && type.annotation(SINGLETON) == null) {
      return null;
    }
    Annotation found = method.annotation(ATTRIBUTE);
    found = found == null ? type.annotation(ATTRIBUTE) : found;
    String value = found == null ? null : found.text("value");
    return new TransactionAttribute(
        value == null ? REQUIRED : value,
        false,
        found == null ? Certainty.INFERRED : Certainty.PARSED);
  }

  /** What annotations say; those of another type or method are taken over by a rule. */
  private static @Nullable TransactionAttribute declared(
      MetaAnnotations meta, List<Annotation> annotations, boolean own) {
    Certainty certainty = own ? Certainty.PARSED : Certainty.INFERRED;
    if (annotations.isEmpty()) {
      return null;
    }
    Annotation spring = meta.find(annotations, SPRING);
    if (spring != null) {
      String propagation = spring.text("propagation");
      return new TransactionAttribute(
          propagation == null ? REQUIRED : propagation, spring.flag("readOnly", false), certainty);
    }
    Annotation ee = meta.find(annotations, EE);
    if (ee != null) {
      String propagation = ee.text("value");
      return new TransactionAttribute(
          propagation == null ? REQUIRED : propagation, false, certainty);
    }
    Annotation other = meta.find(annotations, OTHERS);
    if (other != null && other.flag("transactional", true)) {
      return new TransactionAttribute(REQUIRED, other.flag("readOnly", false), certainty);
    }
    return null;
  }
}
