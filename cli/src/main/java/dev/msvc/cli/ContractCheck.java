package dev.msvc.cli;

import dev.msvc.analyzers.history.FilesAt;
import dev.msvc.generators.merge.FileChange;
import dev.msvc.generators.merge.FileChange.Kind;
import dev.msvc.model.UserError;
import dev.msvc.model.service.MadeFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code buf breaking} whether callers of the contract that was deployed last, or of that of a
 * commit, can go on with the one that is planned.
 */
final class ContractCheck {
  /** The contract as it was deployed last. */
  static final String DEPLOYED = MadeFiles.FOLDER + "/contract";

  private static final String INSTALL =
      "npm install -g @bufbuild/buf, or brew install bufbuild/buf/buf";
  private static final Duration MOST = Duration.ofMinutes(2);
  private static final int BREAKS = 100;

  private final Map<String, String> env;

  ContractCheck(Map<String, String> env) {
    this.env = env;
  }

  /**
   * What a check found.
   *
   * @param said what was compared, or why nothing was; empty where there is nothing to compare with
   * @param breaks what callers would break on, each with its place
   */
  record Outcome(String said, List<String> breaks) {
    static final Outcome NONE = new Outcome("", List.of());
  }

  /**
   * Compares what a plan makes with the contract of a commit; without one with that which was
   * deployed last, where that is known.
   *
   * @param revision as git takes it
   */
  Outcome check(ServicePlan plan, @Nullable String revision) {
    Path root = plan.folder().root();
    SortedMap<String, byte[]> base =
        revision == null
            ? on(root.resolve(DEPLOYED))
            : FilesAt.read(root, revision, ContractCheck::isContract);
    String before = revision == null ? "what was deployed last" : revision;
    boolean protos = base.keySet().stream().anyMatch(each -> each.endsWith(".proto"));
    if (!protos) {
      return revision == null
          ? Outcome.NONE
          : new Outcome(
              "%s has no contract of %s: all of it is new".formatted(before, plan.folder().shown()),
              List.of());
    }
    Program buf = Program.find("buf", env);
    if (buf == null && revision != null) {
      throw new UserError("buf compares contracts, and is not on the PATH", INSTALL, 8);
    }
    if (buf == null) {
      return new Outcome(
          "not compared with %s, since buf is not on the PATH: %s".formatted(before, INSTALL),
          List.of());
    }
    Path aside = new Workspace().aside("msvc-contract");
    List<String> breaks;
    try {
      breaks = breaks(buf, base, planned(plan), aside);
    } finally {
      new Workspace().drop(aside);
    }
    return new Outcome(
        breaks.isEmpty()
            ? "callers of %s can go on".formatted(before)
            : "callers of %s break".formatted(before),
        breaks.stream().map(each -> plan.folder().shown() + "/" + each).toList());
  }

  private static List<String> breaks(
      Program buf, SortedMap<String, byte[]> base, SortedMap<String, byte[]> now, Path folder) {
    Path before = folder.resolve("before.zip");
    new Workspace().put(before, zip(base));
    try {
      Program.Ended ended =
          buf.run(
              List.of("breaking", "-#format=zip", "--against", before.toString()),
              Map.of("BUF_CACHE_DIR", folder.resolve("cache").toString()),
              zip(now),
              MOST);
      List<String> lines = ended.output().lines().filter(each -> !each.isBlank()).toList();
      if (ended.code() != 0 && ended.code() != BREAKS) {
        throw new UserError(
            "buf cannot compare the contracts: " + Text.shortened(String.join("; ", lines), 400),
            "mend the .proto file that it names, here or in what it is compared with");
      }
      return lines;
    } catch (IOException e) {
      throw new UserError(
          "buf cannot be run: " + e.getMessage(), "see why: " + buf.file() + " --version", 8);
    }
  }

  /** The user's own protos, with what is planned laid over them. */
  private static SortedMap<String, byte[]> planned(ServicePlan plan) {
    SortedMap<String, byte[]> files = on(plan.folder().root());
    for (FileChange each : plan.changes()) {
      if (!isContract(each.path())) {
        continue;
      }
      if (each.kind() == Kind.REMOVED) {
        files.remove(each.path());
      } else if (each.kind().changes()) {
        files.put(each.path(), each.after().getBytes(StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static boolean isContract(String path) {
    boolean there = path.startsWith("src/main/proto/") || path.startsWith("src/main/proto-vendor/");
    return path.equals("buf.yaml") || (there && path.endsWith(".proto"));
  }

  /** The contract that is in a folder. */
  static SortedMap<String, byte[]> on(Path root) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String each : List.of("buf.yaml", "src/main/proto", "src/main/proto-vendor")) {
      Path at = root.resolve(each);
      if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try (Stream<Path> walk = Files.walk(at)) {
        for (Path file : walk.toList()) {
          String path = root.relativize(file).toString().replace('\\', '/');
          if (isContract(path) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            files.put(path, Files.readAllBytes(file));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private static byte[] zip(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
