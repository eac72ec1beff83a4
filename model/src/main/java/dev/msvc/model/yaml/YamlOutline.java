package dev.msvc.model.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * The lines of a YAML file by what they say, each once: put together again they are the file. Lines
 * stand without the indent of what they are part of.
 */
public final class YamlOutline {
  /** What the last lines of a document belong to. */
  public static final String END = "#end";

  /** Where a document says which object of Kubernetes it is, in whatever namespace. */
  public static final String OBJECT = "#object";

  /** Begins a line that is not indented with what it is part of; in no YAML by itself. */
  public static final String WHOLE_LINE = "\u0001";

  private static final int DEEPEST = 60;

  /**
   * A document, an entry of a mapping or an item of a list.
   *
   * @param key of an entry; of an item its text, where it is one; of a document its kind and name
   * @param names what an item that is a mapping says in one word each
   * @param lead comments and blank lines before it
   * @param own its lines; of one with a block those before the block
   * @param block what is in it, where that is in lines of its own
   */
  public record Part(
      String key,
      Map<String, String> names,
      List<String> lead,
      List<String> own,
      @Nullable Block block) {
    public Part {
      names = Map.copyOf(names);
      lead = List.copyOf(lead);
      own = List.copyOf(own);
    }
  }

  /**
   * A mapping or a list in lines of its own.
   *
   * @param indent below that of what it is part of
   * @param dashed whether it begins in the line of the dash before it
   */
  public record Block(boolean isList, int indent, boolean dashed, List<Part> parts) {
    public Block {
      parts = List.copyOf(parts);
    }
  }

  /** A node of the file with its place; lines and columns from 0. */
  private record Node(
      Event start, List<Node> children, int line, int column, int end, boolean isBlock) {
    String text() {
      return start instanceof ScalarEvent scalar ? scalar.getValue() : "";
    }

    boolean isList() {
      return start instanceof SequenceStartEvent;
    }
  }

  private final List<String> lines;

  private YamlOutline(List<String> lines) {
    this.lines = lines;
  }

