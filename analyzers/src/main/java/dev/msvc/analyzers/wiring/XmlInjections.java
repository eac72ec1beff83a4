package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.code.CodeBase;
import dev.msvc.analyzers.code.JavaField;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.code.TypeRef;
import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.model.Reference;
import dev.msvc.model.ReferenceKind;
import dev.msvc.model.Unread;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What Spring's XML puts into which bean, by its id. */
public final class XmlInjections implements Analyzer {
  private static final int DEPTH = 20;

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    SpringXml xml = SpringXml.of(sources);
    xml.unread().forEach(facts::add);
    if (!xml.beans().isEmpty()) {
      new Reading(sources.code(), xml, new BeanTypes(sources.code(), xml), facts).read();
    }
  }

  private record Reading(CodeBase code, SpringXml xml, BeanTypes types, FactCollector facts) {

    void read() {
      Set<String> packages = new HashSet<>();
      code.types().forEach(each -> packages.add(each.packageName()));
      Set<Reference> all = new LinkedHashSet<>();
      for (BeanDefinition each : xml.beans()) {
        String className = types.name(each.className());
        JavaType named = types.type(each.className());
        int dot = className.lastIndexOf('.');
        if (named == null && dot > 0 && packages.contains(className.substring(0, dot))) {
          facts.add(
              new Unread(
                  each.file(),
                  each.line(),
                  "names the class " + className + ", not in the sources"));
        }
        BeanDefinition whole = xml.resolved(each);
        JavaType bean = types.type(whole.className());
        if (bean != null && !each.isAbstract()) {
          injected(bean, whole, all);
        }
      }
      all.forEach(facts::add);
    }

    private void injected(JavaType bean, BeanDefinition definition, Set<Reference> to) {
      definition.properties().forEach((name, value) -> value(bean, name, value, definition, to));
      for (BeanValue each : definition.arguments()) {
        value(bean, "<init>", each, definition, to);
      }
      if (!definition.factoryMethod().isEmpty() && definition.factoryBean().isEmpty()) {
        for (JavaType each : types.products(definition)) {
          add(bean, definition.factoryMethod(), each, to);
        }
      }
    }

    private void value(
        JavaType bean, String name, BeanValue value, BeanDefinition definition, Set<Reference> to) {
      for (BeanValue part : value.beans()) {
        for (BeanDefinition each : xml.definitions(part, definition.file())) {
          for (JavaType given : types.products(each)) {
            add(bean, name, given, to);
          }
        }
      }
    }

    private void add(JavaType bean, String member, JavaType given, Set<Reference> to) {
      if (given != bean) {
        to.add(
            new Reference(
                bean.name(), member, given.name(), "", ReferenceKind.WIRED, line(bean, member)));
      }
    }

    /** Where the property is taken: its setter or field, in the type itself; else the type. */
    private int line(JavaType bean, String member) {
      String setter =
          member.isEmpty() || member.equals("<init>")
              ? member
              : "set" + Character.toUpperCase(member.charAt(0)) + member.substring(1);
      JavaType each = bean;
      for (int depth = 0; each != null && depth < DEPTH; depth++) {
        List<JavaMethod> methods = each.methods(setter);
        if (!methods.isEmpty()) {
          return each == bean ? methods.get(0).line() : bean.line();
        }
        JavaField field = each.field(member);
        if (field != null) {
          return each == bean ? field.line() : bean.line();
        }
        TypeRef parent = each.superclass();
        each = parent == null ? null : code.project(parent.name());
      }
      return bean.line();
    }
  }
}
