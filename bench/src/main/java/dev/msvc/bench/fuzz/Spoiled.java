package dev.msvc.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Mutated copies of one seed.
 *
 * @param kind the seed's name
 * @param path of the seed in its module
 */
public record Spoiled(String kind, Path path, byte[] seed) {
  private static final List<Mutation> ALL = List.of(Mutation.values());
  private static final int MOST_MUTATIONS = 3;
  private static final int LARGEST = 3_000_000;

  /** The seeds of a folder: {@code KIND/path in a module}. */
  public static List<Spoiled> seeds(Path folder) throws IOException {
    List<Spoiled> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        Path inside = folder.relativize(file);
        seeds.add(
            new Spoiled(
                inside.getName(0).toString(),
                inside.subpath(1, inside.getNameCount()),
                Files.readAllBytes(file)));
      }
    }
    return seeds;
  }

  /** The copy of a number: always the same. */
  public byte[] copy(int number) {
    Random random = new Random(kind.hashCode() * 31L + number);
    String name = path.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    byte[] file = seed;
    // each mutation alone comes up often enough, whatever else happens
    Mutation first = ALL.get(number % ALL.size());
    file = first.apply(file, extension, random);
    for (int more = random.nextInt(MOST_MUTATIONS); more > 0 && file.length < LARGEST; more--) {
      Mutation next = ALL.get(random.nextInt(ALL.size()));
      file = next.apply(file, extension, random);
    }
    return file;
  }

  /** Puts copies into a tree, each in a module of its own. */
  public void write(Path tree, List<Integer> numbers) throws IOException {
    for (int number : numbers) {
      Path to = tree.resolve("m" + number).resolve(path.toString());
      Files.createDirectories(to.getParent());
      Files.write(to, copy(number));
    }
  }
}
