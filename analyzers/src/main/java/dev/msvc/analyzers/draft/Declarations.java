package dev.msvc.analyzers.draft;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.CodeReader;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaSource;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.model.ContextMap;
import dev.msvc.model.EntryPoint;
import dev.msvc.model.FieldFact;
import dev.msvc.model.MappingFact;
import dev.msvc.model.Place;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.TypeFact;
import java.beans.Introspector;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fields and parameters with what facts do not keep: generics, and what annotations and mappings
 * say. The files of the classes that are asked for are read again, with those of what these hold;
 * where one cannot be, facts are what there is.
 */
final class Declarations {
  private static final Set<ReferenceKind> HOLDING =
      EnumSet.of(
          ReferenceKind.FIELD,
          ReferenceKind.PARAMETER,
          ReferenceKind.TYPE_ARGUMENT,
          ReferenceKind.INHERIT);
  private static final int STEPS = 4;
  private static final List<String> MEMBERS =
      List.of(
          "value",
          "name",
          "min",
          "max",
          "length",
          "nullable",
          "unique",
          "optional",
          "required",
          "precision",
          "scale",
          "regexp",
          "mappedBy",
          "exist",
          "strategy");

  private final ContextMap map;
  private final SourceFiles files;
  private final XmlMarks xml;
  private final Map<String, JavaType> types = new HashMap<>();
  private final Map<String, MappingFact> mappings = new HashMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();

  /**
   * @param root of the analysed tree
   * @param asked classes whose members will be asked for
   */
  Declarations(Path root, ContextMap map, Collection<String> asked) {
    this.map = map;
    this.files = new SourceFiles(root);
    this.xml = new XmlMarks(root);
    map.facts().mappings().forEach(each -> mappings.putIfAbsent(each.className(), each));
    Set<String> all = held(asked);
    Map<String, JavaSource> sources = new LinkedHashMap<>();
    for (String each : all) {
      TypeFact type = map.type(each);
      if (type != null) {
        String file = type.place().file();
        sources.computeIfAbsent(file, none -> files.source(file, type.module()));
      }
    }
    CodeBase code = CodeReader.declarations(List.copyOf(sources.values()));
    code.types().forEach(each -> types.put(key(each.file(), each.name()), each));
  }

  /** The top-level types of some, and what these hold, and what that holds, ... */
  private Set<String> held(Collection<String> asked) {
    Map<String, Set<String>> uses = new HashMap<>();
    for (Reference each : map.facts().references()) {
      if (HOLDING.contains(each.kind())) {
        uses.computeIfAbsent(map.topLevel(each.from()), none -> new TreeSet<>())
            .add(map.topLevel(each.to()));
      }
    }
    Set<String> all = new TreeSet<>();
    asked.forEach(each -> all.add(map.topLevel(each)));
    Set<String> next = new TreeSet<>(all);
    for (int i = 0; i < STEPS && !next.isEmpty(); i++) {
      Set<String> further = new TreeSet<>();
      for (String each : next) {
        further.addAll(uses.getOrDefault(each, Set.of()));
        TypeFact type = map.type(each);
        if (type != null && type.superclass() != null) {
          further.add(map.topLevel(type.superclass()));
        }
      }
      further.removeAll(all);
      all.addAll(further);
      next = further;
    }
    return all;
  }

  private static String key(String file, String name) {
    int module = name.indexOf('@');
    return file + "#" + (module < 0 ? name : name.substring(0, module));
  }

  private @Nullable JavaType find(TypeFact type) {
    return types.get(key(type.place().file(), type.name()));
  }

  /** Fields of a class and of those above it, the highest first; constants are none. */
  List<Declared> of(TypeFact type) {
    Map<String, Declared> fields = new LinkedHashMap<>();
    add(type, Map.of(), fields, new HashSet<>(), new HashSet<>());
    return List.copyOf(fields.values());
  }

  /**
   * Adds the fields of a class and of those above it.
   *
   * @param open names of fields of which no mapping has said whether they are stored
   */
  private void add(
      TypeFact type,
      Map<String, TypeRef> bound,
      Map<String, Declared> into,
      Set<String> open,
      Set<String> seen) {
    if (!seen.add(type.name())) {
      return;
    }
    JavaType read = find(type);
    TypeFact above = above(type);
    if (above != null) {
      add(above, read == null ? Map.of() : bindings(read, above, bound), into, open, seen);
    }
    List<Declared> own = read == null ? bare(type) : declared(read, bound);
    Map<String, Map<String, Map<String, String>>> marks = marks(type);
    for (Declared each : own) {
      into.put(each.name(), each);
      open.add(each.name());
    }
    if (!marks.isEmpty()) {
      // a mapping in XML says of inherited fields, too, which of them are stored
      open.stream().filter(each -> !marks.containsKey(each)).forEach(into::remove);
      open.clear();
      marks.forEach((name, said) -> into.computeIfPresent(name, (key, each) -> each.with(said)));
    }
  }

  private Map<String, Map<String, Map<String, String>>> marks(TypeFact type) {
    MappingFact mapping = mappings.get(type.name());
    return mapping == null ? Map.of() : xml.of(mapping);
  }

  @Nullable TypeFact above(TypeFact type) {
    return type.superclass() == null ? null : map.type(type.superclass());
  }

  /** Whether there are objects of its kinds only, as far as is known. */
  boolean isAbstract(TypeFact type) {
    JavaType read = find(type);
    return read != null && read.isAbstract();
  }

