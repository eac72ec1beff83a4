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
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Methods that Spring XML has called by a clock or for a message. */
public final class XmlTriggers implements Analyzer {
  private static final String JOB = "MethodInvokingJobDetailFactoryBean";
  private static final String TIMER_TASK = "MethodInvokingTimerTaskFactoryBean";
  private static final String ADAPTER = "MessageListenerAdapter";
  private static final List<String> WHEN =
      List.of(
          "cron",
          "fixed-delay",
          "fixed-rate",
          "destination",
          "queue-names",
          "queues",
          "input-channel",
          "channel");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    SpringXml xml = SpringXml.of(sources);
    EntryPoints entries = new EntryPoints();
    Reading reading =
        new Reading(
            sources.code(),
            xml,
            new BeanTypes(sources.code(), xml),
            JobTriggers.of(xml),
            entries,
            facts);
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("beans", facts)) {
      reading.elements(each.root(), each.file().file(), 0);
    }
    for (BeanDefinition each : xml.beans()) {
      if (!each.isAbstract()) {
        reading.bean(each, xml.resolved(each));
      }
    }
    entries.addTo(facts);
  }

  /** What is called, where XML says so, and on which occasion; null for one that is not known. */
  private record Trigger(
      EntryPointKind kind, String file, int line, String method, @Nullable String when) {

    String word() {
      return kind == EntryPointKind.SCHEDULE ? "schedule" : "listener";
    }

    Unread unread(String why) {
      return new Unread(file, line, "calls the method " + method + why);
    }
  }

  private record Reading(
      CodeBase code,
      SpringXml xml,
      BeanTypes types,
      JobTriggers triggers,
      EntryPoints entries,
      FactCollector facts) {
    void elements(XmlElement parent, String file, int depth) {
      for (XmlElement each : parent.elements()) {
        switch (each.name()) {
          case "scheduled" -> called(each, file, EntryPointKind.SCHEDULE);
          case "listener", "service-activator", "outbound-channel-adapter" ->
              called(each, file, EntryPointKind.LISTENER);
          case "inbound-channel-adapter" -> called(each, file, EntryPointKind.SCHEDULE);
          case "beans", "scheduled-tasks", "listener-container", "chain" -> {
            if (depth < 5) {
              elements(each, file, depth + 1);
            }
          }
          default -> {}
        }
      }
    }

    private void called(XmlElement element, String file, EntryPointKind kind) {
      String bean = element.attribute("ref");
      String method = element.attribute("method");
      if (bean.isEmpty() || method.isEmpty()) {
        return;
      }
      String when = null;
      for (String each : WHEN) {
        String value = when(element, each);
        if (when == null && !value.isEmpty()) {
          String said = xml.placeholders().resolved(value);
          when = each.startsWith("fixed") ? each + " " + said : said;
        }
      }
      Trigger trigger = new Trigger(kind, file, element.line(), method, when);
      target(new BeanValue.Ref(bean, element.line()), trigger, true);
    }

    private static String when(XmlElement element, String attribute) {
      String own = element.attribute(attribute);
      for (XmlElement each : own.isEmpty() ? element.elements("poller") : List.<XmlElement>of()) {
        own = each.attribute(attribute);
      }
      return own;
    }

    /**
     * Reads a definition that calls a method.
     *
     * @param bean the definition with what its parents say
     */
    void bean(BeanDefinition written, BeanDefinition bean) {
      if (bean.className().endsWith(JOB) || bean.className().endsWith(TIMER_TASK)) {
        List<@Nullable String> times = new ArrayList<>(triggers.times(written));
        if (times.isEmpty()) {
          times.add(null);
        }
        times.forEach(when -> job(bean, when));
      } else if (bean.className().endsWith(ADAPTER)) {
        List<String> methods = bean.texts("defaultListenerMethod");
        String method = methods.isEmpty() ? "handleMessage" : methods.get(0);
        BeanValue delegate = first(bean, "delegate");
        if (delegate != null) {
          // a delegate that is a listener itself has no such method
          target(
              delegate, trigger(bean, EntryPointKind.LISTENER, method, null), !methods.isEmpty());
        }
      }
    }

    private static Trigger trigger(
        BeanDefinition bean, EntryPointKind kind, String method, @Nullable String when) {
      return new Trigger(kind, bean.file(), bean.line(), method, when);
    }

    private void job(BeanDefinition bean, @Nullable String when) {
      String method = text(bean, "targetMethod");
      String type = text(bean, "targetClass");
      String both = text(bean, "staticMethod");
      int dot = both.lastIndexOf('.');
      if (dot > 0) {
        type = both.substring(0, dot);
        method = both.substring(dot + 1);
      }
      BeanValue target = first(bean, "targetObject", "targetBeanName");
      Trigger trigger = trigger(bean, EntryPointKind.SCHEDULE, method, when);
      JavaType own = types.type(type);
      if (method.isEmpty()) {
        facts.add(new Unread(bean.file(), bean.line(), "calls a method that it does not name"));
      } else if (target != null) {
        target(target, trigger, true);
      } else if (own != null) {
        add(trigger, own, true);
      } else if (type.isEmpty()) {
        facts.add(trigger.unread(" of no bean and no class"));
      }
    }

    private String text(BeanDefinition bean, String property) {
      List<String> all = bean.texts(property);
      return all.isEmpty() ? "" : xml.placeholders().resolved(all.get(0)).strip();
    }

    private static @Nullable BeanValue first(BeanDefinition bean, String... properties) {
      for (String each : properties) {
        BeanValue value = bean.property(each);
        if (value != null) {
          return value;
        }
      }
      return bean.arguments().isEmpty() ? null : bean.arguments().get(0);
    }

    /**
     * Adds what is called on a bean.
     *
     * @param told whether XML names the method, which is missed then where there is none
     */
    private void target(BeanValue value, Trigger trigger, boolean told) {
      List<BeanDefinition> all = xml.definitions(value, trigger.file());
      String bean = String.join(", ", value.texts());
      if (all.isEmpty()) {
        facts.add(
            trigger.unread(
                " of the bean "
                    + bean
                    + ", which neither XML nor an annotation is seen to define"));
      }
      for (BeanDefinition each : all) {
        List<JavaType> products = types.products(each);
        if (products.isEmpty() && isMade(xml.resolved(each))) {
          facts.add(trigger.unread(" of the bean " + bean + ", whose class is not known"));
        }
        products.forEach(type -> add(trigger, type, told));
      }
    }

    /** Whether a factory makes it: of what, its class does not say. */
    private static boolean isMade(BeanDefinition bean) {
      return !bean.factoryMethod().isEmpty() || bean.className().endsWith("FactoryBean");
    }

    private void add(Trigger trigger, JavaType type, boolean told) {
      for (List<JavaMethod> overridden : Lineage.of(code, type).methods()) {
        JavaMethod each = overridden.get(0);
        if (each.name().equals(trigger.method()) && each.hasBody()) {
          entries.method(
              trigger.kind(), trigger.word(), trigger.when(), type, each, Certainty.PARSED);
          return;
        }
      }
      if (told) {
        facts.add(trigger.unread(", which " + type.name() + " does not have"));
      }
    }
  }
}
