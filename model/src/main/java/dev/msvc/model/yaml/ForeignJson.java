package dev.msvc.model.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that is not ours, as traces, of any size: one document, or one after another.
 *
 * <p>Records are objects in arrays of known names, or at the top. One is in memory at a time, with
 * bounds on its size. What is malformed is told, and reading goes on at the next line that starts
 * with a brace.
 */
public final class ForeignJson {
  private static final int MOST_VALUES = 20_000;
  private static final int LONGEST = 1 << 17;
  private static final int DEEPEST = 64;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          // names of fields are those of hostile files, too
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final JsonLines lines;
  private final Set<String> containers;
  private final Visitor visitor;
  private JsonParser parser;
  private int firstLine = 1;
  private int rootLine = 1;
  private int values;

  /** Is told what is in a file. */
  public interface Visitor {
    /**
     * Something that holds records starts.
     *
     * @param container its name
     * @param outer what is known of the object around it so far
     */
    void open(String container, Map<String, Object> outer);

    /**
     * An object ends.
     *
     * @param container name of the array or object that it is in; empty at the top
     * @param fields texts, numbers, truths, maps and lists; without those that hold records
     * @param line where it starts, from 1
     * @return whether more is wanted
     */
    boolean record(String container, Map<String, Object> fields, int line);

    /** Something from there on is no JSON, up to the next record. */
    void malformed(int line, String reason);
  }

  private ForeignJson(Reader from, Set<String> containers, Visitor visitor) throws IOException {
    this.lines = new JsonLines(from);
    this.containers = containers;
    this.visitor = visitor;
    this.parser = FACTORY.createParser(lines);
  }

  /**
   * Reads to the end, or until no more is wanted.
   *
   * @param containers names of the fields that hold records, or hold what holds them
   * @throws IOException where the text cannot be read
   */
  public static void read(Reader from, Set<String> containers, Visitor visitor) throws IOException {
    ForeignJson json = new ForeignJson(from, containers, visitor);
    boolean more = true;
    while (more) {
      more = json.run();
    }
  }

  /** Whether there may be more, after something malformed. */
  private boolean run() throws IOException {
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        rootLine = line();
        if (!value(token, "")) {
          return false;
        }
      }
      return false;
    } catch (JsonProcessingException malformed) {
      int line = malformed.getLocation() == null ? line() : at(malformed.getLocation().getLineNr());
      boolean ends = malformed instanceof JsonEOFException;
      String reason =
          malformed instanceof StreamConstraintsException
              ? "JSON that is too deep or too long"
              : ends ? "JSON that ends early" : "no JSON";
      boolean cutShort = !ends && rootLine < line && lines.again();
      visitor.malformed(cutShort ? rootLine : line, cutShort ? "JSON that ends early" : reason);
      if (ends || !(cutShort || lines.skip())) {
        return false;
      }
      parser = FACTORY.createParser(lines);
      firstLine = lines.line();
      rootLine = firstLine;
      return true;
    }
  }

  private int line() {
    return at(parser.currentTokenLocation().getLineNr());
  }

  private int at(int lineOfParser) {
    return firstLine + Math.max(lineOfParser, 1) - 1;
  }

  /** A value that may hold records. */
  private boolean value(JsonToken token, String container) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      return object(container);
    }
    if (token == JsonToken.START_ARRAY) {
      for (JsonToken each = parser.nextToken();
          each != JsonToken.END_ARRAY && each != null;
          each = parser.nextToken()) {
        if (!value(each, container)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean object(String container) throws IOException {
    int line = line();
    Map<String, Object> fields = new LinkedHashMap<>();
    values = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      boolean holds = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
      if (holds && containers.contains(name)) {
        visitor.open(name, fields);
        if (!value(token, name)) {
          return false;
        }
        values = 0;
      } else {
        Object read = plain(token, 0);
        if (read != null) {
          fields.put(name, read);
        }
      }
    }
    return visitor.record(container, fields, line);
  }

  /** A value of a record; null for none, and where there is too much. */
  private @Nullable Object plain(JsonToken token, int depth) throws IOException {
    if (++values > MOST_VALUES || depth > DEEPEST) {
      parser.skipChildren();
      return null;
    }
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          Object read = plain(parser.nextToken(), depth + 1);
          if (read != null) {
            fields.put(name, read);
          }
        }
        yield fields;
      }
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        for (JsonToken each = parser.nextToken();
            each != JsonToken.END_ARRAY && each != null;
            each = parser.nextToken()) {
          Object read = plain(each, depth + 1);
          if (read != null) {
            items.add(read);
          }
        }
        yield items;
      }
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? text()
              : parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private String text() throws IOException {
    String text = parser.getText();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
