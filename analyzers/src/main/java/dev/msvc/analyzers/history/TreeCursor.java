package dev.msvc.analyzers.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * The entries of a folder as git stores them, one after the other.
 *
 * <p>Reading damaged ones ends in an {@link IndexOutOfBoundsException}.
 */
final class TreeCursor {
  private static final int ID_BYTES = 20;
  private static final int TYPE = 0170000;
  private static final int TREE = 0040000;
  private static final int SUBMODULE = 0160000;

  private final byte[] raw;
  private int mode;
  private int name;
  private int end;
  private int next;

  TreeCursor(byte[] raw) {
    this.raw = raw;
    advance();
  }

  boolean isAtEnd() {
    return mode == 0;
  }

  void advance() {
    mode = 0;
    if (next == raw.length) {
      return;
    }
    int at = next;
    while (raw[at] != ' ') {
      mode = mode << 3 | (raw[at++] & 7);
    }
    name = ++at;
    while (raw[at] != 0) {
      at++;
    }
    end = at;
    next = end + 1 + ID_BYTES;
    if (next > raw.length || mode == 0) {
      throw new IndexOutOfBoundsException("a damaged folder");
    }
  }

  boolean isTree() {
    return (mode & TYPE) == TREE;
  }

  boolean isSubmodule() {
    return (mode & TYPE) == SUBMODULE;
  }

  ObjectId id() {
    return ObjectId.fromRaw(raw, end + 1);
  }

  boolean hasSameId(TreeCursor other) {
    for (int i = 1; i <= ID_BYTES; i++) {
      if (raw[end + i] != other.raw[other.end + i]) {
        return false;
      }
    }
    return true;
  }

  String name() {
    return RawParseUtils.decode(UTF_8, raw, name, end);
  }

  boolean endsWith(byte[] suffix) {
    int start = end - suffix.length;
    if (start <= name) {
      return false;
    }
    for (int i = 0; i < suffix.length; i++) {
      if (raw[start + i] != suffix[i]) {
        return false;
      }
    }
    return true;
  }

  /** The order of git, in which a folder's name ends with a slash. */
  int compareTo(TreeCursor other) {
    int length = end - name;
    int otherLength = other.end - other.name;
    int common = Math.min(length, otherLength);
    for (int i = 0; i < common; i++) {
      int difference = (raw[name + i] & 0xFF) - (other.raw[other.name + i] & 0xFF);
      if (difference != 0) {
        return difference;
      }
    }
    return at(common) - other.at(common);
  }

  private int at(int i) {
    return i < end - name ? raw[name + i] & 0xFF : isTree() ? '/' : 0;
  }
}
