package dev.msvc.model.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.msvc.model.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A YAML file of ours with line and column of each part: one document, no key twice, no aliases.
 */
sealed interface MarkedYaml {
  Mark mark();

  /** Where something stands; lines and columns from 1. */
  record Mark(int line, int column) {}

  /** A key and what stands behind it. */
  record Entry(String key, Mark mark, MarkedYaml value) {}

  /**
   * @param end where its closing bracket stands; for a block what comes after it
   */
  record Mapping(List<Entry> entries, Mark mark, Mark end) implements MarkedYaml {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /**
   * @param end where its closing bracket stands; for a block what comes after it
   */
  record Sequence(List<MarkedYaml> items, Mark mark, Mark end) implements MarkedYaml {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A text, a number, a truth value or nothing, as it is written. */
  record Scalar(String text, boolean isNull, Mark mark) implements MarkedYaml {}

  /**
   * Reads a file of one document; nothing at all is an empty mapping.
   *
   * @param file as messages name it
   * @throws UserError with file, line and column
   */
  static MarkedYaml read(String file, String text) {
    List<MarkedYaml> documents = readAll(file, text);
    if (documents.isEmpty()) {
      return new Mapping(List.of(), new Mark(1, 1), new Mark(1, 1));
    }
    if (documents.size() > 1) {
      throw wrong(
          file, documents.get(1).mark(), "a second document begins", "keep everything in one");
    }
    return documents.get(0);
  }

  /**
   * Reads a file of any number of documents.
   *
   * @param file as messages name it
   * @throws UserError with file, line and column
   */
  static List<MarkedYaml> readAll(String file, String text) {
    StreamReadConstraints limits = StreamReadConstraints.builder().maxNestingDepth(20).build();
    // who gives the text has seen to its size
    LoaderOptions size = new LoaderOptions();
    size.setCodePointLimit(Integer.MAX_VALUE);
    YAMLFactory factory =
        YAMLFactory.builder().streamReadConstraints(limits).loaderOptions(size).build();
    List<MarkedYaml> documents = new ArrayList<>();
    try (YAMLParser parser = factory.createParser(text)) {
      while (parser.nextToken() != null) {
        documents.add(tree(file, parser));
      }
      return documents;
    } catch (JsonProcessingException notYaml) {
      throw wrong(
          file, problem(notYaml), sentence(notYaml.getOriginalMessage()), "mend the YAML there");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What is wrong at a place of a file. */
  static UserError wrong(String file, Mark mark, String message, String hint) {
    return new UserError("%s:%d:%d: %s".formatted(file, mark.line(), mark.column(), message), hint);
  }

  private static MarkedYaml tree(String file, YAMLParser parser) throws IOException {
    Mark mark = mark(parser);
    if (parser.isCurrentAlias()) {
      throw wrong(file, mark, "aliases are not read here", "write the names out");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      List<Entry> entries = new ArrayList<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        Mark at = mark(parser);
        for (Entry other : entries) {
          if (other.key().equals(key)) {
            throw wrong(
                file,
                at,
                "'%s' is there twice, first in line %d".formatted(key, other.mark().line()),
                "put both together under one");
          }
        }
        parser.nextToken();
        entries.add(new Entry(key, at, tree(file, parser)));
      }
      return new Mapping(entries, mark, mark(parser));
    }
    if (token == JsonToken.START_ARRAY) {
      List<MarkedYaml> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(tree(file, parser));
      }
      return new Sequence(items, mark, mark(parser));
    }
    String text = token == JsonToken.VALUE_NULL ? "" : parser.getText();
    return new Scalar(text, text.isEmpty(), mark);
  }

  /** Where reading broke off; the parser's own place is that of the last token that it read. */
  private static Mark problem(JsonProcessingException notYaml) {
    if (notYaml.getCause() instanceof MarkedYAMLException marked
        && marked.getProblemMark() != null) {
      return new Mark(
          marked.getProblemMark().getLine() + 1, marked.getProblemMark().getColumn() + 1);
    }
    JsonLocation at = notYaml.getLocation();
    return at == null ? new Mark(1, 1) : mark(at);
  }

  private static Mark mark(JsonParser parser) {
    return mark(parser.currentTokenLocation());
  }

  private static Mark mark(JsonLocation at) {
    return new Mark(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  /** The library's own first words: its messages go on with the text around the place. */
  private static String sentence(String message) {
    List<String> said =
        message.lines().filter(line -> !line.isBlank() && !line.startsWith(" ")).limit(2).toList();
    return "this is no YAML: " + String.join(": ", said);
  }
}
