package dev.msvc.analyzers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.analyzers.code.CodeReader;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactReaderTest {
  private final Sources nothing =
      new Sources(CodeReader.read(List.of(), () -> {}).code(), List.of());

  @Test
  void aBugInOneAnalyzerIsNamedAndTakesNoOtherWithIt() {
    assertThat(FactReader.failure(new Broken(), nothing, new FactCollector()))
        .startsWith("Broken: IllegalStateException: no such thing at ")
        .contains("FactReaderTest$Broken.analyze");
    assertThat(FactReader.failure((sources, facts) -> {}, nothing, new FactCollector())).isEmpty();
  }

  @Test
  void whatTheUserCanMendIsNoBug() {
    Analyzer refuses =
        (sources, facts) -> {
          throw new UserError("'a.xml' changed while it was read", "analyse a fresh clone");
        };

    assertThatThrownBy(() -> FactReader.failure(refuses, nothing, new FactCollector()))
        .isInstanceOf(UserError.class);
  }

  private static final class Broken implements Analyzer {
    @Override
    public void analyze(Sources sources, FactCollector facts) {
      throw new IllegalStateException("no such thing");
    }
  }
}
