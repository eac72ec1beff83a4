package dev.msvc.analyzers.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.RawParseUtils;

/** The head of a commit, as git stores it. */
record CommitText(ObjectId tree, List<ObjectId> parents, long time, Signature author) {
  private static final byte[] PARENT = Constants.encodeASCII("parent ");
  private static final int TREE = "tree ".length();
  private static final int HEX = 40;

  /**
   * Reads a commit.
   *
   * @throws IOException where it cannot be read
   * @throws RuntimeException where it is damaged
   */
  static CommitText read(ObjectReader reader, ObjectId id) throws IOException {
    byte[] raw = reader.open(id, Constants.OBJ_COMMIT).getBytes();
    ObjectId tree = ObjectId.fromString(raw, TREE);
    int at = TREE + HEX + 1;
    List<ObjectId> parents = new ArrayList<>(1);
    while (RawParseUtils.match(raw, at, PARENT) > 0) {
      parents.add(ObjectId.fromString(raw, at + PARENT.length));
      at += PARENT.length + HEX + 1;
    }
    Person author = Person.at(raw, RawParseUtils.author(raw, 0));
    Person committer = Person.at(raw, RawParseUtils.committer(raw, 0));
    return new CommitText(tree, parents, committer.time(), author.signature());
  }

  /** A line of the form {@code NAME <EMAIL> SECONDS ZONE}; whatever of it is there. */
  private record Person(Signature signature, long time) {
    private static final Person NOBODY = new Person(new Signature("", ""), 0);

    static Person at(byte[] raw, int start) {
      if (start < 0) {
        return NOBODY;
      }
      int end = RawParseUtils.nextLF(raw, start);
      int open = start;
      while (open < end && raw[open] != '<') {
        open++;
      }
      int close = end - 1;
      while (close > open && raw[close] != '>') {
        close--;
      }
      if (close <= open) {
        return NOBODY;
      }
      Charset charset = charset(raw);
      String name = RawParseUtils.decode(charset, raw, start, open).strip();
      String email = RawParseUtils.decode(charset, raw, open + 1, close).strip();
      int seconds = Math.min(close + 2, end);
      return new Person(
          new Signature(name, email), RawParseUtils.parseLongBase10(raw, seconds, null));
    }

    private static Charset charset(byte[] raw) {
      try {
        return RawParseUtils.parseEncoding(raw);
      } catch (IllegalArgumentException unknown) {
        return UTF_8;
      }
    }
  }
}
