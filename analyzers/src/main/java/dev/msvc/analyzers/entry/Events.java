package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who hears which event inside the system, and which events a call publishes. */
final class Events {
  private static final String SPRING = "org.springframework.";
  private static final String[] EVENT_LISTENER = {
    SPRING + "context.event.EventListener",
    "org.springframework.modulith.events.ApplicationModuleListener",
    "org.springframework.modulith.ApplicationModuleListener"
  };
  private static final String[] TRANSACTIONAL = {
    SPRING + "transaction.event.TransactionalEventListener"
  };
  private static final String[] MODULITH = {
    SPRING + "modulith.events.ApplicationModuleListener",
    SPRING + "modulith.ApplicationModuleListener"
  };
  private static final String[] ASYNC = {
    SPRING + "scheduling.annotation.Async",
    "javax.ejb.Asynchronous",
    "jakarta.ejb.Asynchronous",
    "jakarta.enterprise.concurrent.Asynchronous",
    "org.eclipse.microprofile.faulttolerance.Asynchronous",
    "io.micronaut.scheduling.annotation.Async"
  };
  private static final Set<String> APPLICATION_LISTENERS =
      Set.of(
          SPRING + "context.ApplicationListener",
          SPRING + "context.event.SmartApplicationListener",
          SPRING + "context.event.GenericApplicationListener");
  private static final String[] OBSERVES = MetaAnnotations.ee("enterprise.event.Observes");
  private static final String[] OBSERVES_ASYNC =
      MetaAnnotations.ee("enterprise.event.ObservesAsync");

  /**
   * A method that hears an event.
   *
   * @param event null where it is not known
   * @param inTransaction whether it runs in the transaction of the publisher
   */
  record Handler(
      JavaType type, JavaMethod method, @Nullable TypeRef event, boolean inTransaction) {}

  private final CodeBase code;
  private final MetaAnnotations meta;
  private final EventBuses buses;
  private final List<Handler> handlers = new ArrayList<>();
  private final Map<String, List<Handler>> heard = new HashMap<>();

  private Events(CodeBase code) {
    this.code = code;
    this.meta = new MetaAnnotations(code);
    this.buses = EventBuses.of(code);
  }

  /** Those of a system, read once. */
  static Events of(Sources sources) {
    return sources.shared(Events.class, each -> read(each.code()));
  }

  private static Events read(CodeBase code) {
    Events events = new Events(code);
    for (JavaType type : code.types()) {
      type.methods().forEach(events::annotated);
      events.listener(type);
    }
    return events;
  }

  /** All handlers, in the order of types and their methods; one for each event that it hears. */
  List<Handler> handlers() {
    return List.copyOf(handlers);
  }

  static boolean isAsync(MetaAnnotations meta, JavaMethod method) {
    return isAsync(meta, method.annotations()) || isAsync(meta, method.owner().annotations());
  }

  private static boolean isAsync(MetaAnnotations meta, List<Annotation> annotations) {
    return !annotations.isEmpty() && meta.has(annotations, ASYNC);
  }

  private void annotated(JavaMethod method) {
    for (JavaMethod.Parameter each : method.parameters()) {
      Annotation observes = each.annotation(OBSERVES);
      if (observes != null) {
        String during = observes.text("during");
        boolean now = during == null || !during.startsWith("AFTER_");
        add(method, each.type(), now);
      } else if (each.annotation(OBSERVES_ASYNC) != null) {
        add(method, each.type(), false);
      }
    }
    Annotation late = meta.find(method.annotations(), TRANSACTIONAL);
    Annotation found = late != null ? late : meta.find(method.annotations(), EVENT_LISTENER);
    if (found == null) {
      if (buses.calls(method)) {
        add(method, method.parameters().get(0).type(), buses.callsAtOnce(method));
      }
      return;
    }
    boolean sameTransaction =
        late != null
            ? "BEFORE_COMMIT".equals(late.text("phase"))
            : method.annotation(MODULITH) == null;
    boolean now = sameTransaction && !isAsync(meta, method);
    List<TypeRef> named = new ArrayList<>(found.types("value"));
    named.addAll(found.types("classes"));
    if (named.isEmpty()) {
      boolean silent = method.parameters().isEmpty();
      add(method, silent ? null : method.parameters().get(0).type(), now);
    }
    named.forEach(each -> add(method, each, now));
  }

