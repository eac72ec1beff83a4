package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.Annotation;
import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is given what comes through channels of Spring Integration. */
public final class Channels {
  private static final String ACTIVATOR =
      "org.springframework.integration.annotation.ServiceActivator";

  /** Channels that pass on to each other. */
  private static final int MOST = 50;

  private final SpringXml xml;
  private final BeanTypes types;
  private final Map<String, Set<Server>> servers = new HashMap<>();
  private final Map<String, Set<String>> next = new HashMap<>();

  /** A method of a bean that is called with each message. */
  public record Server(String className, String method) {}

  private Channels(Sources sources) {
    xml = SpringXml.of(sources);
    types = new BeanTypes(sources.code(), xml);
    // what is broken is said by who reads these files for what they call
    for (XmlFiles.Parsed each : XmlFiles.of(sources).rooted("beans", new FactCollector())) {
      elements(each.root(), each.file().file(), "");
    }
    annotated(sources.code());
  }

  public static Channels of(Sources sources) {
    return sources.shared(Channels.class, Channels::new);
  }

  private void elements(XmlElement parent, String file, String within) {
    for (XmlElement each : parent.elements()) {
      String in = each.attribute("input-channel");
      if (in.isEmpty() && each.name().equals("outbound-channel-adapter")) {
        in = each.attribute("channel");
      }
      if (in.isEmpty()) {
        in = within;
      }
      String out = each.attribute("output-channel");
      if (!in.isEmpty() && !out.isEmpty()) {
        next.computeIfAbsent(in, any -> new LinkedHashSet<>()).add(out);
      }
      if (!in.isEmpty() && !each.attribute("ref").isEmpty()) {
        serves(in, each, file);
      }
      if (each.name().equals("chain")) {
        elements(each, file, in);
      } else if (each.name().equals("beans")) {
        elements(each, file, "");
      }
    }
  }

  private void serves(String channel, XmlElement element, String file) {
    BeanValue bean = new BeanValue.Ref(element.attribute("ref"), element.line());
    for (BeanDefinition each : xml.definitions(bean, file)) {
      for (JavaType type : types.products(each)) {
        add(channel, new Server(type.name(), element.attribute("method")));
      }
    }
  }

  private void annotated(CodeBase code) {
    for (JavaType type : code.types()) {
      for (JavaMethod method : type.methods()) {
        Annotation served = method.annotation(ACTIVATOR);
        String channel = served == null ? null : served.text("inputChannel");
        if (channel != null) {
          add(channel, new Server(type.name(), method.name()));
        }
      }
    }
  }

  private void add(String channel, Server server) {
    servers.computeIfAbsent(channel, any -> new LinkedHashSet<>()).add(server);
  }

  /** Who is given what comes through a channel, also through others that it is passed on to. */
  public List<Server> servers(String channel) {
    Set<String> reached = new LinkedHashSet<>(Set.of(channel));
    List<String> open = new ArrayList<>(reached);
    for (int i = 0; i < open.size() && i < MOST; i++) {
      for (String each : next.getOrDefault(open.get(i), Set.of())) {
        if (reached.add(each)) {
          open.add(each);
        }
      }
    }
    List<Server> all = new ArrayList<>();
    reached.forEach(each -> all.addAll(servers.getOrDefault(each, Set.of())));
    return all;
  }
}
