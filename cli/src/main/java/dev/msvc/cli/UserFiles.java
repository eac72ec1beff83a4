package dev.msvc.cli;

import dev.msvc.analyzers.risk.AcceptedFindings;
import dev.msvc.model.Lock;
import dev.msvc.model.RoadmapWord;
import dev.msvc.model.SavedRoadmap;
import dev.msvc.model.UserError;
import dev.msvc.model.Word;
import dev.msvc.model.yaml.LockDocument;
import dev.msvc.model.yaml.SavedRoadmapDocument;
import dev.msvc.model.yaml.WordDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files that a user keeps in the analysed folder. */
record UserFiles(Path root) {
  private static final int MOST = 32 * 1024 * 1024;

  Word word() {
    String text = text(Word.FILE);
    return text.isBlank() ? Word.NONE : WordDocument.read(text);
  }

  /** What the user accepts today: what is accepted until a day counts again after it. */
  AcceptedFindings accepted() {
    return new AcceptedFindings(word().accepted(), LocalDate.now(ZoneOffset.UTC).toString());
  }

  /** What the user says of the roadmap, and what was decided of it before. */
  RoadmapWord roadmap() {
    return word().roadmap().following(saved());
  }

  /** What was decided of the roadmap. */
  SavedRoadmap saved() {
    String text = ours(SavedRoadmap.FILE);
    return text.isBlank() ? SavedRoadmap.NONE : SavedRoadmapDocument.read(text);
  }

  Lock lock() {
    String text = ours(Lock.FILE);
    return text.isBlank() ? Lock.NONE : LockDocument.read(text);
  }

  /** The files of a folder whose names end so, by name; null where there is no such folder. */
  @Nullable SortedMap<String, String> texts(String folder, String ending) {
    Path there = root.resolve(folder);
    if (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    if (!Files.isDirectory(there, LinkOption.NOFOLLOW_LINKS)) {
      throw new UserError(folder + " is not a folder", "no symbolic link is followed there");
    }
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(there)) {
      for (Path each : files.toList()) {
        String name = each.getFileName().toString();
        if (name.endsWith(ending)) {
          texts.put(name, text(folder + "/" + name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The text of a file that only msvc writes: one that is there and holds nothing lost it. */
  private String ours(String name) {
    String text = text(name);
    if (text.isBlank() && Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
      throw new UserError(
          name + " is empty: what it held is lost",
          "take the file from git again, or delete it to begin anew");
    }
    return text;
  }

  /** The text of a file; empty where there is none. */
  String text(String name) {
    Path file = root.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UserError(name + " is not a file", "no symbolic link is followed there");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new UserError(name + " has more than 32 MiB", "it is not one of msvc");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UserError(name + " is not UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
