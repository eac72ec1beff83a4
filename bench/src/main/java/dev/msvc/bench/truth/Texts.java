package dev.msvc.bench.truth;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Statements in texts that code gives to methods, and in annotations. */
final class Texts {
  private static final Pattern LIKE_SQL =
      Pattern.compile(
          "(?is)\\s*(select\\s.*\\sfrom|insert\\s+into|update\\s.*\\sset|delete\\s+from|merge\\s+into"
              + "|with\\s.*\\sselect)\\s.*");
  private static final Pattern AFTER =
      Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+[\"`\\[]?([\\w.$%{}]+)");
  private static final Pattern UNKNOWN_TABLE =
      Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+" + Sql.HOLE);
  private static final Set<String> NAMED =
      Set.of(
          "createNamedQuery",
          "getNamedQuery",
          "createNamedMutationQuery",
          "createNamedSelectionQuery",
          "findByNamedQuery",
          "getNamedSQLQuery",
          "findByNamedQueryAndNamedParam",
          "getNamedNativeQuery");

  private final Classes classes;
  private final Code code;
  private final Hql hql;
  private final Mapping mapping;
  private final Map<String, Optional<Set<Touch>>> read = new HashMap<>();
  private final Map<String, String> named;
  private final Map<String, Set<String>> declaredIn = new HashMap<>();
  private final Map<String, Set<String>> callers = new HashMap<>();

  /** Classes with a statement that this oracle cannot read. */
  final Set<String> unreadable = new HashSet<>();

  /** Statements that neither parser takes. */
  final Set<String> unread = new LinkedHashSet<>();

  Texts(Classes classes, Code code, Mapping mapping, Map<String, String> named) {
    this.classes = classes;
    this.code = code;
    this.mapping = mapping;
    this.hql = new Hql(mapping);
    this.named = new HashMap<>(named);
    for (ClassNode node : classes.all()) {
      for (Note note : classes.notes(node)) {
        name(node, note);
      }
    }
    for (Code.Call call : code.calls) {
      callers.computeIfAbsent(call.name(), key -> new HashSet<>()).add(classes.top(call.in().name));
    }
  }

  private void name(ClassNode node, Note note) {
    for (String query : List.of("query", "value")) {
      if (note.type().endsWith("Query")
          && !note.text("name").isEmpty()
          && !note.text(query).isEmpty()) {
        named.put(note.text("name"), note.text(query));
        declaredIn
            .computeIfAbsent(note.text("name"), key -> new HashSet<>())
            .add(classes.top(node.name));
      }
    }
    if (note.type().endsWith("Queries")) {
      note.notes("value").forEach(each -> name(node, each));
    }
  }

  void addTo(Judged<Access> accesses) {
    for (Code.Said said : code.said) {
      Code.Call call = said.call();
      if (call != null && silent(call)) {
        continue;
      }
      String in = classes.top(said.in().name);
      for (String text : said.texts()) {
        if (call != null
            && (NAMED.contains(call.name()) || call.name().contains("Query"))
            && named.containsKey(text)) {
          add(accesses, in, named.get(text), true);
        } else if (named.containsKey(text)) {
          // its name may be handed on to what runs it
          add(accesses, in, named.get(text), false);
        } else {
          add(accesses, in, text, sure(said, in));
        }
      }
    }
    named.forEach(
        (name, text) -> {
          for (String in : declaredIn.getOrDefault(name, Set.of())) {
            add(accesses, in, text, false);
          }
        });
    annotated(accesses);
  }

  /** A text that another class gets by a field or a method is that class's to run. */
  private boolean sure(Code.Said said, String in) {
    if (!said.field().isEmpty()) {
      return code.readBy.getOrDefault(said.field(), Set.of()).stream()
          .allMatch(reader -> classes.top(reader.name).equals(in));
    }
    if (said.call() == null) {
      MethodNode method = said.method();
      return Set.of(in).containsAll(callers.getOrDefault(method.name, Set.of()));
    }
    return true;
  }

  private static boolean silent(Code.Call call) {
    return call.owner().endsWith("Exception")
        || call.owner().endsWith("Error")
        || call.owner().contains("Log")
        || call.owner().endsWith("/Assert")
        || call.owner().startsWith("java/util/regex/");
  }

