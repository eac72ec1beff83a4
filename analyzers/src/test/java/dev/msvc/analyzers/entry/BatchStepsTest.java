package dev.msvc.analyzers.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchStepsTest {
  @Test
  void stepsAreCalledByTheirInterface() {
    assertThat(
            new Fixture()
                .java(
                    """
                    import org.springframework.batch.core.step.tasklet.Tasklet;
                    class Close implements Tasklet {
                      public Object execute(Object contribution, Object context) { return null; }
                      void other() {}
                    }
                    """)
                .java(
                    """
                    import org.springframework.batch.item.*;
                    class Rates implements ItemProcessor<String, String>, ItemWriter<String> {
                      public String process(String rate) { return rate; }
                      public void write(java.util.List<? extends String> rates) {}
                      public String read() { return null; }
                    }
                    """)
                .java(
                    """
                    class Load extends jakarta.batch.api.chunk.AbstractItemReader {
                      public Object readItem() { return null; }
                    }
                    """)
                .java("class Plain { public Object execute(Object a, Object b) { return a; } }")
                .entryPoints(new BatchSteps()))
        .containsExactly(
            "batch app.Close.execute -> app.Close.execute",
            "batch app.Load.readItem -> app.Load.readItem",
            "batch app.Rates.process -> app.Rates.process",
            "batch app.Rates.write -> app.Rates.write");
  }
}
