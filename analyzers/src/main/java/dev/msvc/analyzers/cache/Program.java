package dev.msvc.analyzers.cache;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Which program this is: another build, library, Java or locale keeps what it finds apart. */
final class Program {
  private Program() {}

  /**
   * Adds what tells this program from others.
   *
   * @throws IOException where its own files cannot be read
   */
  static Key key() throws IOException {
    Key key =
        new Key()
            .add(Runtime.version().toString())
            .add(System.getProperty("java.vendor", ""))
            .add(System.getProperty("sun.jnu.encoding", ""))
            .add(Charset.defaultCharset().name())
            .add(Locale.getDefault().toLanguageTag());
    for (Path each : places()) {
      if (Files.isDirectory(each)) {
        addFolder(each, key);
      } else {
        addFile(each, key);
      }
    }
    return key;
  }

  /** The class path; a jar's libraries are in its folder. */
  private static List<Path> places() throws IOException {
    String[] named = System.getProperty("java.class.path", "").split(File.pathSeparator);
    if (named.length > 1) {
      return Stream.of(named).map(Path::of).filter(Files::exists).toList();
    }
    CodeSource source = Program.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("nobody knows where this program is");
    }
    try {
      Path own = Path.of(source.getLocation().toURI());
      Path folder = own.getParent();
      if (folder == null || Files.isDirectory(own)) {
        return List.of(own);
      }
      try (Stream<Path> jars = Files.list(folder)) {
        return jars.filter(each -> each.toString().endsWith(".jar")).sorted().toList();
      }
    } catch (URISyntaxException elsewhere) {
      throw new IOException(elsewhere);
    }
  }

  /**
   * Jars of ours by what they hold, those of others by name and size. Nobody forges his own
   * program: sums tell two builds apart, and take no time.
   */
  private static void addFile(Path file, Key key) throws IOException {
    String name = String.valueOf(file.getFileName());
    key.add(name).add(Files.size(file));
    if (name.startsWith("msvc")) {
      byte[] all = Files.readAllBytes(file);
      key.add(sum(new CRC32(), all)).add(sum(new CRC32C(), all));
    }
  }

  private static long sum(Checksum sum, byte[] all) {
    sum.update(all);
    return sum.getValue();
  }

  private static void addFolder(Path folder, Key key) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        key.add(folder.relativize(each).toString())
            .add(Files.size(each))
            .add(Files.getLastModifiedTime(each).toMillis());
      }
    }
  }
}
