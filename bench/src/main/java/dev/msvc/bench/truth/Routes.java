package dev.msvc.bench.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Entry points as the annotations of Spring, JAX-RS and event buses in class files say them. */
public final class Routes {
  private static final String WEB = "org.springframework.web.bind.annotation.";
  private static final Set<String> LISTENERS =
      Set.of(
          "org.springframework.context.event.EventListener",
          "org.springframework.transaction.event.TransactionalEventListener",
          "org.springframework.kafka.annotation.KafkaListener",
          "org.springframework.amqp.rabbit.annotation.RabbitListener",
          "org.springframework.jms.annotation.JmsListener");
  private static final Set<String> QUARTZ = Set.of("execute", "executeInternal");
  private static final int DEEP = 6;

  private final Classes classes;
  private final Code code;
  private final Prefixes prefixes;
  private final Judged<Route> judged = new Judged<>();

  /** Full paths of the routes whose path is known. */
  private final Map<Route, Set<String>> paths = new TreeMap<>();

  Routes(Classes classes, Code code, Prefixes prefixes) {
    this.classes = classes;
    this.code = code;
    this.prefixes = prefixes;
    for (ClassNode node : classes.all()) {
      if (Classes.concrete(node) && !anonymous(node)) {
        spring(node);
        jaxRs(node);
      }
      others(node);
    }
    for (ClassNode node : classes.all()) {
      Note path = rootPath(node);
      if (Classes.concrete(node) && !anonymous(node) && path != null) {
        resource(node, Paths.joined(prefixes.jaxRs(), path.text("value")), 0);
      }
    }
  }

  /** Entry points. */
  public Judged<Route> judged() {
    return judged;
  }

  /** Full paths, where they are known. */
  public Map<Route, Set<String>> paths() {
    return paths;
  }

  private void add(String verb, ClassNode node, MethodNode method, @Nullable String path) {
    Route route = new Route(verb, classes.source(node.name), method.name);
    judged.must().add(route);
    if (path != null) {
      paths.computeIfAbsent(route, key -> new TreeSet<>()).add(Paths.plain(path));
    }
  }

  // Spring MVC

  private void spring(ClassNode node) {
    boolean controller = false;
    List<String> before = List.of("");
    List<String> classVerbs = List.of();
    for (ClassNode each : reversed(classes.lineage(node))) {
      List<Note> notes = classes.spread(classes.notes(each));
      controller |=
          Note.named(
                  notes,
                  "org.springframework.stereotype.Controller",
                  WEB + "RestController",
                  WEB + "RequestMapping")
              != null;
      controller |=
          notes.stream().anyMatch(note -> note.type().endsWith("BasePathAwareController"));
      Note mapping = Note.named(notes, WEB + "RequestMapping");
      if (mapping != null) {
        before = values(mapping);
        classVerbs = mapping.words("method");
      }
    }
    if (!controller) {
      return;
    }
    for (MethodNode method : methods(node)) {
      Note mapping = springMapping(node, method);
      if (mapping == null) {
        continue;
      }
      List<String> verbs =
          mapping.type().equals(WEB + "RequestMapping")
              ? new ArrayList<>(mapping.words("method"))
              : List.of(
                  mapping.type().replace(WEB, "").replace("Mapping", "").toUpperCase(Locale.ROOT));
      if (verbs.isEmpty()) {
        verbs = classVerbs.isEmpty() ? List.of("ANY") : classVerbs;
      }
      for (String verb : verbs) {
        for (String prefix : before) {
          for (String path : values(mapping)) {
            add(
                verb,
                node,
                method,
                Paths.joined(prefixes.spring(), placed(prefix) + "/" + placed(path)));
          }
        }
      }
    }
  }

  /** A placeholder with a default has it. */
  private static String placed(String path) {
    return path.replaceAll("\\$\\{[^:}]*:([^}]*)\\}", "$1");
  }

  private static List<String> values(Note mapping) {
    List<String> values = new ArrayList<>(mapping.texts("value"));
    values.addAll(mapping.texts("path"));
    return values.isEmpty() ? List.of("") : values;
  }

  private @Nullable Note springMapping(ClassNode node, MethodNode method) {
    for (MethodNode each : said(node, method)) {
      for (Note note : classes.spread(Classes.notes(each))) {
        if (note.type().startsWith(WEB)
            && note.type().matches(".*\\.(Request|Get|Post|Put|Delete|Patch)Mapping")) {
          return note;
        }
      }
    }
    return null;
  }

  // JAX-RS

  private void jaxRs(ClassNode node) {
    boolean client =
        classes.notes(node).stream().anyMatch(note -> note.type().endsWith("RegisterRestClient"));
    for (MethodNode method : methods(node)) {
      String verb = client ? null : verb(node, method);
      if (verb != null) {
        add(verb, node, method, null);
      }
    }
  }

  private @Nullable Note rootPath(ClassNode node) {
    for (ClassNode each : classes.lineage(node)) {
      Note path = path(classes.notes(each));
      if (path != null) {
        return path;
      }
    }
    return null;
  }

  private static @Nullable Note path(List<Note> notes) {
    return Note.named(notes, "javax.ws.rs.Path", "jakarta.ws.rs.Path");
  }

