package dev.msvc.generators.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What templates there are on the class path. */
final class Bundle {
  /** A template that is there in each version, and so is everything else beside its folder. */
  private static final String KNOWN = "report/markdown.ftl";

  private Bundle() {}

  /** Paths of all templates. */
  static SortedSet<String> all() {
    SortedSet<String> names = new TreeSet<>();
    URL known = Bundle.class.getClassLoader().getResource(KNOWN);
    if (known == null) {
      return names;
    }
    try {
      if (known.openConnection() instanceof JarURLConnection jar) {
        jar.setUseCaches(true);
        jar.getJarFile().stream()
            .map(each -> each.getName())
            .filter(each -> each.endsWith(Templates.ENDING))
            .forEach(names::add);
        return names;
      }
      Path root = Path.of(new URI(known.toString())).resolve("../..").normalize();
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(each -> each.toString().endsWith(Templates.ENDING))
            .forEach(each -> names.add(root.relativize(each).toString().replace('\\', '/')));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file's text. */
  static String text(String path) {
    try (InputStream in = Bundle.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no template " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

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
