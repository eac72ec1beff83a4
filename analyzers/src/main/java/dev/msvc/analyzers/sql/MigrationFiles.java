package dev.msvc.analyzers.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files by the paths that changelogs, scripts and classes write for them. */
final class MigrationFiles {
  private final Map<String, MigrationFile> files = new TreeMap<>();

  MigrationFiles(Collection<MigrationFile> files) {
    files.forEach(file -> this.files.put(file.path(), file));
  }

  @Nullable MigrationFile at(String path) {
    return files.get(path);
  }

  /**
   * The path of the file that another one names; empty for none.
   *
   * @param beside whether it lies where the naming file does and nowhere else
   */
  String find(String from, String written, boolean beside) {
    String file = plain(written);
    String near = normalized(from.substring(0, from.lastIndexOf('/') + 1) + file);
    if (beside || files.containsKey(near)) {
      return files.containsKey(near) ? near : "";
    }
    String wanted = normalized(file.replaceFirst("^/+", ""));
    if (files.containsKey(wanted)) {
      return wanted;
    }
    String best = "";
    for (String path : files.keySet()) {
      if (path.endsWith("/" + wanted)
          && (best.isEmpty() || common(path, from) > common(best, from))) {
        best = path;
      }
    }
    return best;
  }

  /** The paths of the files below a folder that another file names, in their order. */
  List<String> in(String from, String written, boolean beside) {
    String wanted = plain(written);
    String plain = normalized(wanted.replaceFirst("^/+", "")).replaceFirst("/+$", "") + "/";
    String near =
        normalized(from.substring(0, from.lastIndexOf('/') + 1) + wanted).replaceFirst("/+$", "")
            + "/";
    List<String> found = new ArrayList<>();
    for (String path : files.keySet()) {
      boolean in =
          beside
              ? path.startsWith(near)
              : ("/" + path).contains("/" + plain) || path.startsWith(near);
      if (in && !path.equals(from)) {
        found.add(path);
      }
    }
    return found;
  }

  private static String plain(String written) {
    return written.replace('\\', '/').replaceFirst("^(?:classpath|file)\\*?:", "");
  }

  private static int common(String left, String right) {
    int i = 0;
    while (i < Math.min(left.length(), right.length()) && left.charAt(i) == right.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String normalized(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".") && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
