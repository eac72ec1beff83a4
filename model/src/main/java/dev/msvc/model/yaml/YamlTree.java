package dev.msvc.model.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * YAML or JSON of somebody else's, as it stands: an alias stays the text {@code *name}, so that no
 * file grows when it is read.
 */
public sealed interface YamlTree {
  /** The line it begins at, from 1. */
  int line();

  /** A mapping, in the order of the file. */
  record Mapping(Map<String, YamlTree> entries, int line) implements YamlTree {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** A sequence. */
  record Sequence(List<YamlTree> items, int line) implements YamlTree {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A scalar as text; empty for null. */
  record Scalar(String text, int line) implements YamlTree {}

  /** Text that is no YAML or JSON, or nested too deep. */
  final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    Malformed(String reason, int line) {
      super(reason);
      this.line = line;
    }

    /** The line, from 1; 0 where the whole file is meant. */
    public int line() {
      return line;
    }

    public String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** Every document of the text. */
  static List<YamlTree> read(String text) throws Malformed {
    StreamReadConstraints limits = StreamReadConstraints.builder().maxNestingDepth(100).build();
    boolean json = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    JsonFactory factory =
        json
            ? JsonFactory.builder().streamReadConstraints(limits).build()
            : YAMLFactory.builder().streamReadConstraints(limits).loaderOptions(size()).build();
    List<YamlTree> documents = new ArrayList<>();
    try (JsonParser parser = factory.createParser(text)) {
      while (parser.nextToken() != null) {
        documents.add(tree(parser));
      }
      return documents;
    } catch (JsonProcessingException notYaml) {
      int line = notYaml.getLocation() == null ? 0 : Math.max(0, notYaml.getLocation().getLineNr());
      throw new Malformed(
          (json ? "JSON: " : "YAML: ") + sentences(notYaml.getOriginalMessage()), line);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Who gives the text has seen to its size; the library's own limit is far below that of XML. */
  private static LoaderOptions size() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

  /** What was being read, and what is wrong with it, without the places and the text between. */
  private static String sentences(String message) {
    return message
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .limit(2)
        .collect(Collectors.joining(": "));
  }

  private static YamlTree tree(JsonParser parser) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, YamlTree> entries = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        entries.put(key, tree(parser));
      }
      return new Mapping(entries, line);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlTree> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(tree(parser));
      }
      return new Sequence(items, line);
    }
    if (token == JsonToken.VALUE_NULL) {
      return new Scalar("", line);
    }
    boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    return new Scalar((alias ? "*" : "") + parser.getText(), line);
  }
}
