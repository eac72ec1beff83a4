package dev.msvc.cluster.release;

import dev.msvc.model.Digest;
import dev.msvc.model.kube.KubeObject;
import dev.msvc.model.kube.ObjectKey;

/**
 * An object of a release.
 *
 * @param apiVersion by which it was applied
 * @param uid of it; empty where it was not yet known
 * @param made whether this release made it; one that was there before is never deleted
 * @param digest of what was applied; empty where that is not known
 */
public record Owned(ObjectKey key, String apiVersion, String uid, boolean made, String digest) {
  private static final String NONE = "-";
  private static final int LETTERS = 16;

  /** What tells two manifests of one object from each other; empty for what could be guessed. */
  public static String digest(KubeObject manifest) {
    if (manifest.kind().equals("Secret")) {
      return "";
    }
    return Digest.of(manifest.content().toString()).substring(0, LETTERS);
  }

  /** One line, of words. */
  String line() {
    return String.join(
        " ",
        apiVersion,
        key.kind(),
        word(key.namespace()),
        key.name(),
        word(uid),
        made ? "made" : "found",
        word(digest));
  }

  static Owned of(String line) {
    String[] words = line.split(" ", -1);
    if (words.length < 7) {
      throw new IllegalArgumentException("not a line of an inventory: " + line);
    }
    int slash = words[0].indexOf('/');
    ObjectKey key =
        new ObjectKey(
            slash < 0 ? "" : words[0].substring(0, slash), words[1], text(words[2]), words[3]);
    return new Owned(key, words[0], text(words[4]), words[5].equals("made"), text(words[6]));
  }

  private static String word(String text) {
    return text.isEmpty() ? NONE : text;
  }

  private static String text(String word) {
    return word.equals(NONE) ? "" : word;
  }
}