  /**
   * The documents of a file.
   *
   * @param lines without line ends
   * @return empty where it is no YAML, has a key twice, or is written in a way that is rare
   */
  public static Optional<List<Part>> of(List<String> lines) {
    List<Part> documents = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= lines.size(); i++) {
      if (i < lines.size() && (lines.get(i).startsWith("%") || lines.get(i).startsWith("..."))) {
        return Optional.empty();
      }
      boolean begins = i < lines.size() && lines.get(i).startsWith("---") && i > from;
      if (i == lines.size() || begins) {
        Part document = document(lines.subList(from, i), documents.size());
        if (document == null) {
          return Optional.empty();
        }
        documents.add(document);
        from = i;
      }
    }
    return Optional.of(documents);
  }

  private static @Nullable Part document(List<String> lines, int index) {
    boolean separated = !lines.isEmpty() && lines.get(0).startsWith("---");
    if (separated && !lines.get(0).matches("---\\s*(#.*)?")) {
      return null;
    }
    List<String> own = separated ? lines.subList(0, 1) : List.of();
    List<String> rest = separated ? lines.subList(1, lines.size()) : lines;
    try {
      YamlOutline outline = new YamlOutline(rest);
      Node root = outline.root();
      if (root == null) {
        return new Part("#" + index, Map.of(), List.of(), lines, null);
      }
      if (!root.isBlock()) {
        return null;
      }
      Block block = outline.block(root, 0, 0, false);
      List<Part> parts = new ArrayList<>(block.parts());
      parts.add(new Part(END, Map.of(), rest.subList(root.end(), rest.size()), List.of(), null));
      String object = object(block, "name");
      return new Part(
          object.isEmpty() ? "#" + index : object(block, "name", "namespace"),
          object.isEmpty() ? Map.of() : Map.of(OBJECT, object),
          List.of(),
          own,
          new Block(block.isList(), block.indent(), false, parts));
    } catch (YAMLException | Unusual e) {
      return null;
    }
  }

  /**
   * What Kubernetes knows an object by; empty for what is none.
   *
   * @param keys of its metadata
   */
  private static String object(Block block, String... keys) {
    String kind = "";
    String name = "";
    for (Part each : block.parts()) {
      if (each.key().equals("kind") && each.block() == null) {
        kind = bare(each);
      } else if (each.key().equals("metadata") && each.block() != null) {
        for (Part inner : each.block().parts()) {
          name += List.of(keys).contains(inner.key()) ? bare(inner) : "";
        }
      }
    }
    return name.isEmpty() ? "" : kind + "/" + name;
  }

  private static String bare(Part part) {
    return String.join("", part.own()).replaceFirst("\\s+#.*$", "");
  }

  /** YAML that is right and that is not told apart here. */
  private static final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private @Nullable Node root() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    Iterator<Event> events =
        new Yaml(options).parse(new StringReader(String.join("\n", lines) + "\n")).iterator();
    while (events.hasNext()) {
      Event event = events.next();
      if (event.is(Event.ID.DocumentStart)) {
        Event first = events.next();
        boolean nothing =
            first instanceof ScalarEvent scalar && scalar.getValue().isEmpty() && scalar.isPlain();
        Node root = node(first, events, 0);
        while (events.hasNext()) {
          events.next();
        }
        return nothing ? null : root;
      }
    }
    return null;
  }

  private Node node(Event start, Iterator<Event> events, int depth) {
    if (depth > DEEPEST) {
      throw new Unusual();
    }
    Mark mark = start.getStartMark();
    List<Node> children = new ArrayList<>();
    Mark end = start.getEndMark();
    boolean block = false;
    if (start instanceof MappingStartEvent || start instanceof SequenceStartEvent) {
      block =
          start instanceof MappingStartEvent map
              ? !map.isFlow()
              : !((SequenceStartEvent) start).isFlow();
      Event next = events.next();
      while (!next.is(Event.ID.MappingEnd) && !next.is(Event.ID.SequenceEnd)) {
        children.add(node(next, events, depth + 1));
        next = events.next();
      }
      end = next.getEndMark();
    } else if (!(start instanceof NodeEvent)) {
      throw new Unusual();
    }
    int after =
        end.getColumn() == 0 && end.getLine() > mark.getLine() ? end.getLine() : end.getLine() + 1;
    if (block && !children.isEmpty()) {
      after = children.get(children.size() - 1).end();
      Node first = children.get(0);
      // with an anchor or a tag, its own mark is at that
      int column = start instanceof MappingStartEvent ? first.column() : mark.getColumn();
      boolean tagged = mark.getLine() != first.line() && start instanceof MappingStartEvent;
      return new Node(start, children, tagged ? first.line() : mark.getLine(), column, after, true);
    }
    return new Node(start, children, mark.getLine(), mark.getColumn(), after, false);
  }

  /**
   * @param from the first line that may lead its first part
   * @param outer the column of what it is part of
   */
  private Block block(Node node, int from, int outer, boolean dashed) {
    List<Part> parts = new ArrayList<>();
    int free = from;
    int column = node.column();
    int step = node.isList() ? 1 : 2;
    for (int i = 0; i < node.children().size(); i += step) {
      Node name = node.children().get(i);
      Node value = node.children().get(i + step - 1);
      int line = node.isList() ? dash(name.line(), free, column) : name.line();
      if (!node.isList() && (name.column() != column || !(name.start() instanceof ScalarEvent))) {
        throw new Unusual();
      }
      int lead = line;
      while (lead > free && isLead(lines.get(lead - 1))) {
        lead--;
      }
      if (lead != free && i > 0) {
        throw new Unusual();
      }
      parts.add(part(node, name, value, lead, line));
      free = value.end();
    }
    for (int i = 0; i < parts.size() && !node.isList(); i++) {
      for (int j = 0; j < i; j++) {
        if (parts.get(i).key().equals(parts.get(j).key())) {
          throw new Unusual();
        }
      }
    }
    return new Block(node.isList(), column - outer, dashed, parts);
  }

  private Part part(Node node, Node name, Node value, int lead, int line) {
    int column = node.column();
    List<String> leading = cut(lead, line, column, false);
    String key = name.isBlock() ? "" : name.text();
    if (!value.isBlock()) {
      return new Part(key, Map.of(), leading, cut(line, value.end(), column, true), null);
    }
    boolean compact = value.line() == line;
    if (compact && !node.isList()) {
      throw new Unusual();
    }
    int first = compact ? line : firstLine(value);
    int inner = first;
    while (inner > line + 1 && isLead(lines.get(inner - 1))) {
      inner--;
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; node.isList() && !value.isList() && i + 1 < value.children().size(); i += 2) {
      Node what = value.children().get(i + 1);
      if (what.start() instanceof ScalarEvent) {
        names.put(value.children().get(i).text(), what.text());
      }
    }
    return new Part(
        key,
        names,
        leading,
        compact ? List.of() : cut(line, inner, column, true),
        block(value, compact ? line : inner, column, compact));
  }

  private int firstLine(Node block) {
    return block.isList()
        ? dash(block.children().get(0).line(), block.line(), block.column())
        : block.children().get(0).line();
  }

  /** The line of the dash before an item. */
  private int dash(int line, int from, int column) {
    for (int i = line; i >= from; i--) {
      String text = lines.get(i);
      if (text.length() > column && text.charAt(column) == '-') {
        return i;
      }
    }
    throw new Unusual();
  }

  private static boolean isLead(String line) {
    String text = line.replace(WHOLE_LINE, "").strip();
    return text.isEmpty() || text.startsWith("#");
  }

  /** Lines without the indent; where something begins on the first, without all before it. */
  private List<String> cut(int from, int to, int column, boolean begins) {
    List<String> cut = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String line = lines.get(i);
      int at = 0;
      while (at < column
          && at < line.length()
          && (line.charAt(at) == ' ' || (begins && i == from))) {
        at++;
      }
      boolean whole = !line.isEmpty() && (line.isBlank() || (at < column && at < line.length()));
      cut.add(whole ? WHOLE_LINE + line : line.substring(at));
    }
    return cut;
  }

  /** The lines of documents, as a file has them. */
  public static List<String> lines(List<Part> documents) {
    List<String> lines = new ArrayList<>();
    for (Part each : documents) {
      lines.addAll(each.lead());
      lines.addAll(each.own());
      Block block = each.block();
      if (block != null) {
        lines.addAll(indented(lines(block), block.indent()));
      }
    }
    lines.replaceAll(each -> each.replace(WHOLE_LINE, ""));
    return lines;
  }

  private static List<String> lines(Block block) {
    List<String> lines = new ArrayList<>();
    for (Part each : block.parts()) {
      lines.addAll(each.lead());
      lines.addAll(lines(each));
    }
    return lines;
  }

  /** The lines of a part, without those that lead it. */
  public static List<String> lines(Part part) {
    List<String> lines = new ArrayList<>(part.own());
    Block block = part.block();
    if (block != null) {
      List<String> inner = indented(lines(block), block.indent());
      if (block.dashed()) {
        for (int i = 0; i < inner.size(); i++) {
          if (!isLead(inner.get(i))) {
            inner.set(i, "-" + inner.get(i).substring(1));
            break;
          }
        }
      }
      lines.addAll(inner);
    }
    return lines;
  }

  private static List<String> indented(List<String> lines, int indent) {
    String by = " ".repeat(Math.max(0, indent));
    List<String> indented = new ArrayList<>(lines.size());
    for (String each : lines) {
      indented.add(each.isEmpty() || each.startsWith(WHOLE_LINE) ? each : by + each);
    }
    return indented;
  }
}
