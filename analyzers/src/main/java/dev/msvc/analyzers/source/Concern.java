package dev.msvc.analyzers.source;

import dev.msvc.analyzers.source.TreeWalk.Found;
import dev.msvc.model.SourceLanguage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a file can change an analysis, as far as its place in the tree tells. */
enum Concern {
  /** That it is there: nobody opens tests and generated code. */
  PRESENCE,
  /** What it declares and does, as a file of main code. */
  CODE,
  /** All that it holds. */
  CONTENT;

  /** That of each file, in the order of the walk. */
  static List<Concern> all(TreeWalk walk) {
    // Java there is told from other Java by what it holds
    boolean emulated = walk.files().stream().anyMatch(each -> each.name().endsWith(".gwt.xml"));
    // what such a module imports decides whether it is of tests
    Set<String> undecided = TestModules.called(walk.modules());
    Map<String, @Nullable Role> roles = new HashMap<>();
    return walk.files().stream()
        .map(
            each -> {
              Concern concern = emulated ? CONTENT : of(each, roles);
              boolean decides =
                  concern == CODE
                      && !undecided.isEmpty()
                      && undecided.contains(TestModules.of(each, walk.modules()));
              return decides ? CONTENT : concern;
            })
        .toList();
  }

  private static Concern of(Found file, Map<String, @Nullable Role> roles) {
    String folder = file.folder();
    if (!roles.containsKey(folder)) {
      roles.put(folder, Layout.byPath(folder));
    }
    Role role = file.output() ? Role.GENERATED : roles.get(folder);
    if (role == Role.TEST || role == Role.GENERATED) {
      return PRESENCE;
    }
    boolean code = SourceLanguage.of(file.name()) != null && !SourceTree.mayBeTest(file);
    return code && role == Role.MAIN ? CODE : CONTENT;
  }
}
