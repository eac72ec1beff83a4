package dev.msvc.analyzers.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a first look at a file tells, so that most files need no second.
 *
 * @param changelog its text where it may be one of Liquibase's
 * @param words of a script
 * @param runs the scripts that a script runs, as it writes them
 */
record FirstLook(
    MigrationFile file,
    @Nullable String changelog,
    ScriptWords.@Nullable Found words,
    List<String> runs) {
  static FirstLook at(MigrationFile file) {
    String text = file.text().get();
    boolean script = MigrationReader.isScript(file);
    return new FirstLook(
        file,
        Changelogs.mayBe(file, text) ? text : null,
        script ? ScriptWords.in(text) : null,
        script ? ScriptRuns.written(text) : List.of());
  }
}
