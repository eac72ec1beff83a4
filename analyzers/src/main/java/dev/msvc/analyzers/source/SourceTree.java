package dev.msvc.analyzers.source;

import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.TreeWalk.Found;
import dev.msvc.model.SourceLanguage;
import dev.msvc.model.Unread;
import dev.msvc.model.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of an analysed system. See {@code docs/analyzers/source.md} for what is main code.
 *
 * @param files source files of main code, in all languages that are read, sorted by path
 * @param resources files of main code that are not Java and that an analyzer may want, sorted by
 *     path; all of them could be read and decoded
 * @param testFiles Java files left out as tests
 * @param generatedFiles Java files left out as generated
 * @param unread what belongs to main code as far as one can tell and cannot be read, sorted
 */
public record SourceTree(
    List<JavaFile> files,
    List<ResourceFile> resources,
    int testFiles,
    int generatedFiles,
    List<Unread> unread) {
  /** A larger resource is listed as unread. */
  static final long RESOURCE_LIMIT = 10_000_000;

  /** Scripts of a plan begin so: they are not what the database is. */
  private static final String PLANNED = "-- made by msvc";

  /** Texts of resources are held up to so many characters; beyond, they are read again. */
  private static final long MOST_HELD = 20_000_000;

  private static final Pattern TEST_NAME =
      Pattern.compile("(?:.*(?:Tests?|TestCase|TestSuite|IT)|(?:All)?Tests?[A-Z0-9_].*)\\.java");

  public SourceTree {
    files = List.copyOf(files);
    resources = List.copyOf(resources);
    unread = List.copyOf(unread);
  }

  /**
   * Finds the files below a folder. Opens only those whose place or name leaves open what they are,
   * and the resources, to see that they are text.
   *
   * @throws UserError where there is no such folder, it cannot be read, or it holds no Java
   */
  public static SourceTree open(Path root) {
    return open(root, TreeWalk.of(root));
  }

  /**
   * The same of a tree that was walked over.
   *
   * @param root as the user names it
   * @throws UserError where it holds no Java
   */
  public static SourceTree open(Path root, TreeWalk walk) {
    SourceTree tree = new Sorter(walk).sort();
    if (tree.files.isEmpty()) {
      throw Root.withoutJava(root, walk.files().isEmpty(), tree);
    }
    return tree;
  }

  /** Whether a file is called as a test, and may lie beside main code. */
  static boolean mayBeTest(Found found) {
    return !("/" + found.file()).contains("/src/main/")
        && TEST_NAME.matcher(found.name()).matches();
  }

  /** Source files of main code that cannot be read, by language. */
  public SortedMap<SourceLanguage, Integer> unreadSources() {
    SortedMap<SourceLanguage, Integer> all = new TreeMap<>();
    for (Unread each : unread) {
      SourceLanguage language = SourceLanguage.of(each.file());
      if (language != null) {
        all.merge(language, 1, Integer::sum);
      }
    }
    return all;
  }

  /** A resource, or why it cannot be read, or neither where it is nobody's business. */
  private record Outcome(@Nullable ResourceFile file, @Nullable Unread unread) {}

  /** Sorts found files into main code, tests and the rest. */
  private static final class Sorter {
    private final TreeWalk walk;
    private final Layout layout = new Layout();
    private final Emulations emulations;
    private final TestModules testModules;
    private final Map<String, Path> samples = new HashMap<>();
    private final List<JavaFile> files = new ArrayList<>();
    private final List<Found> resources = new ArrayList<>();
    private final List<Unread> unread;
    private final AtomicLong held = new AtomicLong();
    private int testFiles;
    private int generatedFiles;

    Sorter(TreeWalk walk) {
      this.walk = walk;
      this.emulations = new Emulations(walk.files());
      this.testModules = new TestModules(walk);
      this.unread = new ArrayList<>(walk.unread());
    }

    SourceTree sort() {
      Function<String, String> packageName =
          folder -> {
            Path sample = samples.get(folder);
            return sample == null ? "" : SourceHead.read(sample).packageName();
          };
      for (Found each : walk.files()) {
        if (isSource(each)) {
          samples.putIfAbsent(each.folder(), each.path());
        }
      }
      for (Found each : walk.files()) {
        if (isSource(each) && !emulations.holds(each) && !isOfTheBuild(each)) {
          addSource(
              each, each.output() ? Role.GENERATED : layout.ofSource(each.folder(), packageName));
        }
      }
      for (Found each : walk.files()) {
        if (!isSource(each)
            && !each.output()
            && layout.ofResources(each.folder()) == Role.MAIN
            && !testModules.hold(each)) {
          resources.add(each);
        }
      }
      List<ResourceFile> readable = readable();
      Collections.sort(unread);
      return new SourceTree(files, readable, testFiles, generatedFiles, unread);
    }

    /** Plug-ins that Gradle compiles for the build itself. */
    private static boolean isOfTheBuild(Found found) {
      return ("/" + found.folder() + "/").contains("/buildSrc/");
    }

    private static boolean isSource(Found found) {
      return SourceLanguage.of(found.name()) != null;
    }

    private void addSource(Found found, Role role) {
      boolean java = SourceLanguage.of(found.name()) == SourceLanguage.JAVA;
      if (role == Role.GENERATED) {
        generatedFiles += java ? 1 : 0;
      } else if (role == Role.TEST || isLooseTest(found) || testModules.hold(found)) {
        testFiles += java ? 1 : 0;
      } else if (found.size() > JavaFile.LIMIT) {
        unread.add(new Unread(found.file(), 0, SourceText.tooLarge(JavaFile.LIMIT)));
      } else {
        files.add(new JavaFile(found.file(), module(found), found.path(), found.size()));
      }
    }

    /** A test beside main code, as old builds have them. */
    private static boolean isLooseTest(Found found) {
      return mayBeTest(found) && SourceHead.read(found.path()).importsTestFramework();
    }

    private List<ResourceFile> readable() {
      List<ResourceFile> readable = new ArrayList<>();
      for (Outcome each : Workers.map(resources, this::read)) {
        if (each.file() != null) {
          readable.add(each.file());
        }
        if (each.unread() != null) {
          unread.add(each.unread());
        }
      }
      return readable;
    }

    private Outcome read(Found found) {
      if (found.extension().equals("json")) {
        SourceHead head = SourceHead.read(found.path());
        if (!head.isLiquibase() && !head.isApiDocument()) {
          return new Outcome(null, null);
        }
      }
      try {
        if (found.size() > RESOURCE_LIMIT && Dumps.isScript(found.extension())) {
          return new Outcome(
              new ResourceFile(
                  found.file(),
                  module(found),
                  found.size(),
                  () -> "",
                  () -> Dumps.open(found.path())),
              null);
        }
        if (found.size() > RESOURCE_LIMIT) {
          throw new UnreadableFileException(SourceText.tooLarge(RESOURCE_LIMIT));
        }
        String text = SourceText.read(found.path(), RESOURCE_LIMIT).text();
        if (text.startsWith(PLANNED)) {
          return new Outcome(null, null);
        }
        boolean keep = held.addAndGet(text.length()) <= MOST_HELD;
        return new Outcome(
            new ResourceFile(
                found.file(), module(found), found.size(), keep ? () -> text : () -> again(found)),
            null);
      } catch (UnreadableFileException e) {
        return new Outcome(null, new Unread(found.file(), e.line(), e.reason()));
      }
    }

    private static String again(Found found) {
      try {
        return SourceText.read(found.path(), RESOURCE_LIMIT).text();
      } catch (UnreadableFileException e) {
        throw new UserError(
            "'%s' changed while it was read: %s".formatted(found.file(), e.reason()),
            "analyse a tree that nothing writes to, as a fresh clone");
      }
    }

    private String module(Found found) {
      return TestModules.of(found, walk.modules());
    }
  }
}
