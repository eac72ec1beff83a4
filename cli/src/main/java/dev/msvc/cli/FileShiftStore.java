package dev.msvc.cli;

import dev.msvc.cluster.traffic.JournalMoved;
import dev.msvc.cluster.traffic.ShiftStore;
import dev.msvc.model.UserError;
import dev.msvc.model.shift.Entry;
import dev.msvc.model.shift.Journal;
import dev.msvc.model.shift.Progress;
import dev.msvc.model.yaml.JournalDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shift's journal in a file beside its plan, for routers that are in no cluster. */
final class FileShiftStore implements ShiftStore {
  private final Path file;

  FileShiftStore(Path file) {
    this.file = file;
  }

  @Override
  public Journal read() {
    String text = text();
    return text.isEmpty()
        ? new Journal("", List.of(), Progress.fresh(Instant.EPOCH, "", Map.of()))
        : JournalDocument.read(String.valueOf(file.getFileName()), text, text);
  }

  private String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException unreadable) {
      throw new UserError("%s cannot be read".formatted(file), "see who may read it", 8);
    }
  }

  @Override
  public Journal append(Journal base, Entry entry, Progress progress) {
    List<Entry> entries = new ArrayList<>(base.entries());
    entries.add(entry);
    return write(base, entries, progress);
  }

  @Override
  public Journal note(Journal base, Progress progress) {
    return write(base, base.entries(), progress);
  }

  private Journal write(Journal base, List<Entry> entries, Progress progress) {
    String text = JournalDocument.write(new Journal("", entries, progress));
    try {
      new Workspace().replace(file, base.version(), text);
    } catch (UserError refused) {
      throw refused.exitCode() == 5
          ? new JournalMoved(String.valueOf(file.getFileName()))
          : refused;
    }
    return new Journal(text, entries, progress);
  }
}
