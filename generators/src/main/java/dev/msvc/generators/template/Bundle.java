package dev.msvc.generators.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What templates there are on the class path. */
final class Bundle {
  private Bundle() {}

  /** Paths of all files below a folder, in a jar or in a folder of classes. */
  static SortedSet<String> below(String folder) {
    SortedSet<String> names = new TreeSet<>();
    URL there = Bundle.class.getClassLoader().getResource(folder);
    if (there == null) {
      return names;
    }
    try {
      if (there.openConnection() instanceof JarURLConnection jar) {
        jar.setUseCaches(true);
        jar.getJarFile().stream()
            .filter(each -> !each.isDirectory() && each.getName().startsWith(folder + "/"))
            .forEach(each -> names.add(each.getName()));
        return names;
      }
      Path root = Path.of(new URI(there.toString()));
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(Files::isRegularFile)
            .forEach(
                each ->
                    names.add(folder + "/" + root.relativize(each).toString().replace('\\', '/')));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
