package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where ids come from when a mapping names no source: the mapper's own, or the program itself. */
final class IdSources {
  /** From which ids come where a mapping asks for a sequence and names none: Hibernate's. */
  private static final String DEFAULT = "hibernate_sequence";

  /** EclipseLink's table of counters, of which mappings that name none share one row. */
  private static final String TABLE = "SEQUENCE";

  /** EclipseLink's sequence. */
  private static final String SEQUENCE = "SEQ_GEN_SEQUENCE";

  private static final Pattern ECLIPSE_LINK =
      Pattern.compile("org\\.eclipse\\.persistence\\.|[\"']eclipselink\\.");
  private static final int LARGE = 300_000;

  private static final Set<String> NUMBERS =
      Set.of("long", "int", "java.lang.Long", "java.lang.Integer", "java.math.BigInteger");

  private final boolean eclipseLink;

  private IdSources(boolean eclipseLink) {
    this.eclipseLink = eclipseLink;
  }

  /** As the mapper of the system takes them, which its {@code persistence.xml} names. */
  static IdSources of(Sources sources) {
    return new IdSources(
        sources.resources().stream()
            .filter(each -> each.fileName().equals("persistence.xml") && each.size() < LARGE)
            .map(ResourceFile::text)
            .anyMatch(
                each -> ECLIPSE_LINK.matcher(each).find() && !each.contains("org.hibernate.")));
  }

  void read(CodeBase code, JavaType type, Found found) {
    for (JavaField each : type.fields()) {
      read(code, type, each.annotations(), each.type(), found);
    }
    for (JavaMethod each : type.methods()) {
      if (each.parameters().isEmpty()) {
        read(code, type, each.annotations(), each.result(), found);
      }
    }
  }

  private void read(
      CodeBase code, JavaType type, List<Annotation> annotations, TypeRef result, Found found) {
    for (Annotation each : annotations) {
      if (each.simpleName().equals("GeneratedValue")
          && each.name().contains("persistence.")
          && !source(each).isEmpty()
          && (NUMBERS.contains(result.name()) || !result.known())) {
        String detail =
            "@GeneratedValue of %s without a generator%s"
                .formatted(library(each), eclipseLink ? ", by EclipseLink" : "");
        add(code, type, TraitKind.DEFAULT_ID_SOURCE, source(each), detail, each, found);
      } else if (each.simpleName().equals("GenericGenerator")) {
        String strategy = each.text("strategy");
        if (strategy != null && isCounter(strategy)) {
          String detail = "@GenericGenerator of '%s'".formatted(strategy);
          add(code, type, TraitKind.COUNTED_ID, "increment", detail, each, found);
        } else if (strategy != null) {
          String table = OwnIdTables.of(code, each, strategy);
          if (table != null) {
            String simple = strategy.substring(strategy.lastIndexOf('.') + 1);
            String detail = "@GenericGenerator of %s".formatted(simple);
            add(code, type, TraitKind.ID_SOURCE, table, detail, each, found);
          }
        }
      }
    }
  }

  private static String library(Annotation annotation) {
    return annotation.name().startsWith("javax.") ? "javax.persistence" : "jakarta.persistence";
  }

  /** What gives the ids that an annotation asks for; empty where that is of one table alone. */
  private String source(Annotation generated) {
    if (generated.has("generator")) {
      return "";
    }
    Expr strategy = generated.value("strategy");
    String name =
        strategy instanceof Expr.Select select
            ? select.id()
            : strategy instanceof Expr.Name plain ? plain.id() : "AUTO";
    return switch (name) {
      case "AUTO" -> eclipseLink ? TABLE : DEFAULT;
      case "SEQUENCE" -> eclipseLink ? SEQUENCE : DEFAULT;
      case "TABLE" -> eclipseLink ? TABLE : "";
      default -> "";
    };
  }

  /** What a superclass says is said of each entity below it. */
  private static void add(
      CodeBase code,
      JavaType type,
      TraitKind kind,
      String name,
      String detail,
      Annotation annotation,
      Found found) {
    Place place = new Place(type.file(), annotation.line());
    if (isEntity(type)) {
      found.all().add(new Trait(kind, name, detail, type.name(), "", place, Certainty.INFERRED));
      return;
    }
    for (JavaType below : code.subtypes(type.name())) {
      if (isEntity(below)) {
        found.all().add(new Trait(kind, name, detail, below.name(), "", place, Certainty.INFERRED));
      }
    }
  }

  private static boolean isEntity(JavaType type) {
    return type.annotation("javax.persistence.Entity", "jakarta.persistence.Entity") != null;
  }

  /** A generator of Hibernate's XML; a class of one's own is not known. */
  static void read(XmlElement generator, String className, Place place, List<Trait> found) {
    String kind = generator.attribute("class");
    String detail = "<generator class=\"%s\">".formatted(kind);
    String simple = kind.substring(kind.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean named =
        generator.elements("param").stream()
            .anyMatch(each -> each.attribute("name").startsWith("sequence"));
    boolean sequence =
        Set.of("sequence", "native", "enhanced-sequence", "seqhilo", "sequencestylegenerator")
            .contains(simple);
    if (isCounter(kind)) {
      found.add(
          new Trait(
              TraitKind.COUNTED_ID, "increment", detail, className, "", place, Certainty.PARSED));
    } else if (sequence && !named) {
      found.add(
          new Trait(
              TraitKind.DEFAULT_ID_SOURCE,
              DEFAULT,
              detail,
              className,
              "",
              place,
              Certainty.INFERRED));
    }
  }

  private static boolean isCounter(String strategy) {
    return strategy.equals("increment") || strategy.endsWith(".IncrementGenerator");
  }
}
