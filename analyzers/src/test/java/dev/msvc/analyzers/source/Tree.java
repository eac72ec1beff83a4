package dev.msvc.analyzers.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source tree that a test writes. */
public record Tree(Path root) {

  /** Adds a file. */
  public Tree with(String file, String text) throws IOException {
    return with(file, text, StandardCharsets.UTF_8);
  }

  public Tree with(String file, String text, Charset charset) throws IOException {
    return with(file, text.getBytes(charset));
  }

  public Tree with(String file, byte[] bytes) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    return this;
  }

  /** Adds an empty class whose package and name are those of its path after {@code sourceRoot}. */
  public Tree withClass(String sourceRoot, String path) throws IOException {
    int slash = path.lastIndexOf('/');
    String declared =
        slash < 0 ? "" : "package " + path.substring(0, slash).replace('/', '.') + ";\n";
    String file = sourceRoot.isEmpty() ? path : sourceRoot + "/" + path;
    return with(file + ".java", declared + "class " + path.substring(slash + 1) + " {}\n");
  }
}