  private void resource(ClassNode node, String prefix, int depth) {
    for (MethodNode method : methods(node)) {
      String verb = verb(node, method);
      Note path = null;
      for (MethodNode each : said(node, method)) {
        path = path == null ? path(Classes.notes(each)) : path;
      }
      String full = Paths.joined(prefix, path == null ? "" : path.text("value"));
      if (verb != null) {
        add(verb, node, method, full);
      } else if (path != null && depth < DEEP) {
        for (ClassNode located : located(method)) {
          resource(located, full, depth + 1);
        }
      }
    }
  }

  /** What a locator gives back: what its code is seen to return, else what it declares. */
  private Set<ClassNode> located(MethodNode method) {
    Set<ClassNode> located = new LinkedHashSet<>();
    for (Code.Returned returned : code.returned) {
      if (returned.method() == method) {
        concrete(returned.value().type(), located);
      }
    }
    Type declared = Type.getReturnType(method.desc);
    if (located.isEmpty() && declared.getSort() == Type.OBJECT) {
      concrete(declared.getInternalName(), located);
    }
    return located;
  }

  private void concrete(@Nullable String type, Set<ClassNode> to) {
    ClassNode node = classes.get(type);
    if (node == null) {
      return;
    }
    if (anonymous(node)) {
      // its routes are those of the class that it extends
      concrete(node.superName, to);
      return;
    }
    if (Classes.concrete(node)) {
      to.add(node);
      return;
    }
    for (String sub : classes.below(node.name)) {
      ClassNode below = classes.get(sub);
      if (below != null && Classes.concrete(below) && !anonymous(below)) {
        to.add(below);
      }
    }
  }

  /** An annotation that names a verb, JAX-RS's own or the system's. */
  private @Nullable String verb(ClassNode node, MethodNode method) {
    for (MethodNode each : said(node, method)) {
      for (Note note : Classes.notes(each)) {
        if (note.type()
            .matches("(javax|jakarta)\\.ws\\.rs\\.(GET|POST|PUT|DELETE|HEAD|OPTIONS|PATCH)")) {
          return note.type().substring(note.type().lastIndexOf('.') + 1);
        }
        ClassNode own = classes.get(note.type().replace('.', '/'));
        Note http =
            own == null
                ? null
                : Note.named(
                    classes.notes(own), "javax.ws.rs.HttpMethod", "jakarta.ws.rs.HttpMethod");
        if (http != null) {
          return http.text("value");
        }
      }
    }
    return null;
  }

  // the rest

  /** Each class that Spring can make of a listener, which may inherit its method. */
  private void listeners(ClassNode node) {
    if (Classes.concrete(node)
        && !anonymous(node)
        && classes.above(node).stream().anyMatch(each -> each.endsWith("ApplicationListener"))) {
      methods(node).stream()
          .filter(each -> each.name.equals("onApplicationEvent"))
          .filter(each -> (each.access & Opcodes.ACC_ABSTRACT) == 0)
          .forEach(each -> add("listener", node, each, null));
    }
  }

  private void others(ClassNode node) {
    listeners(node);
    for (MethodNode method : node.methods) {
      if (!Classes.written(method)) {
        continue;
      }
      if (method.name.equals("main")
          && method.desc.equals("([Ljava/lang/String;)V")
          && (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PUBLIC))
              == (Opcodes.ACC_STATIC | Opcodes.ACC_PUBLIC)) {
        add("main", node, method, null);
      }
      if (QUARTZ.contains(method.name)
          && Classes.concrete(node)
          && classes.above(node).stream()
              .anyMatch(each -> each.matches("org/quartz/(\\w*Job)|.*/QuartzJobBean"))) {
        add("schedule", node, method, null);
      }
      for (Note note : classes.spread(Classes.notes(method))) {
        if (note.type().equals("org.springframework.scheduling.annotation.Scheduled")
            || note.type().equals("org.springframework.scheduling.annotation.Schedules")
            || note.type().equals("io.quarkus.scheduler.Scheduled")) {
          add("schedule", node, method, null);
        } else if (LISTENERS.contains(note.type()) || note.type().endsWith("eventbus.Subscribe")) {
          add("listener", node, method, null);
        }
      }
    }
  }

  /** A class's methods with those that it inherits and does not override. */
  private List<MethodNode> methods(ClassNode node) {
    List<MethodNode> methods = new ArrayList<>();
    for (ClassNode each : classes.lineage(node)) {
      List<MethodNode> more = new ArrayList<>();
      for (MethodNode method : each.methods) {
        if (Classes.written(method)
            && (method.access & Opcodes.ACC_STATIC) == 0
            && methods.stream().noneMatch(nearer -> Classes.overrides(nearer, method))) {
          more.add(method);
        }
      }
      methods.addAll(more);
    }
    return methods;
  }

  /** A method and those that it overrides, nearest first. */
  private List<MethodNode> said(ClassNode node, MethodNode method) {
    List<MethodNode> said = new ArrayList<>(List.of(method));
    for (ClassNode each : classes.lineage(node)) {
      if (!each.methods.contains(method)) {
        for (MethodNode other : each.methods) {
          if (Classes.overrides(method, other)) {
            said.add(other);
          }
        }
      }
    }
    return said;
  }

  private static boolean anonymous(ClassNode node) {
    return node.name.matches(".*\\$\\d+");
  }

  private static List<ClassNode> reversed(List<ClassNode> lineage) {
    List<ClassNode> reversed = new ArrayList<>(lineage);
    Collections.reverse(reversed);
    return reversed;
  }
}
