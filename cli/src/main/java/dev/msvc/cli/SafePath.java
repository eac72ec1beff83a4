package dev.msvc.cli;

import dev.msvc.model.PlannedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A path below a folder that nothing leads out of: no {@code ..}, and no symbolic link on the way.
 *
 * @param path with {@code /}
 */
record SafePath(Path root, String path) {
  private static final int MOST = 32 * 1024 * 1024;

  SafePath {
    // checks itself
    path = new PlannedFile(path, "", "").path();
  }

  Path file() {
    return root.resolve(path);
  }

  /** Why nothing can be read or written there; empty where it can. */
  String obstacle() {
    Path at = root;
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      at = at.resolve(parts[i]);
      String name = root.relativize(at).toString();
      if (Files.isSymbolicLink(at)) {
        return name + " is a symbolic link, and none is followed";
      }
      if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
        return "";
      }
      boolean last = i == parts.length - 1;
      if (last ? !Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS) : !Files.isDirectory(at)) {
        return name + (last ? " is not a file" : " is not a folder");
      }
    }
    return "";
  }

  /**
   * What the file holds; null where there is none.
   *
   * @throws CharacterCodingException where it is no UTF-8, or too large for a text
   */
  @Nullable String text() throws CharacterCodingException {
    Path file = file();
    if (!obstacle().isEmpty() || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try {
      if (Files.size(file) > MOST) {
        throw new CharacterCodingException();
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
