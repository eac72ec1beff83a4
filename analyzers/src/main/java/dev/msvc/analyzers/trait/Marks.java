package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.model.TraitKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What annotations say. */
final class Marks {
  /**
   * An annotation of a framework.
   *
   * @param names values that say what the trait is about, tried in this order
   */
  private record Known(String fullName, TraitKind kind, List<String> names) {}

  private static final Map<String, List<Known>> KNOWN = new HashMap<>();

  /** Annotations of one's own that ask for rights, as far as their names tell. */
  private static final Pattern OWN_SECURITY =
      Pattern.compile(
          "(?:Pre)?Authori[sz]ed?|Requires?(?:Role|Permission|Privilege|Authority)s?|(?:Has|Check)(?:Role|Permission)s?");

  /** Annotations of one's own that add a condition on rows to each statement, as names tell. */
  private static final Pattern OWN_ROWS =
      Pattern.compile("(?:Data|Row)(?:Scope|Permission|Auth|Access|Filter)s?|PermissionData");

  static {
    String cache = "org.springframework.cache.annotation.";
    for (String each : List.of("Cacheable", "CachePut", "CacheEvict")) {
      add(cache + each, TraitKind.CACHE, "value", "cacheNames");
    }
    for (String each : List.of("CacheResult", "CachePut", "CacheRemove", "CacheRemoveAll")) {
      add("javax.cache.annotation." + each, TraitKind.CACHE, "cacheName");
    }
    add("io.quarkus.cache.CacheResult", TraitKind.CACHE, "cacheName");
    add("io.quarkus.cache.CacheInvalidate", TraitKind.CACHE, "cacheName");
    add("io.micronaut.cache.annotation.Cacheable", TraitKind.CACHE, "value", "cacheNames");
    add("org.hibernate.annotations.Cache", TraitKind.SECOND_LEVEL_CACHE, "region");
    both("persistence.Cacheable", TraitKind.SECOND_LEVEL_CACHE);
    both("enterprise.context.SessionScoped", TraitKind.SESSION_STATE);
    both("faces.bean.SessionScoped", TraitKind.SESSION_STATE);
    both("ejb.Stateful", TraitKind.SESSION_STATE);
    add("org.springframework.web.context.annotation.SessionScope", TraitKind.SESSION_STATE);
    add(
        "org.springframework.web.bind.annotation.SessionAttributes",
        TraitKind.SESSION_STATE,
        "value",
        "names");
    String security = "org.springframework.security.access.";
    add(security + "prepost.PreAuthorize", TraitKind.METHOD_SECURITY, "value");
    add(security + "prepost.PostAuthorize", TraitKind.METHOD_SECURITY, "value");
    add(security + "prepost.PreFilter", TraitKind.ROW_SECURITY, "value");
    add(security + "prepost.PostFilter", TraitKind.ROW_SECURITY, "value");
    add(security + "annotation.Secured", TraitKind.METHOD_SECURITY, "value");
    both("annotation.security.RolesAllowed", TraitKind.METHOD_SECURITY, "value");
    String shiro = "org.apache.shiro.authz.annotation.";
    add(shiro + "RequiresPermissions", TraitKind.METHOD_SECURITY, "value");
    add(shiro + "RequiresRoles", TraitKind.METHOD_SECURITY, "value");
    add(
        "org.springframework.transaction.event.TransactionalEventListener",
        TraitKind.AFTER_COMMIT,
        "phase");
    add("org.hibernate.annotations.TenantId", TraitKind.TENANCY);
    add("org.eclipse.persistence.annotations.Multitenant", TraitKind.TENANCY);
    add("org.eclipse.persistence.annotations.TenantDiscriminatorColumn", TraitKind.TENANCY);
    add("com.baomidou.lock.annotation.Lock4j", TraitKind.SHARED_LOCK, "name");
    add("org.hibernate.annotations.Any", TraitKind.ANY_RELATION);
    add("org.hibernate.annotations.ManyToAny", TraitKind.ANY_RELATION);
    both("persistence.SequenceGenerator", TraitKind.ID_SOURCE, "sequenceName", "name");
  }

