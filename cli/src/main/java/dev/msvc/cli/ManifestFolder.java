package dev.msvc.cli;

import dev.msvc.model.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of manifests that we keep in a repository: files of ours are written anew and go when
 * their object goes, and all others stay.
 *
 * @param shown as messages name it
 */
record ManifestFolder(Path folder, String shown) {
  private static final String MARK = "# made by msvc;";

  /** Writes these files; gives how many were not so before. */
  int write(SortedMap<String, String> files) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      new Workspace().create(folder, files);
      return files.size();
    }
    SortedMap<String, String> before = ours();
    Set<String> others = new TreeSet<>(names());
    others.removeAll(before.keySet());
    others.retainAll(files.keySet());
    if (!others.isEmpty()) {
      throw new UserError(
          "%s/%s is there and was not made by msvc".formatted(shown, others.iterator().next()),
          "nothing was written; move it away, or name another folder");
    }
    new Workspace().update(folder, before, files);
    Set<String> changed = new TreeSet<>();
    files.forEach(
        (name, text) -> {
          if (!text.equals(before.get(name))) {
            changed.add(name);
          }
        });
    before.keySet().stream().filter(each -> !files.containsKey(each)).forEach(changed::add);
    return changed.size();
  }

  private SortedMap<String, String> ours() {
    SortedMap<String, String> ours = new TreeMap<>();
    for (String each : names()) {
      String text = text(folder.resolve(each));
      if (text.startsWith(MARK)) {
        ours.put(each, text);
      }
    }
    return ours;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException somebodyElses) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
          .filter(each -> each.toString().endsWith(".yaml"))
          .forEach(each -> names.add(String.valueOf(each.getFileName())));
      return names;
    } catch (IOException e) {
      throw new UserError(shown + " is not a folder", "name a folder with --out");
    }
  }
}
