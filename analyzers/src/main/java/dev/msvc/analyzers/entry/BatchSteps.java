package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a batch calls in its steps: Spring Batch and Jakarta Batch. */
public final class BatchSteps implements Analyzer {
  private static final String SPRING = "org.springframework.batch.";

  /** Methods that a batch calls on classes of a type. */
  private static final Map<String, String> STEPS = steps();

  private static Map<String, String> steps() {
    Map<String, String> all = new TreeMap<>();
    all.put(SPRING + "core.step.tasklet.Tasklet", "execute");
    all.put(SPRING + "infrastructure.item.ItemReader", "read");
    all.put(SPRING + "infrastructure.item.ItemProcessor", "process");
    all.put(SPRING + "infrastructure.item.ItemWriter", "write");
    for (String item : List.of("ItemReader", "ItemStreamReader")) {
      all.put(SPRING + "item." + item, "read");
    }
    for (String item : List.of("ItemWriter", "ItemStreamWriter")) {
      all.put(SPRING + "item." + item, "write");
    }
    all.put(SPRING + "item.ItemProcessor", "process");
    for (String ee : List.of("javax", "jakarta")) {
      String api = ee + ".batch.api.";
      all.put(api + "Batchlet", "process");
      all.put(api + "AbstractBatchlet", "process");
      all.put(api + "chunk.ItemReader", "readItem");
      all.put(api + "chunk.AbstractItemReader", "readItem");
      all.put(api + "chunk.ItemProcessor", "processItem");
      all.put(api + "chunk.ItemWriter", "writeItems");
      all.put(api + "chunk.AbstractItemWriter", "writeItems");
    }
    return all;
  }

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      if (!type.isAbstract()) {
        Set<String> supertypes = Lineage.supertypes(code, type);
        if (supertypes.stream().anyMatch(STEPS::containsKey)) {
          step(code, type, supertypes, entries);
        }
      }
    }
    entries.addTo(facts);
  }

  private static void step(
      CodeBase code, JavaType type, Set<String> supertypes, EntryPoints entries) {
    for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
      JavaMethod method = overridden.get(0);
      boolean called = supertypes.stream().anyMatch(each -> method.name().equals(STEPS.get(each)));
      if (called && method.isPublic() && method.hasBody() && method.parameters().size() <= 2) {
        entries.method(EntryPointKind.BATCH, "batch", null, type, method, Certainty.PARSED);
      }
    }
  }
}
