package dev.msvc.bench;

import dev.msvc.bench.services.Sketch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JHipster, installed from npm into a folder of its own. */
record JHipster(Path program) {
  /** The newest that runs on Node 18 and 20. */
  private static final String VERSION = "8.11.0";

  /**
   * What it does besides writing files is switched off: npm, git, looking for programs and news.
   */
  private static final List<String> QUICK = List.of("--skip-install", "--skip-checks", "--force");

  /**
   * Leaves out Prettier, which lays its Java out: an option for its own tests, that no help names.
   */
  static final String UNFORMATTED = "--skip-prettier";

  private static final int AT_ONCE = 10;

  /** It keeps what it writes in memory until the end: more than Node may take by itself. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("NODE_OPTIONS", "--max-old-space-size=4096", "CI", "true");

  /** Fetches it once. */
  static JHipster installed(Path folder)
      throws IOException, InterruptedException, SkippedException {
    Path program = folder.resolve("node_modules/.bin/jhipster");
    if (!Files.exists(program)) {
      Files.createDirectories(folder);
      Path log = folder.resolve("npm.log");
      List<String> install =
          List.of(
              "npm",
              "install",
              "--prefix",
              folder.toString(),
              "--no-save",
              "--no-package-lock",
              "--ignore-scripts",
              "--no-audit",
              "--no-fund",
              "generator-jhipster@" + VERSION);
      int exitCode;
      try {
        exitCode = Launched.run(install, Map.of(), log).exitCode();
      } catch (IOException absent) {
        throw new SkippedException("needs Node.js 18 or 20 with npm, for JHipster to compare with");
      }
      if (exitCode != 0) {
        throw new SkippedException(
            "npm could not install generator-jhipster %s, see %s.err".formatted(VERSION, log));
      }
    }
    return new JHipster(program);
  }

  /** Seconds on the wall and of the processors. */
  record Cost(double wall, double cpu) {
    private static Cost of(Launched launched) {
      return new Cost(launched.seconds(), launched.cpuSeconds());
    }

    private Cost and(Cost other) {
      return new Cost(wall + other.wall, cpu + other.cpu);
    }
  }

  /**
   * Makes services, ten by a process: more at once take more time for each, and fifty 13 GB of
   * memory. Their manifests for Kubernetes and Istio come with them, and their Helm charts by
   * another process: there is no way to have both at once.
   */
  Cost make(List<Sketch> services, Path folder, List<String> options)
      throws IOException, InterruptedException, SkippedException {
    Cost all = new Cost(0, 0);
    for (int from = 0; from < services.size(); from += AT_ONCE) {
      Path place = Files.createDirectory(folder.resolve("from-" + from));
      int to = Math.min(from + AT_ONCE, services.size());
      all = all.and(batch(services.subList(from, to), place, options));
    }
    return all;
  }

  private Cost batch(List<Sketch> services, Path folder, List<String> options)
      throws IOException, InterruptedException, SkippedException {
    Files.writeString(folder.resolve("services.jdl"), Sketch.jdl(services));
    List<String> jdl =
        new ArrayList<>(List.of("jdl", "services.jdl", "--skip-git", "--skip-fake-data"));
    jdl.addAll(options);
    Cost made = run(folder, jdl);
    for (Sketch each : services) {
      Launched.require(folder.resolve(each.name()).resolve("pom.xml"));
      String manifests = "kubernetes/%1$s-k8s/%1$s-".formatted(each.name());
      Launched.require(folder.resolve(manifests + "deployment.yml"));
      Launched.require(folder.resolve(manifests + "virtual-service.yml"));
    }
    // the answers that it was given for Kubernetes are those for Helm
    Path helm = Files.createDirectory(folder.resolve("helm"));
    Files.copy(folder.resolve("kubernetes/.yo-rc.json"), helm.resolve(".yo-rc.json"));
    Cost charts = run(helm, List.of("kubernetes-helm"));
    for (Sketch each : services) {
      Launched.require(helm.resolve("%s-helm/Chart.yaml".formatted(each.name())));
    }
    return made.and(charts);
  }

  private Cost run(Path folder, List<String> arguments)
      throws IOException, InterruptedException, SkippedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    command.addAll(QUICK);
    Path log = folder.resolve("jhipster.log");
    Launched launched = Launched.run(command, ENVIRONMENT, folder, log);
    if (launched.exitCode() != 0) {
      throw new SkippedException(
          "JHipster ended with %d, see %s and %s.err".formatted(launched.exitCode(), log, log));
    }
    return Cost.of(launched);
  }
}
