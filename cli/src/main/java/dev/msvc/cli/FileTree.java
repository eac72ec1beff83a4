package dev.msvc.cli;

import dev.msvc.generators.merge.FileChange;
import dev.msvc.generators.merge.FileChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files as a tree of folders, which are closed where it would be too long. */
final class FileTree {
  private final SortedMap<String, FileTree> below = new TreeMap<>();
  private final @Nullable FileChange file;
  private boolean cut;

  FileTree(List<FileChange> files) {
    this((FileChange) null);
    for (FileChange each : files) {
      FileTree at = this;
      String[] parts = each.path().split("/", -1);
      for (int i = 0; i < parts.length; i++) {
        boolean last = i == parts.length - 1;
        String name = last ? parts[i] : parts[i] + "/";
        at = at.below.computeIfAbsent(name, none -> new FileTree(last ? each : null));
      }
    }
  }

  private FileTree(@Nullable FileChange file) {
    this.file = file;
  }

  /** As many as fit: all folders are open as deep as that allows. */
  List<String> lines(int most) {
    List<String> lines = open(0);
    for (int depth = 1; ; depth++) {
      List<String> deeper = open(depth);
      if (deeper.size() > most || deeper.equals(lines)) {
        break;
      }
      lines = deeper;
    }
    cut = lines.stream().anyMatch(each -> each.endsWith(" files)"));
    return lines.size() <= most ? lines : lines.subList(0, most);
  }

  /** Whether some were not shown. */
  boolean isCut() {
    return cut;
  }

  private List<String> open(int depth) {
    List<String> lines = new ArrayList<>();
    below.forEach((name, tree) -> tree.add(name, "", depth, lines));
    return lines;
  }

  private void add(String name, String indent, int depth, List<String> lines) {
    if (file != null) {
      lines.add(mark(file.kind()) + indent + name);
      return;
    }
    String shown = name;
    FileTree at = this;
    while (at.below.size() == 1 && at.only().file == null) {
      shown += at.below.firstKey();
      at = at.only();
    }
    if (depth == 0) {
      lines.add("  " + indent + shown + " (" + at.count() + " files)");
      return;
    }
    lines.add("  " + indent + shown);
    at.below.forEach((inner, tree) -> tree.add(inner, indent + "  ", depth - 1, lines));
  }

  private FileTree only() {
    return below.values().iterator().next();
  }

  private int count() {
    int count = file == null ? 0 : 1;
    for (FileTree each : below.values()) {
      count += each.count();
    }
    return count;
  }

  private static String mark(Kind kind) {
    return switch (kind) {
      case CREATED -> "+ ";
      case UPDATED, MERGED -> "~ ";
      case CONFLICT -> "! ";
      case REMOVED -> "- ";
      default -> "  ";
    };
  }
}