  /** What a method gives back, in an expression of Spring Security. */
  private static final Pattern RETURNED = Pattern.compile("\\b(?:returnObject|filterObject)\\b");

  private Marks() {}

  private static void both(String name, TraitKind kind, String... names) {
    add("javax." + name, kind, names);
    add("jakarta." + name, kind, names);
  }

  private static void add(String fullName, TraitKind kind, String... names) {
    KNOWN
        .computeIfAbsent(
            fullName.substring(fullName.lastIndexOf('.') + 1), any -> new ArrayList<>())
        .add(new Known(fullName, kind, List.of(names)));
  }

  /** Adds what the annotations of a type, method or field say. */
  static void read(List<Annotation> annotations, Found found, String otherwise) {
    for (Annotation each : annotations) {
      String simple = each.simpleName();
      Known known = known(each, simple);
      if (known != null) {
        String detail = "@" + simple;
        List<String> names = each.texts(known.names().toArray(new String[0]));
        if (known.kind() == TraitKind.METHOD_SECURITY || known.kind() == TraitKind.ROW_SECURITY) {
          security(each, simple, names, found);
        } else if (!switchedOff(each, known.kind())) {
          for (String name : names.isEmpty() ? List.of(otherwise) : names) {
            found.add(known.kind(), name.isEmpty() ? otherwise : name, detail, each.line());
          }
        }
      } else if (simple.equals("Scope") && "session".equals(each.text("value", "scopeName"))) {
        found.add(TraitKind.SESSION_STATE, otherwise, "@Scope(\"session\")", each.line());
      } else if (simple.equals("Transactional") || simple.equals("ApplicationException")) {
        rollback(each, found, otherwise);
      } else if (each.is("org.hibernate.annotations.Filter")) {
        filter(each, found);
      } else if (OWN_SECURITY.matcher(simple).matches()) {
        found.inferred(TraitKind.METHOD_SECURITY, simple, "@" + simple, each.line());
      } else if (OWN_ROWS.matcher(simple).matches()) {
        found.inferred(TraitKind.ROW_SECURITY, simple, "@" + simple, each.line());
      }
    }
  }

  /** A filter of Hibernate's that is named after tenants. */
  private static void filter(Annotation annotation, Found found) {
    String name = annotation.text("name");
    if (name != null && name.toLowerCase(Locale.ROOT).contains("tenan")) {
      found.add(TraitKind.TENANCY, name, "@Filter " + name, annotation.line());
    }
  }

  private static @Nullable Known known(Annotation annotation, String simple) {
    for (Known each : KNOWN.getOrDefault(simple, List.of())) {
      if (annotation.is(each.fullName())) {
        return each;
      }
    }
    return null;
  }

  /** Whether it says that nothing is to be cached. */
  private static boolean switchedOff(Annotation annotation, TraitKind kind) {
    return kind == TraitKind.SECOND_LEVEL_CACHE
        && annotation.simpleName().equals("Cacheable")
        && !annotation.flag("value", true);
  }

  private static void security(
      Annotation annotation, String simple, List<String> names, Found found) {
    String expression = String.join(", ", names);
    boolean row =
        simple.endsWith("Filter")
            || RETURNED.matcher(expression).find()
            || (expression.contains("hasPermission(") && expression.contains("#"));
    found.add(
        row ? TraitKind.ROW_SECURITY : TraitKind.METHOD_SECURITY,
        simple,
        "@%s %s".formatted(simple, expression).strip(),
        annotation.line());
  }

  private static void rollback(Annotation annotation, Found found, String otherwise) {
    for (String key :
        List.of(
            "noRollbackFor",
            "noRollbackForClassName",
            "dontRollbackOn",
            "rollbackFor",
            "rollbackForClassName",
            "rollbackOn",
            "rollback")) {
      if (annotation.has(key)) {
        found.add(
            TraitKind.ROLLBACK_RULE,
            otherwise,
            "@%s(%s)".formatted(annotation.simpleName(), key),
            annotation.line());
        return;
      }
    }
  }
}
