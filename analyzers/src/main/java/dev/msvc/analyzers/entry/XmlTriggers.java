package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.BeanDefinition;
import dev.msvc.analyzers.wiring.BeanTypes;
import dev.msvc.analyzers.wiring.BeanValue;
import dev.msvc.analyzers.wiring.SpringXml;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Certainty;
import dev.msvc.model.EntryPointKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Methods that Spring XML has called by a clock or for a message. */
public final class XmlTriggers implements Analyzer {
  private static final String INVOKING = "MethodInvokingJobDetailFactoryBean";
  private static final String ADAPTER = "MessageListenerAdapter";
  private static final List<String> WHEN =
      List.of(
          "cron",
          "fixed-delay",
          "fixed-rate",
          "destination",
          "queue-names",
          "queues",
          "input-channel");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    SpringXml xml = SpringXml.of(sources);
    EntryPoints entries = new EntryPoints();
    Reading reading = new Reading(sources.code(), xml, new BeanTypes(sources.code(), xml), entries);
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("beans", facts)) {
      reading.elements(each.root(), each.file().file(), 0);
    }
    for (BeanDefinition each : xml.beans()) {
      reading.bean(xml.resolved(each));
    }
    entries.addTo(facts);
  }

  private record Reading(CodeBase code, SpringXml xml, BeanTypes types, EntryPoints entries) {
    void elements(XmlElement parent, String file, int depth) {
      for (XmlElement each : parent.elements()) {
        switch (each.name()) {
          case "scheduled" -> called(each, file, EntryPointKind.SCHEDULE, "schedule");
          case "listener", "service-activator" ->
              called(each, file, EntryPointKind.LISTENER, "listener");
          case "beans", "scheduled-tasks", "listener-container", "chain" -> {
            if (depth < 5) {
              elements(each, file, depth + 1);
            }
          }
          default -> {}
        }
      }
    }

    private void called(XmlElement element, String file, EntryPointKind kind, String word) {
      String bean = element.attribute("ref");
      String method = element.attribute("method");
      if (bean.isEmpty() || method.isEmpty()) {
        return;
      }
      String when = null;
      for (String each : WHEN) {
        String value = element.attribute(each);
        if (when == null && !value.isEmpty()) {
          String said = xml.placeholders().resolved(value);
          when = each.startsWith("fixed") ? each + " " + said : said;
        }
      }
      for (BeanDefinition each : xml.named(bean, file)) {
        for (JavaType type : types.products(each)) {
          add(kind, word, when, type, method);
        }
      }
    }

    void bean(BeanDefinition bean) {
      if (bean.className().endsWith(INVOKING)) {
        List<String> methods = bean.texts("targetMethod");
        if (!methods.isEmpty()) {
          targets(bean, "targetObject", EntryPointKind.SCHEDULE, "schedule", methods.get(0));
        }
      } else if (bean.className().endsWith(ADAPTER)) {
        List<String> methods = bean.texts("defaultListenerMethod");
        String method = methods.isEmpty() ? "handleMessage" : methods.get(0);
        targets(bean, "delegate", EntryPointKind.LISTENER, "listener", method);
      }
    }

    private void targets(
        BeanDefinition bean, String property, EntryPointKind kind, String word, String method) {
      List<BeanValue> given = new ArrayList<>();
      BeanValue value = bean.property(property);
      if (value != null) {
        given.add(value);
      } else if (!bean.arguments().isEmpty()) {
        given.add(bean.arguments().get(0));
      }
      for (BeanValue each : given) {
        for (BeanDefinition target : xml.definitions(each, bean.file())) {
          types.products(target).forEach(type -> add(kind, word, null, type, method));
        }
      }
    }

    private void add(
        EntryPointKind kind, String word, @Nullable String when, JavaType type, String method) {
      for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
        JavaMethod each = overridden.get(0);
        if (each.name().equals(method) && each.hasBody()) {
          entries.method(kind, word, when, type, each, Certainty.PARSED);
          return;
        }
      }
    }
  }
}
