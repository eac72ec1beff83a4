package dev.msvc.cli;

import dev.msvc.cluster.nginx.WeightsFile;
import dev.msvc.generators.router.RouterFiles;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.ShiftPlan;
import dev.msvc.model.shift.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file on this machine that a plan names for its nginx. */
record NginxFile(ShiftPlan plan) implements WeightsFile {
  private Path path() {
    return Path.of(plan.router().settings().getOrDefault("include", ""));
  }

  @Override
  public String read() {
    try {
      return Files.readString(path());
    } catch (IOException e) {
      throw new UserError(
          "%s cannot be read".formatted(path()),
          "make it as it is printed by msvc strangle route " + plan.name(),
          8);
    }
  }

  @Override
  public void replace(String before, String after) {
    new Workspace().replace(path(), before, after);
  }

  @Override
  public String text(Weights weights) {
    return RouterFiles.nginxWeights(plan, weights);
  }
}
