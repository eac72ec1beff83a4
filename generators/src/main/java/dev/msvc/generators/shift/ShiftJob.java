package dev.msvc.generators.shift;

import dev.msvc.generators.template.Scaffold;
import dev.msvc.generators.template.Templates;
import dev.msvc.model.Digest;
import dev.msvc.model.PlannedFile;
import dev.msvc.model.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shift that a Job moves in its cluster, with the least rights.
 *
 * @param namespace of the route, and of the Job
 * @param image that has msvc as its entry point
 * @param text of the plan
 * @param attempt 0 for the first; another one begins anew what was rolled back
 * @param unwatched after which time without anybody who watches all goes back, as {@code 20m};
 *     empty for never
 * @param reached other namespaces in which its Services are
 * @param others shifts that it is after, and those that are after it
 * @param credentials what it is given of Secrets
 */
public record ShiftJob(
    String name,
    String namespace,
    Route route,
    String image,
    String text,
    int attempt,
    String unwatched,
    SortedSet<String> reached,
    List<Other> others,
    ShiftCredentials credentials) {
  private static final String IMAGE =
      "[a-z0-9]([a-z0-9._/:-]*[a-z0-9])?(:[A-Za-z0-9._-]+)?(@sha256:[0-9a-f]{64})?";
  private static final int LONGEST = 34;
  private static final int PARTS = 20;
  private static final int SHOWN = 8;

  /**
   * The object whose weights are moved.
   *
   * @param group of the API
   * @param resource in the plural
   */
  public record Route(String group, String resource, String name) {}

  /**
   * A shift of the same folder whose plan the Job must know.
   *
   * @param text of its plan
   * @param goesBack whether this one takes it back with it; else its journal is only read
   */
  public record Other(String name, Route route, String text, boolean goesBack) {
    /** Name of its Lease, and of what holds its journal. */
    public String account() {
      return account(name);
    }

    private static String account(String name) {
      return "msvc-shift-" + name;
    }

    /** Names of the ConfigMaps that its journal may need. */
    public List<String> journals() {
      return ShiftJob.journals(account());
    }

    /** Its plan, line by line. */
    public List<String> lines() {
      return text.lines().toList();
    }
  }

  public ShiftJob {
    reached = Collections.unmodifiableSortedSet(new TreeSet<>(reached));
    others = List.copyOf(others);
    if (!image.matches(IMAGE)) {
      throw new UserError(
          "'%s' is no name of an image".formatted(image),
          "write it as registry/msvc:1.2 or registry/msvc@sha256:...",
          2);
    }
    if (name.length() > LONGEST) {
      throw new UserError(
          "the name of shift %s is too long for a Job".formatted(name),
          "use at most %d characters, or run it outside: msvc strangle start %s"
              .formatted(LONGEST, name));
    }
  }

  /** Its manifests. */
  public List<PlannedFile> files(Templates templates) {
    return new Scaffold(templates, Map.of("shift", this), Map.of())
        .files(unwatched.isEmpty() ? List.of("shift/job") : List.of("shift/job", "shift/watchdog"));
  }

  /** Name of its service account, its role and its Lease. */
  public String account() {
    return Other.account(name);
  }

  /** Name of what holds the plan; another one for another plan. */
  public String plan() {
    return account() + "-plan-" + digest(texts());
  }

  private String texts() {
    return others.isEmpty()
        ? text
        : text + others.stream().map(Other::text).collect(Collectors.joining("\n", "\n", ""));
  }

  /** Name of the Job; another one for whatever differs, since a Job cannot be changed. */
  public String job() {
    return account()
        + "-"
        + digest(String.join("\n", texts(), image, String.valueOf(attempt) + credentials.text()));
  }

  private static String digest(String of) {
    return Digest.of(of).substring(0, SHOWN);
  }

  /** Names of the ConfigMaps that its journal may need. */
  public List<String> journals() {
    return journals(account());
  }

  private static List<String> journals(String account) {
    List<String> names = new ArrayList<>(List.of(account));
    IntStream.rangeClosed(1, PARTS).forEach(each -> names.add(account + "-" + each));
    return names;
  }

  /** The plan, line by line. */
  public List<String> lines() {
    return text.lines().toList();
  }

  /** What the Job types. */
  public List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(List.of("-C", "/plan", "strangle", "start", name, "-n", namespace, "-y"));
    if (attempt > 0) {
      arguments.add("--again");
    }
    return arguments;
  }

  /** What the watchdog types. */
  public List<String> watchdogArguments() {
    return List.of(
        "-C", "/plan", "strangle", "rollback", name, "-n", namespace, "--if-unwatched", unwatched);
  }
}
