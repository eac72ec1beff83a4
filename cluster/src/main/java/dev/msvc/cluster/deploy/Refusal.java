package dev.msvc.cluster.deploy;

import dev.msvc.model.kube.ObjectKey;

/**
 * Why an object is not applied as it stands.
 *
 * @param where file and line, or the object's name
 * @param message what is wrong
 * @param hint what to do
 * @param exitCode 3 for what the user can mend in the manifest, 5 for what belongs to somebody
 *     else, 8 for what the cluster does not allow
 */
public record Refusal(ObjectKey key, String where, String message, String hint, int exitCode) {}
