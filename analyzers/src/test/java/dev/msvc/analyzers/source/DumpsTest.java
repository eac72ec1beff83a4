package dev.msvc.analyzers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.analyzers.fact.DumpFile;
import dev.msvc.model.UserError;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpsTest {
  private static final String TEXT = "create table Größe (x int)";

  @TempDir Path folder;

  private static String text(DumpFile dump) throws IOException {
    StringWriter all = new StringWriter();
    try (Reader reader = dump.content().open()) {
      reader.transferTo(all);
    }
    return all.toString();
  }

  private Path write(String name, String text, Charset charset) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(charset));
  }

  @Test
  void aDumpIsReadInTheEncodingThatItIsIn() throws IOException {
    List<DumpFile> dumps =
        Dumps.of(
            List.of(
                write("a.sql", TEXT, StandardCharsets.UTF_8),
                write("b.sql", "\uFEFF" + TEXT, StandardCharsets.UTF_8),
                write("c.sql", "\uFEFF" + TEXT, StandardCharsets.UTF_16LE),
                write("d.sql", "\uFEFF" + TEXT, StandardCharsets.UTF_16BE),
                write("e.sql", TEXT, StandardCharsets.ISO_8859_1),
                write("f.sql", " ".repeat(200_000) + TEXT, StandardCharsets.ISO_8859_1)));

    for (DumpFile each : dumps) {
      assertThat(text(each).strip()).isEqualTo(TEXT);
    }
    assertThat(dumps).extracting(DumpFile::file).startsWith("a.sql", "b.sql");
  }

  @Test
  void aFolderGivesItsScripts() throws IOException {
    write("db/b/x.sql", TEXT, StandardCharsets.UTF_8);
    write("db/a.pkb", TEXT, StandardCharsets.UTF_8);
    write("db/readme.txt", TEXT, StandardCharsets.UTF_8);

    assertThat(Dumps.of(List.of(folder.resolve("db"))))
        .extracting(DumpFile::file)
        .containsExactly("db/a.pkb", "db/b/x.sql");
  }

  @Test
  void whatIsMissingOrNoTextIsSaid() throws IOException {
    Path binary = write("c.dump", "PGDMP\0\1", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> Dumps.of(List.of(folder.resolve("none.sql"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no file");
    assertThatThrownBy(() -> Dumps.of(List.of(binary)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is no text");
  }
}