  private void annotated(Judged<Access> accesses) {
    for (ClassNode node : classes.all()) {
      for (MethodNode method : node.methods) {
        for (Note note : Classes.notes(method)) {
          boolean query =
              note.type().equals("org.springframework.data.jpa.repository.Query")
                  || note.type().equals("org.springframework.data.jdbc.repository.query.Query")
                  || note.type().startsWith("org.apache.ibatis.annotations.")
                  || note.type().startsWith("org.skife.jdbi")
                  || note.type().startsWith("org.jdbi");
          if (query) {
            String text = String.join(" ", note.texts("value"));
            add(accesses, classes.top(node.name), mybatis(text), true);
            add(accesses, classes.top(node.name), note.text("countQuery"), true);
          }
        }
      }
    }
  }

  private static String mybatis(String text) {
    return text.replaceAll("(?s)</?(script|if|where|foreach|choose|when|otherwise)[^>]*>", " ");
  }

  /** What a text touches; null where it is no statement that either parser takes. */
  @Nullable Set<Touch> touches(String text) {
    return read.computeIfAbsent(text, key -> Optional.ofNullable(parsed(key))).orElse(null);
  }

  private @Nullable Set<Touch> parsed(String text) {
    boolean from = text.stripLeading().regionMatches(true, 0, "from ", 0, 5);
    if (!Sql.statement(text) && !from) {
      return null;
    }
    Set<Touch> asHql = hql.touches(text);
    if (asHql != null) {
      return asHql;
    }
    // "delete the project" would be a statement to some dialects
    Set<Touch> asSql = from || !LIKE_SQL.matcher(text).matches() ? null : Sql.touches(text);
    // HQL that names what is no entity is no SQL either
    return asSql != null && asSql.stream().anyMatch(this::namesEntity) ? null : asSql;
  }

  private boolean namesEntity(Touch touch) {
    return mapping.all().stream()
        .anyMatch(
            entity ->
                entity.name.equalsIgnoreCase(touch.table())
                    && entity.tables.stream()
                        .noneMatch(table -> Names.table(table).equals(touch.table())));
  }

  /** A statement that a class does not say itself may be completed by the classes below. */
  private void open(String in) {
    unreadable.add(in);
    classes.below(in.replace('.', '/')).forEach(each -> unreadable.add(classes.top(each)));
  }

  /** Runs a named query, where there is one. */
  void run(Judged<Access> accesses, String in, String name) {
    String text = named.get(name);
    if (text != null) {
      add(accesses, in, text, true);
    }
  }

  private void add(Judged<Access> accesses, String in, String text, boolean sure) {
    Set<Touch> touches = touches(text);
    if (touches == null) {
      if (LIKE_SQL.matcher(text).matches()) {
        unread.add(in + ": " + text);
        unreadable.add(in);
        Matcher names = AFTER.matcher(text);
        while (names.find()) {
          accesses.may().add(new Access(names.group(1), false, in));
          accesses.may().add(new Access(names.group(1), true, in));
        }
      }
      return;
    }
    if (UNKNOWN_TABLE.matcher(text).find()) {
      open(in);
    }
    for (Touch touch : touches) {
      Access access = new Access(touch.table(), touch.writes(), in);
      (sure ? accesses.must() : accesses.may()).add(access);
      for (Mapping.Mapped entity : mapping.all()) {
        if (entity.tables.stream().anyMatch(each -> Names.table(each).equals(touch.table()))) {
          // rows of an entity come with what its mapping fetches at once, and of its subtypes
          mapping.fetched(entity).forEach(t -> accesses.may().add(new Access(t, false, in)));
          if (touch.writes()) {
            // a bulk statement of a subclass goes to the tables above, and an HQL delete to links
            entity.with.forEach(t -> accesses.may().add(new Access(t, true, in)));
            entity.links().forEach(t -> accesses.may().add(new Access(t, true, in)));
            mapping.below(entity).forEach(t -> accesses.may().add(new Access(t, true, in)));
          }
        }
      }
    }
  }
}
