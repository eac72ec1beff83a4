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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What engines of workflows call: delegates and listeners of Flowable, Camunda and Activiti. The
 * parts of an engine that is itself in the system are no ways into it.
 */
public final class WorkflowHandlers implements Analyzer {
  private static final List<String> ENGINES =
      List.of(
          "org.flowable.engine.",
          "org.activiti.engine.",
          "org.camunda.bpm.engine.",
          "org.flowable.task.service.");

  /** Methods that an engine calls on objects of a type. */
  private static final Map<String, String> CALLED = called();

  /** Bases of listeners: an engine's events come in by the methods that a class overrides. */
  private static final Set<String> EVENT_BASES =
      Set.of("org.flowable.engine.delegate.event.AbstractFlowableEngineEventListener");

  private static Map<String, String> called() {
    Map<String, String> all = new TreeMap<>();
    for (String each : ENGINES) {
      all.put(each + "delegate.JavaDelegate", "execute");
      all.put(each + "delegate.ExecutionListener", "notify");
      all.put(each + "delegate.TaskListener", "notify");
    }
    all.put("org.flowable.engine.impl.delegate.ActivityBehavior", "execute");
    all.put("org.activiti.engine.impl.pvm.delegate.ActivityBehavior", "execute");
    all.put("org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior", "execute");
    all.put("org.camunda.bpm.client.task.ExternalTaskHandler", "execute");
    all.put("org.flowable.common.engine.api.delegate.event.FlowableEventListener", "onEvent");
    all.put("org.activiti.engine.delegate.event.ActivitiEventListener", "onEvent");
    return all;
  }

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      Set<String> supertypes = type.isAbstract() ? Set.of() : ofLibraries(code, type);
      for (Map.Entry<String, String> each : CALLED.entrySet()) {
        if (supertypes.contains(each.getKey())) {
          add(type, Inheriting.method(code, type, each.getValue(), 1), entries);
        }
      }
      if (supertypes.stream().anyMatch(EVENT_BASES::contains)) {
        for (JavaMethod each : type.methods()) {
          if (each.parameters().size() == 1 && isEvent(each)) {
            add(type, each, entries);
          }
        }
      }
    }
    entries.addTo(facts);
  }

  private static Set<String> ofLibraries(CodeBase code, JavaType type) {
    return Lineage.supertypes(code, type).stream()
        .filter(each -> code.project(each) == null)
        .collect(Collectors.toSet());
  }

  private static boolean isEvent(JavaMethod method) {
    return !method.isStatic()
        && !method.isPrivate()
        && method.parameters().get(0).type().simpleName().endsWith("Event");
  }

  private static void add(JavaType type, @Nullable JavaMethod method, EntryPoints entries) {
    if (method != null) {
      entries.method(EntryPointKind.LISTENER, "listener", null, type, method, Certainty.PARSED);
    }
  }
}
