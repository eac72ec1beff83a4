package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.TypeKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Methods of enterprise beans that other machines can call, and message-driven beans. */
public final class EjbRemotes implements Analyzer {
  private static final String[] REMOTE = MetaAnnotations.ee("ejb.Remote");
  static final String[] SESSION =
      MetaAnnotations.ee("ejb.Stateless", "ejb.Stateful", "ejb.Singleton");
  static final String[] MESSAGE_DRIVEN = MetaAnnotations.ee("ejb.MessageDriven");
  private static final List<String> DESTINATION =
      List.of("destinationLookup", "destination", "destinationName");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      if (type.kind() == TypeKind.CLASS && type.annotation(SESSION) != null) {
        remote(code, type, entries);
      }
      Annotation messages = type.annotation(MESSAGE_DRIVEN);
      if (messages != null) {
        messages(code, type, messages, entries);
      }
    }
    entries.addTo(facts);
  }

  private static void remote(CodeBase code, JavaType bean, EntryPoints entries) {
    Lineage lineage = Lineage.of(code, bean);
    Map<String, JavaType> views = new TreeMap<>();
    for (JavaType each : lineage.types()) {
      if (each.kind() == TypeKind.INTERFACE && each.annotation(REMOTE) != null) {
        views.put(each.name(), each);
      }
    }
    Annotation onBean = bean.annotation(REMOTE);
    if (onBean != null) {
      List<TypeRef> named = onBean.types("value");
      for (TypeRef each : named.isEmpty() ? bean.interfaces() : named) {
        JavaType view = code.project(each.name());
        if (view != null) {
          views.put(view.name(), view);
        }
      }
    }
    for (JavaType view : views.values()) {
      for (List<JavaMethod> overridden : Lineage.of(code, view).methods()) {
        JavaMethod declared = overridden.get(0);
        JavaMethod body = lineage.implementation(declared);
        entries.method(
            EntryPointKind.EJB_REMOTE,
            "ejb",
            null,
            bean,
            body == null ? declared : body,
            Certainty.PARSED);
      }
    }
  }

  private static void messages(
      CodeBase code, JavaType bean, Annotation annotation, EntryPoints entries) {
    for (List<JavaMethod> overridden : Lineage.of(code, bean).methods()) {
      JavaMethod method = overridden.get(0);
      if (method.name().equals("onMessage") && method.hasBody()) {
        entries.method(
            EntryPointKind.LISTENER,
            "listener",
            destination(annotation),
            bean,
            method,
            Certainty.PARSED);
      }
    }
  }

  private static @Nullable String destination(Annotation annotation) {
    for (String wanted : DESTINATION) {
      for (Annotation each : annotation.annotations("activationConfig")) {
        if (wanted.equals(each.text("propertyName"))) {
          return each.text("propertyValue");
        }
      }
    }
    String mapped = annotation.text("mappedName");
    return mapped != null ? mapped : annotation.text("name");
  }
}
