package dev.msvc.analyzers.code;

import dev.msvc.analyzers.parallel.Aside;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.model.Reference;
import dev.msvc.model.Share;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads source files on all processors into a {@link CodeBase}, with what refers to what in it. */
public final class CodeReader {
  /** Files under {@code outlines}: what we know of libraries, as declarations without bodies. */
  private static final List<String> OUTLINES =
      List.of("spring-data", "spring", "persistence", "commons", "mongodb");

  private CodeReader() {}

  /**
   * What was read.
   *
   * @param references between types of the system, nested ones too, in order of files and lines
   * @param lines of all files that could be read
   * @param languages how many files could be parsed, by language
   * @param calls how many have a receiver whose type is known
   * @param unread files that could not be parsed, with the first reason
   */
  public record Result(
      CodeBase code,
      List<Reference> references,
      int lines,
      SortedMap<SourceLanguage, Share> languages,
      Share calls,
      List<Unread> unread) {
    /** How many files could be parsed, of all languages. */
    public Share files() {
      return languages.values().stream().reduce(Share.NONE, Share::plus);
    }
  }

  private record Outcome(@Nullable SourceUnit unit, @Nullable Unread unread) {}

  /** Reads all files anew. */
  public static Result read(List<JavaSource> sources, Runnable whenRead) {
    return read(sources, Units.none(), whenRead);
  }

  /**
   * Reads files; one that cannot be parsed is named in the result and the others are read.
   *
   * @param known files that need not be parsed again
   * @param whenRead told after each file, from several threads
   */
  public static Result read(List<JavaSource> sources, Units known, Runnable whenRead) {
    Aside<List<SourceUnit>> outlines = new Aside<>(() -> known.outlines(CodeReader::outlines));
    List<Outcome> outcomes =
        Workers.map(
            sources,
            SourceReaders::new,
            reader ->
                source -> {
                  Outcome outcome = read(reader, known, source);
                  whenRead.run();
                  return outcome;
                });
    List<SourceUnit> units = new ArrayList<>(outcomes.size());
    List<Unread> unread = new ArrayList<>();
    SortedMap<SourceLanguage, Share> languages = new TreeMap<>();
    int lines = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome each = outcomes.get(i);
      SourceLanguage language = SourceLanguage.of(sources.get(i).file());
      languages.merge(
          language == null ? SourceLanguage.JAVA : language,
          new Share(each.unit() == null ? 0 : 1, 1),
          Share::plus);
      if (each.unit() != null) {
        units.add(each.unit());
        lines += each.unit().lines();
      }
      if (each.unread() != null) {
        unread.add(each.unread());
      }
    }
    known.read(units);
    CodeBase code = CodeBase.of(units, outlines.get());
    for (JavaType each : code.circular()) {
      unread.add(
          new Unread(
              each.place().file(), each.place().line(), "inherits from itself: not followed"));
    }
    List<Reference> references = new ArrayList<>();
    Share calls = attribute(code, references);
    return new Result(code, references, lines, languages, calls, unread);
  }

  /** Reads files for what they declare; those that cannot be parsed are left out. */
  public static CodeBase declarations(List<JavaSource> sources) {
    List<SourceUnit> units =
        Workers.map(sources, SourceReaders::new, reader -> each -> read(reader, Units.none(), each))
            .stream()
            .map(Outcome::unit)
            .filter(Objects::nonNull)
            .toList();
    return CodeBase.of(units, outlines());
  }

  private static Share attribute(CodeBase code, List<Reference> references) {
    Members members = new Members(code);
    List<Attribution.Result> results =
        Workers.map(
            code.types(), () -> members, mine -> type -> new Attribution(code, mine, type).run());
    int resolved = 0;
    int all = 0;
    for (Attribution.Result each : results) {
      references.addAll(each.references());
      resolved += each.resolvedCalls();
      all += each.allCalls();
    }
    return new Share(resolved, all);
  }

  /** Reads one file; null where it cannot be parsed. */
  static @Nullable SourceUnit read(JavaSource source) {
    return read(new SourceReaders(), Units.none(), source).unit();
  }

  private static Outcome read(SourceReaders reader, Units known, JavaSource source) {
    SourceUnit kept = known.find(source.file(), source.module());
    if (kept != null) {
      return new Outcome(kept, null);
    }
    try {
      JavaSource.Content content = source.content().get();
      SourceUnit unit =
          reader.read(
              source.file(), source.module(), content.text(), content.lines(), content.generated());
      return new Outcome(Lombok.expanded(unit), null);
    } catch (UnreadableSourceException unreadable) {
      return new Outcome(
          null,
          new Unread(source.file(), unreadable.line(), String.valueOf(unreadable.getMessage())));
    } catch (StackOverflowError tooDeep) {
      return new Outcome(null, new Unread(source.file(), 0, "nested too deeply to parse"));
    }
  }

  private static List<SourceUnit> outlines() {
    JavaReader reader = new JavaReader();
    List<SourceUnit> units = new ArrayList<>();
    for (String name : OUTLINES) {
      for (String part : outline(name).split("(?m)^(?=package )", -1)) {
        if (part.startsWith("package ")) {
          units.add(reader.read(name, "", part, 0, false));
        }
      }
    }
    return units;
  }

  private static String outline(String name) {
    try (InputStream in = CodeReader.class.getResourceAsStream("outlines/" + name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("the outline " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