  /** What the variables of the class above stand for. */
  private Map<String, TypeRef> bindings(JavaType read, TypeFact above, Map<String, TypeRef> bound) {
    TypeRef superclass = read.superclass();
    JavaType type = find(above);
    if (superclass == null || type == null) {
      return Map.of();
    }
    Map<String, TypeRef> bindings = new HashMap<>();
    List<String> names = type.variableNames();
    for (int i = 0; i < names.size(); i++) {
      TypeRef argument = bound(superclass.argument(i), bound);
      TypeRef most = type.bound(names.get(i));
      bindings.put(names.get(i), argument.known() || most == null ? argument : most);
    }
    return bindings;
  }

  private static TypeRef bound(TypeRef type, Map<String, TypeRef> bound) {
    if (type.variable()) {
      TypeRef meant = bound.getOrDefault(type.name(), TypeRef.OBJECT);
      return new TypeRef(
          meant.name(), meant.arguments(), meant.dimensions() + type.dimensions(), false);
    }
    return type.arguments().isEmpty()
        ? type
        : new TypeRef(
            type.name(),
            type.arguments().stream().map(each -> bound(each, bound)).toList(),
            type.dimensions(),
            false);
  }

  private List<Declared> declared(JavaType type, Map<String, TypeRef> bound) {
    Map<String, Map<String, Map<String, String>>> getters = new HashMap<>();
    for (JavaMethod each : type.methods()) {
      if (!each.annotations().isEmpty() && each.parameters().isEmpty() && !each.isStatic()) {
        getters.put(property(each.name()), annotations(each.annotations()));
      }
    }
    List<Declared> all = new ArrayList<>();
    for (JavaField each : type.fields()) {
      if (each.isStatic() || Modifier.isTransient(each.modifiers())) {
        continue;
      }
      Declared field =
          new Declared(
              each.name(),
              bound(each.type(), bound),
              annotations(each.annotations()),
              isDemanded(each.type(), each.name(), each.place()),
              each.place());
      all.add(field.with(getters.getOrDefault(each.name(), Map.of())));
    }
    return all;
  }

  private static String property(String getter) {
    if (getter.startsWith("get") && getter.length() > 3) {
      return Introspector.decapitalize(getter.substring(3));
    }
    return getter.startsWith("is") && getter.length() > 2
        ? Introspector.decapitalize(getter.substring(2))
        : getter;
  }

  /** Primitives, types of Kotlin without a question mark, and those of Scala without an option. */
  private boolean isDemanded(TypeRef type, String name, Place place) {
    if (SourceLanguage.of(place.file()) == SourceLanguage.KOTLIN) {
      List<String> text =
          lines.computeIfAbsent(place.file(), file -> files.text(file).lines().toList());
      String line =
          place.line() > 0 && place.line() <= text.size() ? text.get(place.line() - 1) : "";
      Pattern nullable =
          Pattern.compile("\\b" + Pattern.quote(name) + "\\s*:\\s*[\\w.]+(<[^=]*>)?\\?");
      return line.matches(".*\\b" + Pattern.quote(name) + "\\s*:.*")
          && !nullable.matcher(line).find()
          && !line.contains("= null");
    }
    if (SourceLanguage.of(place.file()) == SourceLanguage.SCALA) {
      return !KnownTypes.isOption(type.name());
    }
    return !type.isArray() && !type.name().isEmpty() && isPrimitive(type.name());
  }

  private static boolean isPrimitive(String name) {
    return name.indexOf('.') < 0 && Character.isLowerCase(name.charAt(0)) && !name.equals("def");
  }

  /** What there is where a file could not be read again. */
  private static List<Declared> bare(TypeFact type) {
    List<Declared> all = new ArrayList<>();
    for (FieldFact each : type.fields()) {
      if (each.name().toUpperCase(Locale.ROOT).equals(each.name())) {
        continue;
      }
      Map<String, Map<String, String>> annotations = new HashMap<>();
      each.annotations().forEach(one -> annotations.put(simple(one), Map.of()));
      boolean array = each.type().endsWith("[]");
      String name = array ? each.type().substring(0, each.type().length() - 2) : each.type();
      all.add(
          new Declared(
              each.name(),
              new TypeRef(name, List.of(), array ? 1 : 0, false),
              annotations,
              !array && !name.isEmpty() && isPrimitive(name),
              new Place(type.place().file(), each.line())));
    }
    return all;
  }

  /** What the method behind an entry point is given; empty where its source is not known. */
  Optional<List<Declared>> parameters(EntryPoint entry) {
    return method(entry)
        .map(
            method ->
                method.parameters().stream()
                    .map(
                        each ->
                            new Declared(
                                each.name(),
                                each.type(),
                                annotations(each.annotations()),
                                isDemanded(each.type(), each.name(), method.place()),
                                method.place()))
                    .toList());
  }

  /** The method behind an entry point; empty where its source is not known. */
  Optional<JavaMethod> method(EntryPoint entry) {
    TypeFact fact = map.type(entry.className());
    JavaType type = fact == null ? null : find(fact);
    if (type == null) {
      return Optional.empty();
    }
    List<JavaMethod> all = type.methods(entry.method());
    return all.stream()
        .filter(each -> each.line() <= entry.place().line())
        .filter(each -> entry.place().line() <= each.endLine())
        .findFirst()
        .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
  }

  private static Map<String, Map<String, String>> annotations(List<Annotation> all) {
    Map<String, Map<String, String>> annotations = new HashMap<>();
    for (Annotation each : all) {
      Map<String, String> members = new HashMap<>();
      for (String key : MEMBERS) {
        if (each.has(key) && !each.isOpen(key)) {
          String text = each.text(key);
          if (text != null) {
            members.put(key, text.replaceFirst("^(-?\\d+)[lL]$", "$1"));
          }
        }
      }
      annotations.put(each.simpleName(), members);
    }
    return annotations;
  }

  static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
