package dev.msvc.cluster;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which cluster kubectl would talk to, as its files say; nothing is contacted.
 *
 * @param files that exist, in the order in which kubectl reads them
 * @param currentContext of the first file that names one; empty for none
 * @param contexts of all files, in their order
 * @param problem why a file cannot be read; empty if all can
 */
public record Kubeconfig(
    List<Path> files, String currentContext, List<String> contexts, String problem) {
  public Kubeconfig {
    files = List.copyOf(files);
    contexts = List.copyOf(contexts);
  }

  /** Reads the files that {@code KUBECONFIG} names, or else {@code ~/.kube/config}. */
  public static Kubeconfig read(Map<String, String> env) {
    List<Path> files = new ArrayList<>();
    List<String> contexts = new ArrayList<>();
    String current = "";
    for (Path file : candidates(env)) {
      if (!Files.isRegularFile(file)) {
        continue;
      }
      files.add(file);
      try {
        Config config = Serialization.unmarshal(Files.readString(file), Config.class);
        if (config != null) {
          config.getContexts().forEach(context -> contexts.add(context.getName()));
          current = current.isEmpty() ? named(config) : current;
        }
      } catch (IOException | RuntimeException e) {
        return new Kubeconfig(files, current, contexts, file + " is not a kubeconfig");
      }
    }
    return new Kubeconfig(files, current, contexts, "");
  }

  private static String named(Config config) {
    String context = config.getCurrentContext();
    return context == null ? "" : context;
  }

  private static List<Path> candidates(Map<String, String> env) {
    String named = env.getOrDefault("KUBECONFIG", "");
    if (named.isEmpty()) {
      String home = env.getOrDefault("HOME", "");
      // without one, it would be a file of the folder that happens to be worked in
      return home.isEmpty() ? List.of() : List.of(Path.of(home, ".kube", "config"));
    }
    List<Path> files = new ArrayList<>();
    for (String each : named.split(File.pathSeparator)) {
      if (!each.isEmpty()) {
        files.add(Path.of(each));
      }
    }
    return files;
  }
}
