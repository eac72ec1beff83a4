package dev.msvc.cli;

import dev.msvc.generators.merge.Regeneration.There;
import dev.msvc.model.Digest;
import dev.msvc.model.service.MadeFiles;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.yaml.MadeFilesDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that a service is generated into, as it is now.
 *
 * @param shown as messages name it
 */
record ServiceFolder(Path root, String shown) {
  /** What a new repository has before anything is generated into it. */
  private static final List<String> EXPECTED =
      List.of(ServiceSpec.FILE, MadeFiles.FOLDER, ".git", ".gitignore", ".gitattributes");

  boolean exists() {
    return Files.exists(root, LinkOption.NOFOLLOW_LINKS);
  }

  MadeFiles made() {
    String text = text(MadeFiles.FILE);
    return text == null ? MadeFiles.NONE : MadeFilesDocument.read(text);
  }

  /** A file's text; null where there is none that can be read. */
  @Nullable String text(String path) {
    try {
      return new SafePath(root, path).text();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Files as msvc made them last, as far as that is known. */
  Map<String, String> base(Collection<String> paths, MadeFiles made) {
    Map<String, String> base = new HashMap<>();
    if (!exists()) {
      return base;
    }
    for (String path : paths) {
      String text = text(MadeFiles.BASE + path);
      if (text == null && made.files().containsKey(path)) {
        String there = text(path);
        boolean untouched =
            there != null
                && Digest.of(there.replace("\r\n", "\n")).equals(made.files().get(path).sha256());
        text = untouched ? there : null;
      }
      if (text != null) {
        base.put(path, text);
      }
    }
    return base;
  }

  /** Paths of files in a folder that msvc did not make. */
  Set<String> others(String within, MadeFiles made) {
    Set<String> others = new TreeSet<>();
    for (String each : names(root.resolve(within))) {
      if (!made.files().containsKey(within + each)) {
        others.add(within + each);
      }
    }
    return others;
  }

  There there(Collection<String> paths) {
    if (!exists()) {
      return There.NOTHING;
    }
    Map<String, String> texts = new HashMap<>();
    Map<String, String> others = new HashMap<>();
    Map<Path, Set<String>> names = new HashMap<>();
    for (String path : paths) {
      SafePath safe = new SafePath(root, path);
      String obstacle = safe.obstacle();
      try {
        String text = safe.text();
        if (!obstacle.isEmpty()) {
          others.put(path, obstacle);
        } else if (text != null) {
          texts.put(path, text);
        } else {
          String other = namedAlike(path, names);
          if (!other.isEmpty()) {
            others.put(path, other + " is there, which some discs take for the same");
          }
        }
      } catch (CharacterCodingException e) {
        others.put(path, "it is no text in UTF-8");
      }
    }
    return new There(texts, others);
  }

  /** What differs in capitals only, on the way to a path; empty where nothing does. */
  private String namedAlike(String path, Map<Path, Set<String>> names) {
    Path at = root;
    for (String part : path.split("/", -1)) {
      Set<String> here = names.computeIfAbsent(at, ServiceFolder::names);
      for (String each : here) {
        if (each.equalsIgnoreCase(part) && !here.contains(part)) {
          return root.relativize(at.resolve(each)).toString();
        }
      }
      at = at.resolve(part);
    }
    return "";
  }

  private static Set<String> names(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.forEach(each -> names.add(each.getFileName().toString()));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it holds what is neither msvc's nor a new repository's. */
  boolean isStrange() {
    for (String each : names(root)) {
      boolean plain = each.startsWith("README") || each.startsWith("LICENSE");
      if (!plain && !EXPECTED.contains(each)) {
        return text(MadeFiles.FILE) == null;
      }
    }
    return false;
  }
}
