package dev.msvc.cluster.api;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request that the API server refused, or that did not reach it. */
public final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int FORBIDDEN = 403;

  /** How a server begins to say that an object does not fit its kind; with the status 500. */
  static final String UNTYPED = "failed to create typed patch object";

  private static final Pattern RIGHT =
      Pattern.compile(
          "cannot (\\S+) resource \"([^\"]+)\" in API group \"([^\"]*)\""
              + "(?: in the namespace \"([^\"]+)\")?");

  private final int code;
  private final String reason;
  private final transient List<Cause> causes;
  private final String request;
  private final String hint;

  /**
   * One thing that is wrong with an object.
   *
   * @param reason as the API names it: {@code FieldManagerConflict}, {@code FieldValueInvalid}
   * @param field path of it; empty where the server names none
   */
  public record Cause(String reason, String message, String field) {}

  private ApiFailure(
      int code, String reason, String message, List<Cause> causes, String request, String hint) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.causes = List.copyOf(causes);
    this.request = request;
    this.hint = hint;
  }

  /**
   * What the server said.
   *
   * @param status the {@code Status} that it answered with; an empty object where it was none
   */
  static ApiFailure refused(int code, KubeObject status, String text, String request) {
    List<Cause> causes = new ArrayList<>();
    for (Object each : status.list("details", "causes")) {
      causes.add(
          new Cause(
              KubeObject.text(each, "reason"),
              KubeObject.text(each, "message"),
              KubeObject.text(each, "field")));
    }
    String message = status.text("message");
    return new ApiFailure(
        code, status.text("reason"), message.isEmpty() ? text : message, causes, request, "");
  }

  /** Nothing came back. */
  static ApiFailure unreachable(String why, String hint, String request) {
    return new ApiFailure(0, "Unreachable", why, List.of(), request, hint);
  }

  /** Status of HTTP; 0 where nothing came back. */
  public int code() {
    return code;
  }

  /** The API's own word: {@code NotFound}, {@code Conflict}, {@code Invalid}. */
  public String reason() {
    return reason;
  }

  public List<Cause> causes() {
    return causes;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  /** Whether fields belong to other managers. */
  public boolean ownedByOthers() {
    return causes.stream().anyMatch(each -> each.reason().equals("FieldManagerConflict"));
  }

  /** Whether the object moved on since it was read. */
  public boolean moved() {
    return code == 409 && reason.equals("Conflict") && !ownedByOthers();
  }

  /** Whether the object does not fit its kind: a field that it has not, a text for a number. */
  public boolean untyped() {
    return code == 500 && message().startsWith(UNTYPED);
  }

  /** What a role must say so that this is allowed; empty where that is not what is missing. */
  public String rule() {
    Matcher right = RIGHT.matcher(message());
    if (code != FORBIDDEN || !right.find()) {
      return "";
    }
    String group = right.group(3).isEmpty() ? "\"\"" : right.group(3);
    return "- {apiGroups: [%s], resources: [%s], verbs: [%s]}"
        .formatted(group, right.group(2), right.group(1));
  }

  /** What to do about a right that is missing. */
  public String advice() {
    Matcher right = RIGHT.matcher(message());
    if (!right.find()) {
      return "ask who runs the cluster; all that msvc needs: msvc doctor --rbac";
    }
    String where = right.group(4) == null ? "a ClusterRole" : "a Role in " + right.group(4);
    return "%s must have the rule %s; all that msvc needs: msvc doctor --rbac"
        .formatted(where, rule());
  }

  /** For who typed the command: what to do about it. */
  public UserError forUser() {
    if (code == 0) {
      return new UserError("the API server cannot be reached: " + message(), hint, 8);
    }
    if (code == 401 || message().contains("User \"system:anonymous\"")) {
      return new UserError(
          "the API server does not know who you are: " + message(),
          "log in again, or renew the certificate or token of your kubeconfig; in a pod, those of its"
              + " service account",
          8);
    }
    if (code == FORBIDDEN) {
      return new UserError(message(), advice(), 8);
    }
    if (ownedByOthers()) {
      return new UserError(
          "%s: %s".formatted(request, message()),
          "leave the field out of the manifest, or take it: --force-conflicts",
          5);
    }
    boolean input = code == 400 || code == 413 || code == 415 || code == 422 || untyped();
    return new UserError(
        "%s: %d %s".formatted(request, code, message()),
        input ? "mend the manifest and run it again" : "run it again; it goes on where it stopped",
        input ? 3 : code == 409 ? 5 : 8);
  }
}
