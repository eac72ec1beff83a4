package dev.msvc.analyzers.code;

import dev.msvc.model.TypeKind;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Types of the JDK that runs us, read by reflection when a name first needs them. */
final class Library {
  private final Map<String, Optional<JavaType>> types = new ConcurrentHashMap<>();

  /** The JDK's type of this fully qualified name, nested ones with dots; null for none. */
  @Nullable JavaType find(String name) {
    if (!name.startsWith("java") && !name.startsWith("org.w3c.") && !name.startsWith("org.xml.")) {
      return null;
    }
    Optional<JavaType> known = types.get(name);
    if (known == null) {
      Class<?> found = load(name);
      JavaType made = found == null ? null : read(name, found);
      known = Optional.ofNullable(made);
      Optional<JavaType> earlier = types.putIfAbsent(name, known);
      known = earlier == null ? known : earlier;
    }
    return known.orElse(null);
  }

  private static @Nullable Class<?> load(String name) {
    String binary = name;
    while (true) {
      try {
        return Class.forName(binary, false, ClassLoader.getPlatformClassLoader());
      } catch (ClassNotFoundException | LinkageError none) {
        int dot = binary.lastIndexOf('.');
        if (dot <= 0 || !Character.isUpperCase(binary.charAt(startOfLast(binary, dot)))) {
          return null;
        }
        binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
      }
    }
  }

  /** Where the part before the dot starts: only after a type's name can a nested one follow. */
  private static int startOfLast(String name, int dot) {
    return name.lastIndexOf('.', dot - 1) + 1;
  }

  private static JavaType read(String name, Class<?> source) {
    TypeKind kind =
        source.isAnnotation()
            ? TypeKind.ANNOTATION
            : source.isInterface()
                ? TypeKind.INTERFACE
                : source.isEnum() ? TypeKind.ENUM : TypeKind.CLASS;
    JavaType type =
        new JavaType(
            name,
            source.getSimpleName(),
            kind,
            JavaType.Origin.LIBRARY,
            source.getModifiers(),
            null,
            null,
            null);
    type.variables = variables(source.getTypeParameters());
    Type superclass = source.getGenericSuperclass();
    type.superclass = superclass == null ? null : ref(superclass);
    List<TypeRef> interfaces = new ArrayList<>();
    for (Type each : source.getGenericInterfaces()) {
      interfaces.add(ref(each));
    }
    type.interfaces = interfaces;
    Map<String, JavaField> fields = new LinkedHashMap<>();
    for (Field each : source.getDeclaredFields()) {
      if (visible(each.getModifiers())) {
        fields.put(
            each.getName(),
            new JavaField(
                type,
                each.getName(),
                ref(each.getGenericType()),
                each.getModifiers(),
                List.of(),
                null,
                0));
      }
    }
    type.fieldsByName = fields;
    Map<String, List<JavaMethod>> methods = new LinkedHashMap<>();
    for (Method each : source.getDeclaredMethods()) {
      if (visible(each.getModifiers()) && !each.isBridge() && !each.isSynthetic()) {
        methods
            .computeIfAbsent(each.getName(), ignored -> new ArrayList<>())
            .add(method(type, each.getName(), ref(each.getGenericReturnType()), each));
      }
    }
    for (Constructor<?> each : source.getDeclaredConstructors()) {
      if (visible(each.getModifiers())) {
        methods
            .computeIfAbsent("<init>", ignored -> new ArrayList<>())
            .add(method(type, "<init>", TypeRef.of("void"), each));
      }
    }
    methods.values().forEach(Library::sort);
    type.methodsByName = methods;
    List<JavaMethod> flat = new ArrayList<>();
    methods.values().forEach(flat::addAll);
    type.methods = flat;
    type.headerState = 2;
    return type;
  }

  /** Reflection gives methods in no order: sorted, so that the same input gives the same answer. */
  private static void sort(List<JavaMethod> overloads) {
    if (overloads.size() > 1) {
      Map<JavaMethod, String> signatures = new HashMap<>();
      overloads.forEach(each -> signatures.put(each, each.parameters().toString()));
      overloads.sort(Comparator.comparing(each -> signatures.getOrDefault(each, "")));
    }
  }

  private static boolean visible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static JavaMethod method(JavaType owner, String name, TypeRef result, Executable from) {
    List<JavaMethod.Parameter> parameters = new ArrayList<>();
    for (Type each : from.getGenericParameterTypes()) {
      parameters.add(new JavaMethod.Parameter("", ref(each), List.of()));
    }
    return new JavaMethod(
        owner,
        name,
        from.getModifiers(),
        variables(from.getTypeParameters()),
        result,
        List.copyOf(parameters),
        from.isVarArgs(),
        List.of(),
        List.of(),
        null,
        0,
        0);
  }

  private static Map<String, TypeRef> variables(TypeVariable<?>[] declared) {
    Map<String, TypeRef> all = new LinkedHashMap<>();
    for (TypeVariable<?> each : declared) {
      Type bound = each.getBounds()[0];
      all.put(
          each.getName(), bound instanceof Class<?> type ? TypeRef.of(name(type)) : TypeRef.OBJECT);
    }
    return all;
  }

  private static TypeRef ref(Type type) {
    if (type instanceof Class<?> plain) {
      int dimensions = 0;
      Class<?> element = plain;
      while (element.isArray()) {
        element = element.getComponentType();
        dimensions++;
      }
      return new TypeRef(name(element), List.of(), dimensions, false);
    }
    if (type instanceof ParameterizedType generic) {
      List<TypeRef> arguments = new ArrayList<>();
      for (Type each : generic.getActualTypeArguments()) {
        arguments.add(ref(each));
      }
      return new TypeRef(name((Class<?>) generic.getRawType()), List.copyOf(arguments), 0, false);
    }
    if (type instanceof TypeVariable<?> variable) {
      return TypeRef.variable(variable.getName());
    }
    if (type instanceof WildcardType wildcard) {
      Type[] lower = wildcard.getLowerBounds();
      return ref(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
    }
    if (type instanceof GenericArrayType array) {
      TypeRef element = ref(array.getGenericComponentType());
      return element.withDimensions(element.dimensions() + 1);
    }
    return TypeRef.UNKNOWN;
  }

  private static String name(Class<?> type) {
    String canonical = type.getCanonicalName();
    return canonical == null ? type.getName() : canonical;
  }
}
