package dev.msvc.generators.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What templates come with msvc: a class path cannot be asked, so a list of them lies beside. */
final class Bundle {
  /** One path a line; a test holds it against the folder. */
  static final String LIST = "templates.txt";

  private static final SortedSet<String> FILES = files();

  private Bundle() {}

  /** Paths of all templates. */
  static SortedSet<String> all() {
    SortedSet<String> templates = new TreeSet<>(FILES);
    templates.removeIf(each -> !each.endsWith(Templates.ENDING));
    return templates;
  }

  /** Paths of all files below a folder. */
  static SortedSet<String> below(String folder) {
    // '0' comes after '/'
    return Collections.unmodifiableSortedSet(FILES.subSet(folder + "/", folder + "0"));
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

  private static SortedSet<String> files() {
    return new TreeSet<>(text(LIST).lines().toList());
  }
}
