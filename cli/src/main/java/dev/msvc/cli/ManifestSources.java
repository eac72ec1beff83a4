package dev.msvc.cli;

import dev.msvc.model.Place;
import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.Manifest;
import dev.msvc.model.kube.ObjectKey;
import dev.msvc.model.yaml.ManifestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the user names: files, folders, kustomizations, charts, and what is piped in. */
final class ManifestSources {
  private static final int MOST = 64 << 20;
  private static final int FILES = 2_000;
  private static final Duration RENDERING = Duration.ofMinutes(2);
  private static final List<String> KUSTOMIZATIONS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final String SOURCE = "# Source: ";
  private static final String HOOK = "helm.sh/hook";

  private final Invocation call;
  private final List<String> notes = new ArrayList<>();

  ManifestSources(Invocation call) {
    this.call = call;
  }

  /** What a person should know of what was read, a line each. */
  List<String> notes() {
    return notes;
  }

  /** One of {@code -f}. */
  List<Manifest> named(String path) {
    if (path.equals("-")) {
      return ManifestFiles.read("(standard input)", call.console().piped(MOST));
    }
    Path at = call.directory().resolve(path);
    if (!Files.exists(at)) {
      throw new UserError("there is no " + path, "name a file or a folder that is there");
    }
    if (!Files.isDirectory(at)) {
      return read(path, at);
    }
    return isKustomization(at) ? kustomized(path, at) : folder(path, at);
  }

  static boolean isKustomization(Path folder) {
    return KUSTOMIZATIONS.stream().anyMatch(each -> Files.isRegularFile(folder.resolve(each)));
  }

  private static List<Manifest> folder(String shown, Path folder) {
    List<Manifest> manifests = new ArrayList<>();
    for (Path each : files(folder, 1)) {
      manifests.addAll(read(shown(shown, folder, each), each));
    }
    if (manifests.isEmpty()) {
      throw new UserError(
          "no manifest in " + shown, "no .yaml, .yml or .json right in it holds one; name another");
    }
    return manifests;
  }

  private static String shown(String shown, Path folder, Path file) {
    String within = folder.relativize(file).toString();
    String around = shown.replaceFirst("/+$", "");
    return around.equals(".") ? within : around + "/" + within;
  }

  private static List<Path> files(Path folder, int depth) {
    try (Stream<Path> walk = Files.walk(folder, depth)) {
      return walk.filter(Files::isRegularFile)
          .filter(each -> each.toString().matches(".*\\.(yaml|yml|json)"))
          .sorted()
          .limit(FILES)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Manifest> read(String shown, Path file) {
    try {
      if (Files.size(file) > MOST) {
        throw new UserError(
            "%s has more than %d MiB".formatted(shown, MOST >> 20), "split it, or leave it out");
      }
      return ManifestFiles.read(shown, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new UserError(shown + " is not in UTF-8", "save it in UTF-8");
    } catch (IOException e) {
      throw new UserError(shown + " cannot be read", "see why: ls -l " + shown);
    }
  }

  /** What a kustomization makes, with the places where its parts were written. */
  private List<Manifest> kustomized(String shown, Path folder) {
    String text =
        rendered(
            "kubectl",
            "to render %s; without it, name the manifests themselves".formatted(shown),
            List.of("kustomize", folder.toString()));
    Map<String, Manifest> written = new HashMap<>();
    for (Path each : files(folder, 8)) {
      for (Manifest manifest : readable(shown(shown, folder, each), each)) {
        ObjectKey key = manifest.key();
        written.merge(
            key.groupKind() + "/" + key.name(), manifest, (one, other) -> one.with(none()));
      }
    }
    List<Manifest> manifests = new ArrayList<>();
    for (Manifest each : ManifestFiles.read(shown + " (kustomized)", text)) {
      Manifest source = written.get(each.key().groupKind() + "/" + each.key().name());
      if (source == null || source.object().kind().isEmpty()) {
        manifests.add(each);
      } else {
        manifests.add(source.with(each.object()));
      }
    }
    return manifests;
  }

  private static KubeObject none() {
    return new KubeObject(Map.of());
  }

  private static List<Manifest> readable(String shown, Path file) {
    try {
      return read(shown, file);
    } catch (UserError noManifest) {
      // a values file, a patch, a dashboard: what matters is in the rendering
      return List.of();
    }
  }

  /**
   * What a chart makes.
   *
   * @param values files of values
   * @param sets single values
   */
  List<Manifest> chart(
      String chart, String release, String namespace, List<String> values, List<String> sets) {
    Path at = call.directory().resolve(chart);
    if (!Files.isRegularFile(at.resolve("Chart.yaml")) && !Files.isRegularFile(at)) {
      throw new UserError("there is no chart in " + chart, "name the folder with Chart.yaml");
    }
    List<String> arguments =
        new ArrayList<>(
            List.of("template", release, at.toString(), "-n", namespace, "--include-crds"));
    for (String each : values) {
      arguments.addAll(List.of("--values", call.directory().resolve(each).toString()));
    }
    for (String each : sets) {
      arguments.addAll(List.of("--set", each));
    }
    String text = rendered("helm", "to render " + chart, arguments);
    List<Manifest> manifests = new ArrayList<>();
    List<String> lines = text.lines().toList();
    List<String> hooks = new ArrayList<>();
    for (Manifest each : ManifestFiles.read(chart + " (rendered)", text)) {
      String hook = each.object().annotation(HOOK);
      if (hook.isEmpty()) {
        manifests.add(
            new Manifest(each.object(), source(chart, lines, each.place()), each.lines()));
      } else if (!hook.startsWith("test")) {
        hooks.add(each.key().shortName() + " (" + hook + ")");
      }
    }
    if (!hooks.isEmpty()) {
      notes.add("the chart's hooks are not run: " + String.join(", ", hooks));
    }
    return manifests;
  }

  /** The template that a line was made from, as Helm says above each. */
  private static Place source(String chart, List<String> lines, Place place) {
    for (int i = Math.min(place.line(), lines.size()) - 1; i >= 0; i--) {
      if (lines.get(i).startsWith(SOURCE)) {
        String path = lines.get(i).substring(SOURCE.length());
        int slash = path.indexOf('/');
        return new Place(chart.replaceFirst("/+$", "") + "/" + path.substring(slash + 1), 0);
      }
    }
    return place;
  }

  private String rendered(String name, String what, List<String> arguments) {
    @Nullable Program program = Program.find(name, call.env());
    if (program == null) {
      throw new UserError(name + " is not on the PATH", "it is needed " + what, 8);
    }
    try {
      Program.Ended ended = program.runApart(arguments, call.env(), RENDERING);
      if (ended.code() != 0) {
        throw new UserError(
            "%s says: %s".formatted(name, ended.said().strip()), "mend it there, and run it again");
      }
      ended.said().lines().filter(each -> !each.isBlank()).forEach(notes::add);
      return ended.output();
    } catch (IOException e) {
      throw new UserError(name + " does not run: " + e.getMessage(), "see why: " + name, 8);
    }
  }
}
