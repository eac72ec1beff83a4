package dev.msvc.analyzers.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.msvc.analyzers.fact.DumpFile;
import dev.msvc.model.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that the user names as dumps or definitions of the database; read, never written. */
public final class Dumps {
  private static final int BLOCK = 1 << 16;
  private static final Set<String> SCRIPTS =
      Set.of("sql", "ddl", "pks", "pkb", "prc", "fnc", "trg", "vw", "pls", "plsql", "psql", "dump");

  private Dumps() {}

  /**
   * The files, those of a folder in the order of their paths.
   *
   * @throws UserError where one is missing or is no text
   */
  public static List<DumpFile> of(List<Path> named) {
    List<DumpFile> dumps = new ArrayList<>();
    for (Path each : named) {
      if (Files.isDirectory(each)) {
        folder(each, dumps);
      } else if (Files.isRegularFile(each)) {
        dumps.add(dump(name(each), each));
      } else {
        throw new UserError(
            "there is no file '%s'".formatted(each),
            "name a dump of the schema, as in: msvc analyze --schema schema.sql");
      }
    }
    return dumps;
  }

  private static void folder(Path folder, List<DumpFile> dumps) {
    try (Stream<Path> files = Files.walk(folder, TreeWalk.MAX_DEPTH)) {
      List<Path> scripts =
          files
              .filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
              .filter(each -> SCRIPTS.contains(TreeWalk.extension(name(each))))
              .sorted()
              .toList();
      if (scripts.isEmpty()) {
        throw new UserError(
            "there is no script in '%s'".formatted(folder), "name a folder that holds .sql files");
      }
      for (Path each : scripts) {
        String relative = folder.relativize(each).toString().replace('\\', '/');
        dumps.add(dump(name(folder) + "/" + relative, each));
      }
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static DumpFile dump(String name, Path path) {
    Charset charset = charset(path);
    return new DumpFile(name, () -> open(path, charset));
  }

  static boolean isScript(String extension) {
    return SCRIPTS.contains(extension);
  }

  /**
   * Opens a script of any size.
   *
   * @throws IOException where it cannot be read as a text
   */
  static Reader open(Path path) throws IOException {
    try {
      return open(path, charset(path));
    } catch (UserError broken) {
      throw new IOException(broken);
    }
  }

  private static Reader open(Path path, Charset charset) throws IOException {
    Reader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset), BLOCK);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** UTF-8 where all of it is; else what its first bytes or its start tell. */
  private static Charset charset(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(BLOCK);
      Charset utf16 = Encodings.utf16(start);
      if (utf16 != null) {
        return utf16;
      }
      for (byte each : start) {
        if (each == 0) {
          throw new UserError(
              "'%s' is no text".formatted(path),
              "write a plain dump: pg_dump --schema-only, mysqldump --no-data,"
                  + " DBMS_METADATA.GET_DDL, or scripts of SQL Server");
        }
      }
      return isUtf8(start, in) ? UTF_8 : Encodings.other(start);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static boolean isUtf8(byte[] start, InputStream in) throws IOException {
    CharsetDecoder decoder = UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(BLOCK + 1);
    ByteBuffer bytes = ByteBuffer.allocate(2 * BLOCK);
    bytes.put(start);
    byte[] more = start;
    while (true) {
      boolean last = more.length == 0;
      bytes.flip();
      CoderResult result = decoder.decode(bytes, out, last);
      out.clear();
      if (result.isError()) {
        return false;
      }
      if (last) {
        return true;
      }
      bytes.compact();
      more = in.readNBytes(BLOCK / 2);
      bytes.put(more);
    }
  }

  private static UserError unreadable(Path path, IOException why) {
    return new UserError(
        "'%s' cannot be read: %s".formatted(path, SourceText.reason(why)),
        "give yourself the right to read it");
  }

  private static String name(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "" : name.toString();
  }
}
