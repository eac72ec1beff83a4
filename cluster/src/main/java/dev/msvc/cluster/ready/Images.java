package dev.msvc.cluster.ready;

import java.util.Locale;
import java.util.Set;

/** Images that do not come. */
final class Images {
  private static final Set<String> REASONS =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "InvalidImageName",
          "ErrImageNeverPull",
          "RegistryUnavailable",
          "ImageInspectError",
          "SignatureValidationFailed");

  private Images() {}

  /** Whether a container waits for its image. */
  static boolean wait(String reason) {
    return REASONS.contains(reason);
  }

  /**
   * The trouble, in the registry's words.
   *
   * @param said by the node, of the container
   * @param event that told of it; empty where it is gone or not to be read
   */
  static Trouble trouble(String container, String image, String reason, String said, String event) {
    String words = words(event.isEmpty() ? said : event);
    String what =
        "image %s cannot be pulled (container %s)%s"
            .formatted(image, container, words.isEmpty() ? "" : ": " + words);
    return Trouble.of(Trouble.Cause.IMAGE, container + " " + image, what, todo(reason, words));
  }

  /** What the registry said, without what every layer on the way put before it. */
  private static String words(String message) {
    String one = Words.oneLine(message);
    int inner = one.indexOf("ErrImagePull: ");
    if (inner >= 0) {
      one = one.substring(inner + "ErrImagePull: ".length());
    } else if (one.startsWith("Back-off pulling image")) {
      return "";
    }
    return one.replaceFirst("^Failed to pull image \"[^\"]*\": ", "")
        .replaceFirst("^(?:rpc error: code = \\w+ desc = )+", "")
        .replaceFirst("^failed to pull and unpack image \"[^\"]*\": ", "")
        .replaceFirst("^failed to resolve (?:reference|image) \"[^\"]*\": ", "");
  }

  private static String todo(String reason, String words) {
    if (reason.equals("InvalidImageName")) {
      return "this is no name of an image: mend it";
    }
    if (reason.equals("ErrImageNeverPull")) {
      return "imagePullPolicy is Never, and the node does not have it";
    }
    String low = words.toLowerCase(Locale.ROOT);
    if (has(
        low, "unauthorized", "denied", "forbidden", "authentication", "credential", "401", "403")) {
      return "does it exist, and may the cluster read it? Private ones need imagePullSecrets";
    }
    if (has(low, "no match for platform", "no matching manifest", "exec format")) {
      return "it is not made for the processors of these nodes: build it for them too";
    }
    if (has(low, "not found", "manifest unknown", "does not exist", "no such image")) {
      return "check its name and tag, and that it has been pushed";
    }
    if (has(low, "toomanyrequests", "rate limit")) {
      return "the registry lets in no more: log in to it by imagePullSecrets, or mirror the image";
    }
    if (has(low, "no such host", "timeout", "refused", "x509", "unreachable", "tls", "deadline")) {
      return "the nodes do not reach the registry: check its name, network and certificate";
    }
    return "check its name and tag, that it has been pushed, and that the cluster may read it";
  }

  private static boolean has(String text, String... words) {
    for (String each : words) {
      if (text.contains(each)) {
        return true;
      }
    }
    return false;
  }
}
