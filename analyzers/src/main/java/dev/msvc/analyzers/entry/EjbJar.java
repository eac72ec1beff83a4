package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Certainty;
import dev.msvc.model.Unread;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Transactions that {@code ejb-jar.xml} declares; it has the last word over annotations. */
final class EjbJar {
  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "required", "REQUIRED",
          "requiresnew", "REQUIRES_NEW",
          "mandatory", "MANDATORY",
          "supports", "SUPPORTS",
          "notsupported", "NOT_SUPPORTED",
          "never", "NEVER");
  private static final List<String> BEANS = List.of("session", "message-driven", "entity");

  private final CodeBase code;
  private final Map<String, JavaType> beans = new HashMap<>();
  private final Map<JavaMethod, TransactionAttribute> found = new LinkedHashMap<>();

  private EjbJar(CodeBase code) {
    this.code = code;
  }

  static Map<JavaMethod, TransactionAttribute> all(Sources sources, FactCollector facts) {
    Map<JavaMethod, TransactionAttribute> all = new LinkedHashMap<>();
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("ejb-jar", facts)) {
      EjbJar file = new EjbJar(sources.code());
      file.read(each, facts);
      all.putAll(file.found);
    }
    return all;
  }

  private void read(XmlFiles.Parsed file, FactCollector facts) {
    for (XmlElement all : file.root().elements("enterprise-beans")) {
      for (XmlElement each : all.elements()) {
        String className = text(each, "ejb-class").replace('$', '.');
        JavaType type = code.project(className);
        if (BEANS.contains(each.name()) && type != null) {
          beans.put(text(each, "ejb-name"), type);
        } else if (BEANS.contains(each.name()) && !className.isEmpty()) {
          facts.add(
              new Unread(
                  file.file().file(),
                  each.line(),
                  "names the class " + className + ", not in the sources"));
        }
      }
    }
    for (boolean ofAll : List.of(true, false)) {
      for (XmlElement assembly : file.root().elements("assembly-descriptor")) {
        for (XmlElement each : assembly.elements("container-transaction")) {
          transaction(each, ofAll);
        }
      }
    }
  }

  /** What is said for one method comes after what is said for all of its bean. */
  private void transaction(XmlElement element, boolean ofAll) {
    String written = text(element, "trans-attribute").toLowerCase(Locale.ROOT);
    String propagation = ATTRIBUTES.get(written);
    if (propagation == null) {
      return;
    }
    for (XmlElement method : element.elements("method")) {
      String name = text(method, "method-name");
      JavaType bean = beans.get(text(method, "ejb-name"));
      if (bean != null && name.equals("*") == ofAll) {
        for (List<JavaMethod> each : Lineage.of(code, bean).methods()) {
          JavaMethod own = each.get(0);
          if (own.hasBody()
              && own.isPublic()
              && !own.isStatic()
              && !isCallback(own)
              && (ofAll || own.name().equals(name))
              && fits(method, own)) {
            found.put(own, new TransactionAttribute(propagation, false, Certainty.INFERRED));
          }
        }
      }
    }
  }

  private static boolean isCallback(JavaMethod method) {
    return switch (method.name()) {
      case "ejbCreate",
          "ejbRemove",
          "ejbActivate",
          "ejbPassivate",
          "setSessionContext",
          "setMessageDrivenContext",
          "setEntityContext" ->
          true;
      default -> false;
    };
  }

  /** Whether the types of parameters are those that the descriptor lists, if it lists any. */
  private static boolean fits(XmlElement method, JavaMethod own) {
    List<XmlElement> listed = method.elements("method-params");
    if (listed.isEmpty()) {
      return true;
    }
    List<XmlElement> parameters = listed.get(0).elements("method-param");
    if (parameters.size() != own.parameters().size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      String wanted = parameters.get(i).text().strip().replace("[]", "").replace('$', '.');
      if (!own.parameters().get(i).type().name().equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  private static String text(XmlElement parent, String name) {
    return parent.elements(name).stream().findFirst().map(XmlElement::text).orElse("").strip();
  }
}
