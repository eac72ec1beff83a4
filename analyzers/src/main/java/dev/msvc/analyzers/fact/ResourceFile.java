package dev.msvc.analyzers.fact;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that is not Java: XML, SQL, YAML, JSON, properties.
 *
 * @param file relative to the analysed folder, with {@code /}
 * @param module the folder of the build module that holds it; empty for the root
 * @param content reads its text anew at each call
 * @param large opens a script that is too large to be held; its content is empty
 */
public record ResourceFile(
    String file,
    String module,
    long size,
    Supplier<String> content,
    DumpFile.@Nullable Content large) {
  public ResourceFile(String file, String module, long size, Supplier<String> content) {
    this(file, module, size, content, null);
  }

  public String text() {
    return content.get();
  }

  /** The part after the last dot, in lower case; empty for none. */
  public String extension() {
    int dot = file.lastIndexOf('.');
    return dot < file.lastIndexOf('/') ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The part after the last slash. */
  public String fileName() {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
