package dev.msvc.cluster.release;

import dev.msvc.cluster.lease.Leased;
import dev.msvc.model.UserError;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is deployed, updated and deleted together.
 *
 * @param namespace where its state is kept
 * @param name a DNS label of at most 40 characters, as names of objects are made of it
 */
public record Release(String namespace, String name) {
  /** The annotation that says of which release an object is. */
  public static final String ANNOTATION = "msvc.dev/release";

  /** The label of all that keeps the state of a release. */
  public static final String LABEL = "msvc.dev/state-of";

  private static final Pattern LABELLED = Pattern.compile("[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?");

  public Release {
    if (!LABELLED.matcher(name).matches()) {
      throw new UserError(
          "'%s' is not the name of a release".formatted(name),
          "use lower-case letters, digits and '-', at most 40");
    }
    if (!LABELLED.matcher(namespace).matches() && namespace.length() <= 40) {
      throw new UserError(
          "'%s' is not the name of a namespace".formatted(namespace),
          "use lower-case letters, digits and '-'");
    }
  }

  /** What its objects say of it: namespace and name. */
  public String mark() {
    return namespace + "/" + name;
  }

  /** That only one at a time may change it. */
  public Leased leased() {
    return new Leased(namespace, state(), Map.of(LABEL, name), "release " + name);
  }

  /** Name of the objects that keep its state. */
  String state() {
    return "msvc-release-" + name;
  }

  /** Name of the object that keeps a revision. */
  String state(int revision) {
    return state() + "-v" + revision;
  }

  @Override
  public String toString() {
    return name;
  }
}