  /** One for each class that has the method, by its own body where it overrides it. */
  private void add(JavaMethod method, @Nullable TypeRef event, boolean now) {
    for (JavaType each : Inheriting.of(code, method)) {
      JavaMethod own = Inheriting.method(code, each, method.name(), method.parameters().size());
      TypeRef heard = event == null ? null : Inheriting.seen(code, event, method, each);
      handlers.add(new Handler(each, own == null ? method : own, heard, now));
    }
  }

  private void listener(JavaType type) {
    if (type.isAbstract()
        || Collections.disjoint(Lineage.supertypes(code, type), APPLICATION_LISTENERS)) {
      return;
    }
    List<JavaMethod> own = type.methods("onApplicationEvent");
    JavaMethod inherited =
        own.isEmpty() ? Inheriting.method(code, type, "onApplicationEvent", 1) : null;
    for (JavaMethod each : inherited == null ? own : List.of(inherited)) {
      if (each.parameters().size() == 1) {
        TypeRef event = Inheriting.seen(code, each.parameters().get(0).type(), each, type);
        handlers.add(new Handler(type, each, event, !isAsync(meta, each)));
      }
    }
  }

  /** The type of the event that a call publishes; null where it publishes none. */
  @Nullable TypeRef published(Call call) {
    return switch (call.name()) {
      case "publishEvent" -> isPublisher(call) ? argument(call) : null;
      case "registerEvent", "andEvent" -> isAggregate(call) ? argument(call) : null;
      case "fire", "fireAsync" ->
          call.receiver().name().endsWith("enterprise.event.Event") ? fired(call) : null;
      default -> buses.posted(call);
    };
  }

  private boolean isPublisher(Call call) {
    TypeRef receiver = call.receiver();
    return call.arguments().size() == 1
        && (!receiver.known()
            || receiver.name().endsWith("ApplicationEventPublisher")
            || receiver.name().endsWith("ApplicationContext")
            || code.isA(receiver, SPRING + "context.ApplicationEventPublisher")
            || code.isA(receiver, SPRING + "context.ApplicationContext"));
  }

  private boolean isAggregate(Call call) {
    return call.arguments().size() == 1
        && code.isA(call.caller().owner(), SPRING + "data.domain.AbstractAggregateRoot");
  }

  private static @Nullable TypeRef argument(Call call) {
    if (call.argumentTypes().isEmpty()) {
      return null;
    }
    TypeRef type = call.argumentTypes().get(0);
    return type.known() ? type : null;
  }

  private static @Nullable TypeRef fired(Call call) {
    TypeRef given = argument(call);
    if (given != null && call.arguments().get(0) instanceof Expr.New) {
      return given;
    }
    TypeRef declared = call.receiver().argument(0);
    return declared.known() ? declared : given;
  }

  /** Handlers that hear an event of this type when it is published. */
  synchronized List<Handler> heardBy(TypeRef event) {
    return heard.computeIfAbsent(event.name(), ignored -> find(event));
  }

  private List<Handler> find(TypeRef event) {
    Map<Map.Entry<JavaType, JavaMethod>, Handler> found = new LinkedHashMap<>();
    for (Handler each : handlers) {
      TypeRef wanted = each.event();
      if (wanted != null
          && (wanted.name().equals(event.name()) || code.isA(event, wanted.name()))
          && !wanted.name().equals("java.lang.Object")) {
        found.putIfAbsent(Map.entry(each.type(), each.method()), each);
      }
    }
    return List.copyOf(found.values());
  }
}
