package dev.msvc.cli;

import dev.msvc.generators.service.Blueprint;
import dev.msvc.generators.service.Part;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.service.Organisation;
import dev.msvc.model.service.ServiceSpec;
import dev.msvc.model.yaml.ServiceDocument;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;

/** The services in {@code examples/generated}: as they are there, and as they are made today. */
final class GoldenServices {
  private static final Path HOME = Path.of("../examples/generated");

  private GoldenServices() {}

  static Path folder(String name) {
    return HOME.resolve(name);
  }

  /** Texts by path, made from the description that is there. */
  static SortedMap<String, String> made(String name) throws IOException {
    return made(name, "");
  }

  /** The same of a description to which something is added. */
  static SortedMap<String, String> made(String name, String more) throws IOException {
    Path description = folder(name).resolve(ServiceSpec.FILE);
    ServiceSpec service =
        ServiceDocument.read(
                description.toString(), Files.readString(description) + more, Organisation.DEFAULT)
            .get(0);
    SortedMap<String, String> made = new TreeMap<>();
    for (PlannedFile each :
        Part.service(new Blueprint(service, Organisation.DEFAULT, Templates.BUNDLED))) {
      made.put(each.path(), each.text());
    }
    return made;
  }

  /** Texts by path, less the description and what a build leaves. */
  static SortedMap<String, String> there(String name) throws IOException {
    SortedMap<String, String> there = new TreeMap<>();
    Path folder = folder(name);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            return at.getFileName().toString().equals("target")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (!path.equals(ServiceSpec.FILE)) {
              there.put(path, Files.readString(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return there;
  }

  /** Puts what is made today in the place of what is there. */
  static void renew(String name) throws IOException {
    SortedMap<String, String> made = made(name);
    for (String path : there(name).keySet()) {
      if (!made.containsKey(path)) {
        Files.delete(folder(name).resolve(path));
      }
    }
    write(made, folder(name));
  }

  /** A copy of what is there, to be built. */
  static Path copy(String name, Path to) throws IOException {
    write(there(name), to);
    return to;
  }

  static void write(SortedMap<String, String> texts, Path folder) throws IOException {
    for (var each : texts.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, each.getValue());
    }
  }
}
