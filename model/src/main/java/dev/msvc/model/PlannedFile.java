package dev.msvc.model;

import java.util.Comparator;

/**
 * A file that is to be written.
 *
 * @param path below the folder of its service, with {@code /}; never out of it
 * @param maker the template that made it
 */
public record PlannedFile(String path, String text, String maker)
    implements Comparable<PlannedFile> {
  private static final Comparator<PlannedFile> ORDER = Comparator.comparing(PlannedFile::path);

  public PlannedFile {
    boolean out =
        path.isEmpty() || path.startsWith("/") || path.contains("\\") || path.indexOf('\0') >= 0;
    for (String part : path.split("/", -1)) {
      out |=
          part.isEmpty() || part.equals(".") || part.equals("..") || part.equalsIgnoreCase(".git");
    }
    if (out) {
      throw new IllegalArgumentException("'%s' is no path below a folder".formatted(path));
    }
  }

  /** Whether it is started as a program. */
  public boolean executable() {
    return text.startsWith("#!");
  }

  @Override
  public int compareTo(PlannedFile other) {
    return ORDER.compare(this, other);
  }
}
