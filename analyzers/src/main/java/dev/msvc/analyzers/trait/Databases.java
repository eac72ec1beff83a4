package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import dev.msvc.model.TypeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which of several databases mappings and code name: persistence units, and sources of data. */
public final class Databases implements Analyzer {
  private static final String DEFAULT = "(default)";

  /** Copies of one database, by what people call them. */
  private static final Pattern COPY =
      Pattern.compile(".*(?:master|slave|replica|primary|secondary|read|write|main|default).*");

  /** Annotations that name one, and where they do. */
  private static final Map<String, String> NAMING =
      Map.of(
          "javax.persistence.PersistenceContext", "unitName",
          "jakarta.persistence.PersistenceContext", "unitName",
          "javax.persistence.PersistenceUnit", "unitName",
          "jakarta.persistence.PersistenceUnit", "unitName",
          "org.springframework.data.jpa.repository.config.EnableJpaRepositories",
              "entityManagerFactoryRef",
          "org.mybatis.spring.annotation.MapperScan", "sqlSessionFactoryRef",
          "com.baomidou.dynamic.datasource.annotation.DS", "value");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    List<Trait> units = new ArrayList<>();
    Map<String, Set<String>> stores = new TreeMap<>();
    // what is broken is noted by those who read these files for their mappings
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("persistence", new FactCollector())) {
      for (XmlElement unit : each.root().elements("persistence-unit")) {
        unit(each, unit, units, stores);
      }
    }
    Found found = new Found(units, "", "", "");
    CodeBase code = sources.code();
    for (JavaType type : code.types()) {
      if (type.kind() == TypeKind.ANNOTATION) {
        continue;
      }
      Found in = new Found(found.all(), type.file(), type.name(), "");
      named(code, type.annotations(), in);
      for (JavaField each : type.fields()) {
        named(code, each.annotations(), in);
      }
      for (JavaMethod each : type.methods()) {
        named(code, each.annotations(), in.at(each.name()));
      }
    }
    SortedMap<String, String> databases = databases(units, stores);
    if (areSeveral(units, databases.values())) {
      units.forEach(each -> facts.add(of(each, first(databases, each.name()))));
    }
  }

  private static Trait of(Trait trait, String database) {
    return new Trait(
        trait.kind(),
        database,
        trait.detail(),
        trait.className(),
        trait.method(),
        trait.place(),
        trait.certainty());
  }

  private static void unit(
      XmlFiles.Parsed file, XmlElement unit, List<Trait> units, Map<String, Set<String>> stores) {
    String name = unit.attribute("name");
    Set<String> known = stores.computeIfAbsent(name, any -> new TreeSet<>());
    for (XmlElement each : unit.elements()) {
      if (each.name().endsWith("jta-data-source")) {
        known.add(each.text().strip());
      } else if (each.name().equals("class")) {
        Place place = new Place(file.file().file(), each.line());
        String mapped = each.text().strip();
        units.add(
            new Trait(
                TraitKind.DATABASE,
                name,
                "is mapped in unit " + name,
                mapped,
                "",
                place,
                Certainty.INFERRED));
      }
    }
    Place place = new Place(file.file().file(), unit.line());
    units.add(
        new Trait(TraitKind.DATABASE, name, "unit " + name, "", "", place, Certainty.INFERRED));
  }

  private static void named(CodeBase code, List<Annotation> annotations, Found found) {
    for (Annotation each : annotations) {
      JavaType own = code.project(each.name());
      for (Annotation at : own == null ? List.of(each) : own.annotations()) {
        String name = name(at);
        if (!name.isEmpty()) {
          String carrier = own == null ? "" : "@%s, which is ".formatted(each.simpleName());
          String detail = "%s@%s %s".formatted(carrier, at.simpleName(), name);
          found.inferred(TraitKind.DATABASE, name, detail, each.line());
        }
      }
    }
  }

  /** The database that an annotation names; empty for none. */
  private static String name(Annotation annotation) {
    for (Map.Entry<String, String> each : NAMING.entrySet()) {
      if (each.getKey().endsWith("." + annotation.simpleName()) && annotation.is(each.getKey())) {
        String name = annotation.text(each.getValue());
        return name == null ? "" : name;
      }
    }
    return "";
  }

  /** The databases that are named, by their names: several names may stand for one. */
  private static SortedMap<String, String> databases(
      List<Trait> found, Map<String, Set<String>> stores) {
    SortedMap<String, String> databases = new TreeMap<>();
    for (Trait each : found) {
      Set<String> store = stores.getOrDefault(each.name(), Set.of());
      boolean copy = COPY.matcher(each.name().toLowerCase(Locale.ROOT)).matches();
      databases.put(
          each.name(), !store.isEmpty() ? String.join(" ", store) : copy ? DEFAULT : each.name());
    }
    return databases;
  }

  /** The first of all names of the database that one stands for. */
  private static String first(SortedMap<String, String> databases, String name) {
    String database = databases.get(name);
    return databases.keySet().stream()
        .filter(each -> Objects.equals(databases.get(each), database))
        .findFirst()
        .orElse(name);
  }

  /** Whether there are at least two: beside those of {@code @DS} is the one of the settings. */
  private static boolean areSeveral(List<Trait> found, Collection<String> databases) {
    Set<String> all = new HashSet<>(databases);
    if (found.stream().anyMatch(each -> each.detail().contains("@DS "))) {
      all.add(DEFAULT);
    }
    return all.size() > 1;
  }
}
