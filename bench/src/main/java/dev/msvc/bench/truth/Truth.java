package dev.msvc.bench.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.tree.ClassNode;
import org.w3c.dom.Element;

/** All that the oracles say about one system. */
public final class Truth {
  private static final Pattern TABLE_USED =
      Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+(\\w+)");
  private static final Pattern TABLE_NAME =
      Pattern.compile("(?m)^tableName\\(\\)\\s*::=\\s*(?:<<\\s*|\")(\\w+)");

  private final Judged<Access> accesses = new Judged<>();
  private final Judged<Placed> placed = new Judged<>();
  private final Judged<String> tables = new Judged<>();
  private final Judged<Transacted> transactions;
  private final Routes routes;
  private final Set<String> unreadable = new TreeSet<>();
  private final Set<String> open = new TreeSet<>();
  private final Set<String> unread = new TreeSet<>();
  private final boolean transactionsInXml;

  /** Reads class files, and XML and SQL below the folder that is analysed. */
  public Truth(Path classFiles, Path source) throws IOException {
    Classes classes = Classes.below(classFiles);
    Map<Path, Element> xml = xml(source);
    Collection<Element> roots = xml.values();
    Code code = new Code(classes);

    XmlMapping inXml = new XmlMapping(classes, roots);
    Mapping mapping = new Mapping(classes);
    new TypeMapping(classes).addTo(mapping);
    new JpaMapping(classes, inXml.orm()).addTo(mapping);
    inXml.addHibernate(mapping);
    place(classes, mapping);

    Texts texts = new Texts(classes, code, mapping, inXml.queries);
    texts.addTo(accesses);
    JpaCalls calls = new JpaCalls(classes, code, mapping, texts, accesses);
    calls.add();
    Mappers mappers = new Mappers(classes, code, roots);
    mappers.addTo(accesses);
    new Scripts(files(source, ".sql")).addTo(accesses, code, classes);
    unreadable.addAll(texts.unreadable);
    unreadable.addAll(mappers.unreadable);
    unread.addAll(texts.unread);
    unread.addAll(mappers.unread);
    open.addAll(calls.open);
    Set<String> templates = templates(classes, source);
    tables(source, roots, mapping, templates);

    List<Path> settings = new ArrayList<>(files(source, ".properties"));
    settings.addAll(files(source, ".yaml"));
    settings.addAll(files(source, ".yml"));
    routes = new Routes(classes, code, new Prefixes(classes, settings, roots));
    transactions = new Transactions(classes).judged(code);
    transactionsInXml =
        roots.stream()
            .anyMatch(
                root ->
                    !Xml.all(root, "advice").isEmpty()
                        || Xml.all(root, "bean").stream()
                            .anyMatch(bean -> bean.getAttribute("class").contains("Transaction")));
  }

  /** Reads and writes. */
  public Judged<Access> accesses() {
    return accesses;
  }

  /** Entities in their tables. */
  public Judged<Placed> placed() {
    return placed;
  }

  /** Names of tables and views. */
  public Judged<String> tables() {
    return tables;
  }

  /** Entry points. */
  public Routes routes() {
    return routes;
  }

  /** Transactions. */
  public Judged<Transacted> transactions() {
    return transactions;
  }

  /** Whether XML puts transactions around methods, which this truth does not know. */
  public boolean transactionsInXml() {
    return transactionsInXml;
  }

  /** Top-level classes with a statement that no oracle reads. */
  public Set<String> unreadable() {
    return unreadable;
  }

  /** Top-level classes that store or load what no oracle knows the entity of. */
  public Set<String> open() {
    return open;
  }

  /** Statements that no oracle reads, with their class. */
  public Set<String> unread() {
    return unread;
  }

  private void place(Classes classes, Mapping mapping) {
    for (Mapping.Mapped entity : mapping.all()) {
      String name = classes.source(entity.type);
      entity.tables.forEach(table -> placed.must().add(new Placed(name, table)));
      entity.selected.forEach(
          table -> accesses.must().add(new Access(table, false, classes.top(entity.type))));
      entity.with.forEach(table -> placed.may().add(new Placed(name, table)));
      entity.links().forEach(table -> placed.may().add(new Placed(name, table)));
    }
  }

  private void tables(
      Path source, Collection<Element> roots, Mapping mapping, Set<String> templates)
      throws IOException {
    for (Mapping.Mapped entity : mapping.all()) {
      for (Set<String> names : List.of(entity.tables, entity.with, entity.links())) {
        names.forEach(name -> tables.must().add(Names.table(name)));
      }
    }
    Schema migrations = new Schema();
    migrations.sql(files(source, ".sql"));
    migrations.liquibase(roots);
    tables.must().addAll(migrations.created);
    tables.must().addAll(templates);
    new Placeholders(Set.copyOf(tables.must())).resolve(accesses);
    accesses.must().forEach(each -> tables.must().add(each.table()));
    accesses.may().forEach(each -> tables.may().add(each.table()));
    tables.may().addAll(migrations.mentioned);
  }

  /** Tables that string templates beside a class name; what the class does with them is open. */
  private Set<String> templates(Classes classes, Path source) throws IOException {
    Set<String> tables = new LinkedHashSet<>();
    for (Path file : files(source, ".sql.stg")) {
      String path = file.toString().replace('\\', '/');
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      Matcher used = TABLE_USED.matcher(text);
      while (used.find()) {
        this.tables.may().add(Names.table(used.group(1)));
      }
      Matcher named = TABLE_NAME.matcher(text);
      for (ClassNode node : classes.all()) {
        if (path.endsWith("/" + node.name + ".sql.stg")) {
          open.add(classes.top(node.name));
          unreadable.add(classes.top(node.name));
        }
      }
      while (named.find()) {
        tables.add(Names.table(named.group(1)));
      }
    }
    return tables;
  }

  private static Map<Path, Element> xml(Path source) throws IOException {
    Map<Path, Element> roots = new LinkedHashMap<>();
    for (Path file : files(source, ".xml")) {
      Element root = Xml.root(file);
      if (root != null) {
        roots.put(file, root);
      }
    }
    return roots;
  }

  private static List<Path> files(Path source, String end) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(end)).sorted().toList());
    }
  }
}
