package dev.msvc.analyzers.sql;

import org.jspecify.annotations.Nullable;

/**
 * What a first look at a file tells, so that most files need no second.
 *
 * @param changelog its text where it may be one of Liquibase's
 * @param words of a script
 */
record FirstLook(
    MigrationFile file, @Nullable String changelog, ScriptWords.@Nullable Found words) {
  static FirstLook at(MigrationFile file) {
    String text = file.text().get();
    return new FirstLook(
        file,
        Changelogs.mayBe(file, text) ? text : null,
        MigrationReader.isScript(file) ? ScriptWords.in(text) : null);
  }
}
