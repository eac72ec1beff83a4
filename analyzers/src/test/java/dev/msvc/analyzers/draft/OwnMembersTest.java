package dev.msvc.analyzers.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.msvc.analyzers.cut.Contexts;
import dev.msvc.model.Aggregate;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnMembersTest {
  @Test
  void aPartWhoseTableAnotherContextOwnsIsLeftThereAndSaid() {
    Contexts shop =
        new Contexts()
            .type("archive", "archive.Rule")
            .table("archive", "rule")
            .table("archive", "rule_step")
            .type("project", "project.Folder")
            .table("project", "folder");
    Aggregate found =
        new Aggregate(
            "archive.Rule",
            "archive",
            part("archive.Rule", "rule"),
            List.of(
                part("archive.Step", "rule_step"),
                part("project.Folder", "folder"),
                part("archive.Strict", "rule")),
            List.of(),
            List.of(),
            List.of(),
            List.of("folder", "rule", "rule_step"),
            List.of("archive", "project"),
            Certainty.PARSED);
    Notes notes = new Notes();

    Aggregate own = new OwnMembers(shop.map(), "archive", notes).of(found);

    assertThat(own.members())
        .extracting(Aggregate.Part::className)
        .containsExactly("archive.Step", "archive.Strict");
    assertThat(own.tables()).containsExactly("rule", "rule_step");
    assertThat(notes.all())
        .extracting(DraftNote::what)
        .containsExactly("Folder of Rule: its table folder is owned by project");
  }

  private static Aggregate.Part part(String className, String table) {
    return new Aggregate.Part(className, table, "x", new Place("F.java", 3), Certainty.PARSED);
  }
}
