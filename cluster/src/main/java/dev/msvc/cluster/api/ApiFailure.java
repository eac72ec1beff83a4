package dev.msvc.cluster.api;

import dev.msvc.model.UserError;
import dev.msvc.model.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;

/** A request that the API server refused, or that did not reach it. */
public final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int FORBIDDEN = 403;

  private final int code;
  private final String reason;
  private final transient List<Cause> causes;
  private final String request;

  /**
   * One thing that is wrong with an object.
   *
   * @param reason as the API names it: {@code FieldManagerConflict}, {@code FieldValueInvalid}
   * @param field path of it; empty where the server names none
   */
  public record Cause(String reason, String message, String field) {}

  private ApiFailure(int code, String reason, String message, List<Cause> causes, String request) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.causes = List.copyOf(causes);
    this.request = request;
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
        code, status.text("reason"), message.isEmpty() ? text : message, causes, request);
  }

  /** Nothing came back. */
  static ApiFailure unreachable(String why, String request) {
    return new ApiFailure(0, "Unreachable", why, List.of(), request);
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

  /** For who typed the command: what to do about it. */
  public UserError forUser() {
    if (code == 0) {
      return new UserError(
          "the API server cannot be reached: " + message(),
          "check the address and the certificates of your kubeconfig: kubectl cluster-info",
          8);
    }
    if (code == 401) {
      return new UserError(
          "the API server does not know who you are: " + message(),
          "log in again, or renew the certificate or token of your kubeconfig",
          8);
    }
    if (code == FORBIDDEN) {
      return new UserError(
          message(), "the role that msvc needs here is printed by: msvc doctor --rbac", 8);
    }
    boolean input = code == 400 || code == 413 || code == 415 || code == 422;
    return new UserError(
        "%s: %d %s".formatted(request, code, message()),
        input ? "mend the manifest and run it again" : "run it again; it goes on where it stopped",
        input ? 3 : code == 409 ? 5 : 8);
  }
}
