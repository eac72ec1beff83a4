package dev.msvc.bench.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.ClassNode;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * MyBatis' mapper files: flattened, read by {@link Sql}, given to the mapper or to who names the
 * id.
 */
final class Mappers {
  private static final List<String> STATEMENTS =
      List.of("select", "insert", "update", "delete", "selectKey");

  /** So many ways through the branches of a statement are read. */
  private static final int WAYS = 6;

  private final Classes classes;
  private final Code code;

  /** Texts of statements by namespace and id; several for copies and branches. */
  private final Map<String, Set<String>> statements = new LinkedHashMap<>();

  private final Map<String, Element> fragments = new HashMap<>();

  /** Namespaces with a statement that does not parse. */
  final Set<String> unreadable = new HashSet<>();

  final Set<String> unread = new LinkedHashSet<>();

  Mappers(Classes classes, Code code, Collection<Element> roots) {
    this.classes = classes;
    this.code = code;
    List<Element> mappers = roots.stream().filter(root -> Xml.name(root).equals("mapper")).toList();
    for (Element mapper : mappers) {
      for (Element sql : Xml.all(mapper, "sql")) {
        fragments.putIfAbsent(mapper.getAttribute("namespace") + "." + sql.getAttribute("id"), sql);
      }
    }
    for (Element mapper : mappers) {
      String namespace = mapper.getAttribute("namespace");
      for (Element statement : Xml.children(mapper)) {
        if (STATEMENTS.contains(Xml.name(statement))) {
          String id = namespace + "." + statement.getAttribute("id");
          Set<String> texts = statements.computeIfAbsent(id, key -> new LinkedHashSet<>());
          for (int way = 0; way < WAYS; way++) {
            texts.add(flat(statement, namespace, way, Map.of()));
          }
          for (Element key : Xml.all(statement, "selectKey")) {
            texts.add(flat(key, namespace, 0, Map.of()));
          }
        }
      }
    }
  }

  void addTo(Judged<Access> accesses) {
    Map<String, Set<String>> byBareId = new HashMap<>();
    statements.forEach(
        (id, texts) ->
            byBareId
                .computeIfAbsent(id.substring(id.lastIndexOf('.') + 1), key -> new HashSet<>())
                .add(id));
    statements.forEach(
        (id, texts) -> {
          String namespace = id.substring(0, id.lastIndexOf('.'));
          ClassNode mapper = classes.get(namespace.replace('.', '/'));
          add(
              namespace,
              texts,
              mapper != null && declares(mapper, id.substring(id.lastIndexOf('.') + 1))
                  ? accesses.must()
                  : accesses.may());
        });
    for (Code.Call call : code.calls) {
      boolean runs = call.name().matches("(select|insert|update|delete|query|list|find)\\w*");
      for (Val argument : call.arguments()) {
        for (String text : argument.texts()) {
          String in = classes.top(call.in().name);
          Set<String> named = statements.get(text);
          Set<String> ids = byBareId.getOrDefault(text, Set.of());
          if (named != null) {
            add(in, named, accesses.must());
          } else if (ids.size() == 1 && text.length() > 6) {
            Set<String> bare = statements.getOrDefault(ids.iterator().next(), Set.of());
            add(in, bare, runs ? accesses.must() : accesses.may());
          }
        }
      }
    }
  }

  private boolean declares(ClassNode mapper, String id) {
    return classes.lineage(mapper).stream()
        .flatMap(each -> each.methods.stream())
        .anyMatch(method -> method.name.equals(id));
  }

  private void add(String in, Set<String> texts, Collection<Access> to) {
    for (String text : texts) {
      if (text.isBlank()) {
        continue;
      }
      Set<Touch> touches = Sql.touches(text);
      if (touches == null) {
        touches = Sql.touches(text.replaceAll("\\$\\{[^}]*\\}", " "));
      }
      if (touches == null) {
        unreadable.add(in);
        unread.add(in + ": " + text.replaceAll("\\s+", " "));
      } else {
        touches.forEach(each -> to.add(new Access(each.table(), each.writes(), in)));
      }
    }
  }

  private String flat(Node node, String namespace, int way, Map<String, String> properties) {
    StringBuilder flat = new StringBuilder();
    for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Text text) {
        String said = text.getData();
        for (Map.Entry<String, String> property : properties.entrySet()) {
          said = said.replace("${" + property.getKey() + "}", property.getValue());
        }
        flat.append(said);
      } else if (each instanceof Element element) {
        flat.append(' ').append(element(element, namespace, way, properties)).append(' ');
      }
    }
    return flat.toString();
  }

  private String element(
      Element element, String namespace, int way, Map<String, String> properties) {
    String inside = flat(element, namespace, way, properties);
    return switch (Xml.name(element)) {
      case "include" -> included(element, namespace, way, properties);
      case "choose" -> chosen(element, namespace, way, properties);
      case "where" -> inside.isBlank() ? "" : "where " + bare(inside, "(?i)^\\s*(and|or)\\b", "");
      case "set" -> "set " + bare(inside, ",\\s*$", "");
      case "trim" -> trimmed(element, inside);
      case "foreach" -> element.getAttribute("open") + inside + element.getAttribute("close");
      case "selectKey", "bind", "property" -> "";
      default -> inside;
    };
  }

  private static String bare(String text, String pattern, String by) {
    return text.strip().replaceFirst(pattern, by);
  }

  private static String trimmed(Element trim, String inside) {
    String text = inside.strip();
    for (String over : trim.getAttribute("prefixOverrides").split("\\|", -1)) {
      String start = over.strip();
      if (!start.isEmpty() && text.regionMatches(true, 0, start, 0, start.length())) {
        text = text.substring(start.length());
      }
    }
    for (String over : trim.getAttribute("suffixOverrides").split("\\|", -1)) {
      String end = over.strip();
      if (!end.isEmpty() && text.endsWith(end)) {
        text = text.substring(0, text.length() - end.length());
      }
    }
    return text.isBlank()
        ? ""
        : trim.getAttribute("prefix") + " " + text + " " + trim.getAttribute("suffix");
  }

  private String chosen(Element choose, String namespace, int way, Map<String, String> properties) {
    List<Element> branches = new ArrayList<>(Xml.children(choose));
    if (branches.isEmpty()) {
      return "";
    }
    Element branch = branches.get(Math.min(way, branches.size() - 1));
    return flat(branch, namespace, way, properties);
  }

  private String included(Element include, String namespace, int way, Map<String, String> outer) {
    String id = include.getAttribute("refid");
    @Nullable Element fragment = fragments.get(id);
    if (fragment == null) {
      fragment = fragments.get(namespace + "." + id);
    }
    Map<String, String> properties = new HashMap<>(outer);
    for (Element property : Xml.all(include, "property")) {
      properties.put(property.getAttribute("name"), property.getAttribute("value"));
    }
    return fragment == null ? "" : flat(fragment, namespace, way, properties);
  }
}
