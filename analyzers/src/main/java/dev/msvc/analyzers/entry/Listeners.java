package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.wiring.MetaAnnotations;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Methods that wait for a message or an event, and who publishes which event to whom. */
public final class Listeners implements Analyzer {
  private static final String SPRING = "org.springframework.";

  /** An annotation of listeners and the attributes that name what they listen to. */
  private record Kind(String annotation, List<String> topics) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              SPRING + "kafka.annotation.KafkaListener",
              List.of("topics", "topicPattern", "topicPartitions", "value")),
          new Kind(
              SPRING + "amqp.rabbit.annotation.RabbitListener",
              List.of("queues", "queuesToDeclare", "bindings", "value")),
          new Kind(SPRING + "jms.annotation.JmsListener", List.of("destination")),
          new Kind("io.awspring.cloud.sqs.annotation.SqsListener", List.of("value", "queueNames")),
          new Kind("io.awspring.cloud.messaging.listener.annotation.SqsListener", List.of("value")),
          new Kind(
              SPRING + "cloud.aws.messaging.listener.annotation.SqsListener", List.of("value")),
          new Kind(SPRING + "cloud.stream.annotation.StreamListener", List.of("value", "target")),
          new Kind(SPRING + "integration.annotation.ServiceActivator", List.of("inputChannel")),
          new Kind(SPRING + "pulsar.annotation.PulsarListener", List.of("topics", "value")),
          new Kind("org.eclipse.microprofile.reactive.messaging.Incoming", List.of("value")));

  private static final String MICRONAUT = "io.micronaut.";

  /** An annotation of listening classes, and those of their methods that name what to. */
  private record Side(String listener, String... named) {}

  /** Micronaut's; the same names stand on methods of clients, which send. */
  private static final List<Side> SIDES =
      List.of(
          new Side(
              MICRONAUT + "configuration.kafka.annotation.KafkaListener",
              MICRONAUT + "configuration.kafka.annotation.Topic"),
          new Side(
              MICRONAUT + "rabbitmq.annotation.RabbitListener",
              MICRONAUT + "rabbitmq.annotation.Queue"),
          new Side(
              MICRONAUT + "jms.annotations.JMSListener",
              MICRONAUT + "jms.annotations.Queue",
              MICRONAUT + "jms.annotations.Topic"),
          new Side(
              MICRONAUT + "nats.annotation.NatsListener", MICRONAUT + "nats.annotation.Subject"),
          new Side(
              MICRONAUT + "mqtt.annotation.MqttSubscriber", MICRONAUT + "mqtt.annotation.Topic"));

  private static final String[] RABBIT_CLASS = {
    SPRING + "amqp.rabbit.annotation.RabbitListener", SPRING + "kafka.annotation.KafkaListener"
  };
  private static final String[] RABBIT_HANDLER = {
    SPRING + "amqp.rabbit.annotation.RabbitHandler", SPRING + "kafka.annotation.KafkaHandler"
  };
  private static final String[] MESSAGE_LISTENER = MetaAnnotations.ee("jms.MessageListener");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    SpringSettings settings = SpringSettings.of(sources);
    EntryPoints entries = new EntryPoints();
    MetaAnnotations meta = new MetaAnnotations(code);
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        messages(code, meta, settings, method, entries);
      }
      jms(code, type, entries);
    }
    Events events = Events.of(sources);
    for (Events.Handler each : events.handlers()) {
      handled(code, each, entries, facts);
    }
    Workers.each(code.types(), type -> published(code, events, type, facts));
    entries.addTo(facts);
  }

  private static void messages(
      CodeBase code,
      MetaAnnotations meta,
      SpringSettings settings,
      JavaMethod method,
      EntryPoints entries) {
    if (!method.annotations().isEmpty()) {
      for (JavaType each : Inheriting.of(code, method)) {
        messages(meta, settings, each, method, entries);
      }
    }
  }

  private static void messages(
      MetaAnnotations meta,
      SpringSettings settings,
      JavaType type,
      JavaMethod method,
      EntryPoints entries) {
    for (Kind each : KINDS) {
      Annotation found = meta.find(method.annotations(), each.annotation());
      if (found != null) {
        listener(settings, type, method, topics(found, each.topics()), entries);
        return;
      }
    }
    for (Side each : SIDES) {
      TreeSet<String> named = new TreeSet<>();
      for (Annotation one : method.annotations()) {
        if (MetaAnnotations.is(one, each.named())) {
          named.addAll(topics(one, List.of("value", "patterns")));
        }
      }
      if (!named.isEmpty()
          && (meta.has(type.annotations(), each.listener())
              || meta.has(method.owner().annotations(), each.listener())
              || meta.has(method.annotations(), each.listener()))) {
        listener(settings, type, method, List.copyOf(named), entries);
        return;
      }
    }
    Annotation own = type.annotation(RABBIT_CLASS);
    Annotation ofType = own == null ? method.owner().annotation(RABBIT_CLASS) : own;
    if (ofType != null && method.annotation(RABBIT_HANDLER) != null) {
      listener(settings, type, method, topics(ofType, List.of("queues", "topics")), entries);
    }
  }

  private static List<String> topics(Annotation annotation, List<String> keys) {
    TreeSet<String> all = new TreeSet<>();
    for (String key : keys) {
      List<Annotation> nested = annotation.annotations(key);
      for (Annotation each : nested) {
        List<Annotation> queues = each.annotations("value");
        if (queues.isEmpty()) {
          all.addAll(each.texts("topic", "value", "name"));
        }
        queues.forEach(queue -> all.addAll(queue.texts("value", "name")));
      }
      if (nested.isEmpty()) {
        all.addAll(annotation.texts(key));
      }
    }
    all.remove("");
    return List.copyOf(all);
  }

  private static void listener(
      SpringSettings settings,
      JavaType type,
      JavaMethod method,
      List<String> topics,
      EntryPoints entries) {
    if (topics.isEmpty()) {
      entries.method(EntryPointKind.LISTENER, "listener", null, type, method, Certainty.PARSED);
    }
    for (String each : topics) {
      String topic = settings.resolved(each, type.module());
      entries.method(EntryPointKind.LISTENER, "listener", topic, type, method, Certainty.PARSED);
    }
  }

  private static void jms(CodeBase code, JavaType type, EntryPoints entries) {
    if (type.isAbstract() || type.annotation(EjbRemotes.MESSAGE_DRIVEN) != null) {
      return;
    }
    Set<String> supertypes = Lineage.supertypes(code, type);
    for (String each : MESSAGE_LISTENER) {
      if (supertypes.contains(each)) {
        JavaMethod method = Inheriting.method(code, type, "onMessage", 1);
        if (method != null) {
          entries.method(EntryPointKind.LISTENER, "listener", null, type, method, Certainty.PARSED);
        }
      }
    }
  }

  private static void handled(
      CodeBase code, Events.Handler handler, EntryPoints entries, FactCollector facts) {
    TypeRef event = handler.event();
    JavaMethod method = handler.method();
    entries.method(
        EntryPointKind.LISTENER,
        "listener",
        event == null ? null : event.name(),
        handler.type(),
        method,
        Certainty.PARSED);
    for (JavaType each : event == null ? List.<JavaType>of() : projectTypes(code, event)) {
      facts.add(
          new Reference(
              handler.type().name(),
              method.name(),
              each.name(),
              "",
              ReferenceKind.EVENT_HANDLED,
              method.line()));
    }
  }

  private static void published(CodeBase code, Events events, JavaType type, FactCollector facts) {
    for (JavaMethod method : type.bodies()) {
      for (Call call : method.calls()) {
        TypeRef event = events.published(call);
        for (JavaType each : event == null ? List.<JavaType>of() : projectTypes(code, event)) {
          facts.add(
              new Reference(
                  type.name(),
                  method.name(),
                  each.name(),
                  "",
                  ReferenceKind.EVENT_PUBLISHED,
                  call.line()));
        }
      }
    }
  }

  /** The project's types in a type: itself and what it is generic over, as an entity's event. */
  private static List<JavaType> projectTypes(CodeBase code, TypeRef ref) {
    List<JavaType> all = new ArrayList<>();
    JavaType own = code.project(ref.name());
    if (own != null) {
      all.add(own);
    }
    for (TypeRef each : ref.arguments()) {
      all.addAll(projectTypes(code, each));
    }
    return all;
  }
}
