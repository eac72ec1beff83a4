package dev.msvc.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import net.sourceforge.plantuml.BlockUml;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.core.Diagram;
import net.sourceforge.plantuml.error.PSystemError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PlantUML reads what is exported for it, C4 with the library that comes with it. */
class PlantUmlIT {
  @TempDir Path folder;

  private static Diagram read(String text) {
    List<BlockUml> blocks = new SourceStringReader(text).getBlocks();
    assertThat(blocks).hasSize(1);
    return blocks.get(0).getDiagram();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plantuml", "c4"})
  void theExample(String kind) throws Exception {
    String text = Exported.export(Exported.SHOP, kind);
    long boxes =
        text.lines()
            .filter(line -> line.strip().matches("(component|database|Container(Db)?)\\b.*"))
            .count();

    Diagram diagram = read(text);

    assertThat(boxes).as("contexts, and tables that several write").isGreaterThan(6);
    assertThat(diagram).isNotInstanceOf(PSystemError.class);
    assertThat(diagram.getDescription().getDescription()).isEqualTo("(" + boxes + " entities)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plantuml", "c4"})
  void namesThatMeanSomethingElsewhere(String kind) throws Exception {
    Odd.write(folder, List.of("end", "note", "left", "package2", "Rel", "skinparam"));

    assertThat(read(Exported.export(folder, kind))).isNotInstanceOf(PSystemError.class);
  }

  @Test
  void whatIsWrongWouldBeSeen() {
    assertThat(read("@startuml\ncomponent \"a\" as\nnonsense ->\n@enduml\n"))
        .isInstanceOf(PSystemError.class);
  }
}
