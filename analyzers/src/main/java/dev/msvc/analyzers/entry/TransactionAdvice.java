package dev.msvc.analyzers.entry;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.BeanDefinition;
import dev.msvc.analyzers.wiring.BeanTypes;
import dev.msvc.analyzers.wiring.BeanValue;
import dev.msvc.analyzers.wiring.Pointcut;
import dev.msvc.analyzers.wiring.PointcutParser;
import dev.msvc.analyzers.wiring.SpringXml;
import dev.msvc.model.TypeKind;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Transactions that Spring's XML puts around methods of beans: by proxies and by advice. */
final class TransactionAdvice {
  private final CodeBase code;
  private final SpringXml xml;
  private final BeanTypes types;
  private final Beans beans;
  private final TransactionPatterns.Reader patterns;
  private final FactCollector facts;
  private final Map<JavaMethod, TransactionAttribute> found = new LinkedHashMap<>();

  private TransactionAdvice(Sources sources, SpringXml xml, FactCollector facts) {
    this.code = sources.code();
    this.xml = xml;
    this.types = new BeanTypes(code, xml);
    this.beans = Beans.of(sources);
    this.patterns = new TransactionPatterns.Reader(xml);
    this.facts = facts;
  }

  /** Methods that run in a transaction for that reason. */
  static Map<JavaMethod, TransactionAttribute> all(Sources sources, FactCollector facts) {
    SpringXml xml = SpringXml.of(sources);
    TransactionAdvice advice = new TransactionAdvice(sources, xml, facts);
    for (BeanDefinition each : xml.beans()) {
      if (!each.isAbstract()) {
        advice.bean(xml.resolved(each));
      }
    }
    advice.advisors();
    return advice.found;
  }

  private void bean(BeanDefinition bean) {
    TransactionPatterns own = patterns.of(bean);
    List<BeanDefinition> targets = types.targets(bean);
    if (own != null && !targets.isEmpty()) {
      proxied(bean, targets, List.of(own));
      return;
    }
    List<String> interceptors = bean.texts("interceptorNames");
    List<TransactionPatterns> around = new ArrayList<>();
    for (String each : interceptors) {
      for (BeanDefinition interceptor : xml.named(each, bean.file())) {
        TransactionPatterns one = patterns.of(xml.resolved(interceptor));
        if (one != null) {
          around.add(one);
        }
      }
    }
    if (around.isEmpty()) {
      return;
    }
    List<String> names = bean.texts("beanNames");
    if (!names.isEmpty()) {
      named(names, around);
    } else {
      List<BeanDefinition> behind =
          targets.isEmpty()
              ? xml.named(interceptors.get(interceptors.size() - 1), bean.file())
              : targets;
      proxied(bean, behind, around);
    }
  }

  private void proxied(
      BeanDefinition proxy, List<BeanDefinition> targets, List<TransactionPatterns> around) {
    List<String> written = new ArrayList<>(proxy.texts("proxyInterfaces"));
    written.addAll(proxy.texts("interfaces"));
    Set<JavaType> views = new LinkedHashSet<>();
    for (String each : written) {
      JavaType view = types.type(each);
      if (view != null) {
        views.add(view);
      }
    }
    Set<JavaType> behind = new LinkedHashSet<>();
    targets.forEach(each -> behind.addAll(types.products(each)));
    if (!views.isEmpty()) {
      // what a factory of the system's own puts behind it is not known: then only the view is
      behind.removeIf(each -> views.stream().noneMatch(view -> code.isA(each, view.name())));
    }
    for (JavaType each : behind.isEmpty() ? views : behind) {
      seenThrough(each, views, around);
    }
  }

  /** What callers of a proxy can reach: methods of its interfaces, or all that are public. */
  private void seenThrough(JavaType bean, Set<JavaType> views, List<TransactionPatterns> around) {
    Lineage lineage = Lineage.of(code, bean);
    Set<JavaType> seen = new LinkedHashSet<>();
    for (JavaType each : views) {
      seen.addAll(Lineage.of(code, each).types());
    }
    if (seen.isEmpty()) {
      lineage.types().stream().filter(each -> each.kind() == TypeKind.INTERFACE).forEach(seen::add);
    }
    for (List<JavaMethod> each : lineage.methods()) {
      if (seen.isEmpty() || each.stream().anyMatch(method -> seen.contains(method.owner()))) {
        advised(each.get(0), around);
      }
    }
  }

  private void advised(JavaMethod method, Collection<TransactionPatterns> around) {
    if (method.isStatic() || !TransactionAttribute.isPublic(method)) {
      return;
    }
    for (TransactionPatterns each : around) {
      TransactionAttribute attribute = each.attribute(method);
      if (attribute != null) {
        found.putIfAbsent(method, attribute);
      }
    }
  }

  private void named(List<String> wanted, List<TransactionPatterns> around) {
    for (BeanDefinition each : xml.beans()) {
      if (!each.isAbstract()
          && each.names().stream()
              .anyMatch(name -> wanted.stream().anyMatch(w -> TransactionPatterns.is(w, name)))) {
        types.products(each).forEach(bean -> seenThrough(bean, Set.of(), around));
      }
    }
  }

  private void advisors() {
    Map<String, String> pointcuts = new HashMap<>();
    List<SpringXml.Advice> configs =
        xml.advice().stream().filter(each -> each.element().name().equals("config")).toList();
    for (SpringXml.Advice each : configs) {
      for (XmlElement pointcut : each.element().elements("pointcut")) {
        pointcuts.put(pointcut.attribute("id"), pointcut.attribute("expression"));
      }
    }
    PointcutParser parser = new PointcutParser(code, pointcuts);
    for (SpringXml.Advice each : configs) {
      for (XmlElement advisor : each.element().elements("advisor")) {
        String expression = advisor.attribute("pointcut");
        advisor(
            each.file(),
            advisor.line(),
            parser,
            expression.isEmpty()
                ? pointcuts.getOrDefault(advisor.attribute("pointcut-ref"), "")
                : expression,
            patterns.named(advisor.attribute("advice-ref"), each.file()));
      }
    }
    for (BeanDefinition each : xml.beans()) {
      BeanValue expression = each.property("expression");
      BeanValue advice = each.property("advice");
      if (advice != null && expression instanceof BeanValue.Text text) {
        advisor(
            each.file(),
            each.line(),
            parser,
            text.text(),
            patterns.named(String.join("", advice.texts()), each.file()));
      }
    }
  }

  private void advisor(
      String file,
      int line,
      PointcutParser parser,
      String written,
      List<TransactionPatterns> around) {
    if (around.isEmpty() || written.isBlank()) {
      return;
    }
    String expression = xml.placeholders().resolved(written).strip();
    Pointcut pointcut = parser.parse(expression, null);
    if (pointcut == null) {
      facts.add(new Unread(file, line, "pointcut not understood: " + expression));
      return;
    }
    beans
        .names()
        .forEach(
            (bean, names) -> {
              for (List<JavaMethod> each : Lineage.of(code, bean).methods()) {
                JavaMethod method = each.get(0);
                if (method.hasBody()
                    && pointcut.matches(new Pointcut.Joinpoint(code, bean, method, each, names))) {
                  advised(method, around);
                }
              }
            });
  }
}
