package dev.msvc.cli;

import dev.msvc.generators.template.Templates;
import dev.msvc.model.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Templates of the user's own, from the folder that {@code --templates} names. */
final class OwnTemplates {
  private static final int MOST = 10_000;

  private final Console console;

  OwnTemplates(Console console) {
    this.console = console;
  }

  /** Ours, with those of the user in their place. */
  Templates over(Invocation call) {
    String name = call.option("--templates");
    if (name == null) {
      return Templates.BUNDLED;
    }
    Path folder = call.directory().resolve(name).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "there is no folder " + name, "'msvc templates copy NAME DIR' makes one to begin with");
    }
    SortedMap<String, String> files = new TreeMap<>();
    for (Path each : files(folder)) {
      String path = folder.relativize(each).toString().replace('\\', '/');
      if (path.startsWith(".") || path.contains("/.")) {
        continue;
      }
      if (!Templates.BUNDLED.isPlace(path)) {
        console.say(
            "warning: %s/%s stands for no template; 'msvc templates list' says what there is"
                .formatted(name, path));
        continue;
      }
      files.put(path, text(folder, path, name));
    }
    return Templates.over(files);
  }

  private static String text(Path folder, String path, String shown) {
    try {
      SafePath safe = new SafePath(folder, path);
      String text = safe.text();
      if (text == null) {
        throw new UserError(shown + ": " + safe.obstacle(), "put a file there");
      }
      return text.replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      throw new UserError(shown + "/" + path + " is not UTF-8", "save it as UTF-8");
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files =
          walk.filter(
                  each ->
                      Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)
                          || Files.isSymbolicLink(each))
              .sorted()
              .limit(MOST + 1L)
              .toList();
      if (files.size() > MOST) {
        throw new UserError(
            "%s has more than %,d files".formatted(folder.getFileName(), MOST),
            "name a folder with templates only");
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
