package dev.msvc.analyzers.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.msvc.analyzers.cache.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What is kept of a repository between runs, so that only new commits are read: a commit never
 * changes.
 */
final class KnownCommits {
  private static final int FORM = 2;

  private final Store store;
  private final String key;

  /**
   * @param repository its real path
   */
  KnownCommits(Store store, Path repository) {
    this.store = store;
    key = store.key("history").add(FORM).add(repository.toString()).hex();
  }

  Map<ObjectId, LoggedCommit> read() {
    byte[] kept = store.read(key);
    try {
      return kept == null ? Map.of() : commits(new DataInputStream(new ByteArrayInputStream(kept)));
    } catch (IOException | RuntimeException damaged) {
      store.drop(key);
      return Map.of();
    }
  }

  private static Map<ObjectId, LoggedCommit> commits(DataInputStream in) throws IOException {
    String[] texts = new String[in.readInt()];
    for (int i = 0; i < texts.length; i++) {
      byte[] text = new byte[in.readInt()];
      in.readFully(text);
      texts[i] = new String(text, UTF_8);
    }
    Map<ObjectId, LoggedCommit> commits = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      ObjectId id = id(in);
      List<ObjectId> parents = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        parents.add(id(in));
      }
      long time = in.readLong();
      Signature author = new Signature(texts[in.readInt()], texts[in.readInt()]);
      int sources = in.readInt();
      List<String> changed = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        changed.add(texts[in.readInt()]);
      }
      List<Move> moved = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        moved.add(new Move(texts[in.readInt()], texts[in.readInt()]));
      }
      Touched touched = new Touched(sources, changed, moved);
      commits.put(id, new LoggedCommit(id, parents, time, author, touched));
    }
    return commits;
  }

  private static ObjectId id(DataInputStream in) throws IOException {
    byte[] raw = new byte[20];
    in.readFully(raw);
    return ObjectId.fromRaw(raw);
  }

  /** Keeps commits, if that can be done. */
  void write(Collection<LoggedCommit> commits) {
    try {
      store.write(key, bytes(commits));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] bytes(Collection<LoggedCommit> commits) throws IOException {
    Map<String, Integer> texts = new LinkedHashMap<>();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream to = new DataOutputStream(body);
    to.writeInt(commits.size());
    for (LoggedCommit each : commits) {
      each.id().copyRawTo(to);
      to.writeInt(each.parents().size());
      for (ObjectId parent : each.parents()) {
        parent.copyRawTo(to);
      }
      to.writeLong(each.time());
      to.writeInt(number(texts, each.author().name()));
      to.writeInt(number(texts, each.author().email()));
      to.writeInt(each.touched().sources());
      to.writeInt(each.touched().changed().size());
      for (String path : each.touched().changed()) {
        to.writeInt(number(texts, path));
      }
      to.writeInt(each.touched().moved().size());
      for (Move move : each.touched().moved()) {
        to.writeInt(number(texts, move.from()));
        to.writeInt(number(texts, move.to()));
      }
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(all);
    out.writeInt(texts.size());
    for (String text : texts.keySet()) {
      byte[] encoded = text.getBytes(UTF_8);
      out.writeInt(encoded.length);
      out.write(encoded);
    }
    body.writeTo(out);
    return all.toByteArray();
  }

  private static int number(Map<String, Integer> texts, String text) {
    Integer known = texts.putIfAbsent(text, texts.size());
    return known == null ? texts.size() - 1 : known;
  }
}
