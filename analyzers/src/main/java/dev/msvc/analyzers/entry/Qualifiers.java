package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Names by which beans of one type are told apart: texts, and annotations of the system. */
final class Qualifiers {
  /** What the name of an annotation that is a qualifier starts with. */
  static final String ANNOTATION = "@";

  private static final String SPRING = "org.springframework.beans.factory.annotation.Qualifier";
  private static final String[] NAMES =
      Stream.concat(
              Stream.of(SPRING, "com.google.inject.name.Named"),
              Arrays.stream(MetaAnnotations.ee("inject.Named", "annotation.Resource")))
          .toArray(String[]::new);
  private static final String[] EJB = MetaAnnotations.ee("ejb.EJB");
  private static final String[] KINDS =
      Stream.concat(
              Stream.of(SPRING, "com.google.inject.BindingAnnotation"),
              Arrays.stream(MetaAnnotations.ee("inject.Qualifier")))
          .toArray(String[]::new);

  private final MetaAnnotations meta;

  Qualifiers(CodeBase code) {
    this.meta = new MetaAnnotations(code);
  }

  /** The name that annotations ask for or give; empty for none. */
  String name(List<Annotation> annotations) {
    for (Annotation each : annotations) {
      String name = null;
      if (MetaAnnotations.is(each, NAMES)) {
        name = each.text("value", "name");
        String found = each.text("lookup", "mappedName");
        name = name == null && found != null ? jndi(found) : name;
      } else if (MetaAnnotations.is(each, EJB)) {
        String found = each.text("lookup", "mappedName");
        name = found == null ? each.text("beanName") : jndi(found);
      } else {
        JavaType own = meta.declaration(each);
        if (own != null && own.annotation(KINDS) != null) {
          name = ANNOTATION + each.name();
        }
      }
      if (name != null) {
        return name;
      }
    }
    return "";
  }

  /** The name of the bean in a name of JNDI, as {@code java:global/app/Orders!shop.OrderApi}. */
  static String jndi(String written) {
    String bean = written;
    for (char end : new char[] {'!', '#'}) {
      int at = bean.indexOf(end);
      bean = at < 0 ? bean : bean.substring(0, at);
    }
    bean = bean.substring(bean.lastIndexOf('/') + 1);
    return bean.substring(bean.lastIndexOf(':') + 1);
  }
}
