package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.Texts;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Classes and functions that wait for messages by their type: brokers' listeners, Camel, streams.
 */
public final class MessageHandlers implements Analyzer {
  private static final String SPRING = "org.springframework.";
  private static final String ROCKET = "org.apache.rocketmq.spring.";
  private static final Map<String, String> LISTENERS = listeners();
  private static final Set<String> CAMEL =
      Set.of(
          "org.apache.camel.builder.RouteBuilder",
          "org.apache.camel.spring.SpringRouteBuilder",
          "org.apache.camel.builder.endpoint.EndpointRouteBuilder");
  private static final Set<String> FUNCTIONS =
      Set.of("java.util.function.Consumer", "java.util.function.Function");
  private static final String BEAN = SPRING + "context.annotation.Bean";

  private static Map<String, String> listeners() {
    Map<String, String> all = new TreeMap<>();
    all.put(SPRING + "amqp.core.MessageListener", "onMessage");
    all.put(SPRING + "amqp.rabbit.core.ChannelAwareMessageListener", "onMessage");
    all.put(SPRING + "amqp.rabbit.listener.api.ChannelAwareMessageListener", "onMessage");
    all.put(SPRING + "jms.listener.SessionAwareMessageListener", "onMessage");
    all.put(SPRING + "data.redis.connection.MessageListener", "onMessage");
    for (String each : List.of("", "Acknowledging", "ConsumerAware", "Batch")) {
      all.put(SPRING + "kafka.listener." + each + "MessageListener", "onMessage");
    }
    all.put("org.jobrunr.jobs.lambdas.JobRequestHandler", "run");
    all.put(ROCKET + "core.RocketMQListener", "onMessage");
    return all;
  }

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    CodeBase code = sources.code();
    SpringSettings settings = SpringSettings.of(sources);
    EntryPoints entries = new EntryPoints();
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        function(settings, type, method, entries);
      }
      Set<String> supertypes = type.isAbstract() ? Set.of() : Lineage.supertypes(code, type);
      for (String each : supertypes) {
        if (CAMEL.contains(each)) {
          routes(code, type, entries);
        } else if (LISTENERS.containsKey(each)) {
          listener(code, settings, type, LISTENERS.get(each), entries);
        }
      }
    }
    entries.addTo(facts);
  }

  private static void listener(
      CodeBase code, SpringSettings settings, JavaType type, String name, EntryPoints entries) {
    Annotation rocket = type.annotation(ROCKET + "annotation.RocketMQMessageListener");
    String topic = rocket == null ? null : rocket.text("topic");
    List<JavaMethod> own = type.methods(name).stream().filter(JavaMethod::hasBody).toList();
    for (JavaMethod method : own.isEmpty() ? Inheriting.methods(code, type, name).toList() : own) {
      entries.method(
          EntryPointKind.LISTENER,
          "listener",
          topic == null ? null : settings.resolved(topic, type.module()),
          type,
          method,
          Certainty.PARSED);
    }
  }

  /** {@code from("jms:orders")} in a route of Camel. */
  private static void routes(CodeBase code, JavaType type, EntryPoints entries) {
    for (JavaMethod method : type.methods("configure")) {
      Set<String> sources = new TreeSet<>();
      for (Call call : method.calls()) {
        if (call.name().equals("from") && !call.arguments().isEmpty()) {
          for (Expr each : call.arguments()) {
            for (String source : code.texts(each, method)) {
              if (!source.contains(Texts.HOLE) && !isInternal(source)) {
                sources.add(source);
              }
            }
          }
        }
      }
      for (String each : sources) {
        entries.method(EntryPointKind.LISTENER, "listener", each, type, method, Certainty.PARSED);
      }
    }
  }

  private static boolean isInternal(String source) {
    return source.startsWith("direct:") || source.startsWith("seda:") || source.startsWith("vm:");
  }

  /** A bean that Spring Cloud Stream binds by its name. */
  private static void function(
      SpringSettings settings, JavaType type, JavaMethod method, EntryPoints entries) {
    if (FUNCTIONS.contains(method.result().name()) && method.annotation(BEAN) != null) {
      String binding = "spring.cloud.stream.bindings." + method.name() + "-in-0.destination";
      String destination = settings.get(type.module(), binding);
      if (!destination.isEmpty()) {
        entries.method(
            EntryPointKind.LISTENER, "listener", destination, type, method, Certainty.PARSED);
      }
    }
  }
}
