package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.fact.Analyzer;
import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.analyzers.wiring.XmlFiles;
import dev.msvc.model.Certainty;
import dev.msvc.model.Place;
import dev.msvc.model.Trait;
import dev.msvc.model.TraitKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Roles and rights that descriptors ask for at addresses, and those that pages ask for. */
public final class RightsInFiles implements Analyzer {
  private static final Set<String> PAGES = Set.of("xhtml", "jsp", "jspf", "tag", "zul");

  /** What asks who somebody is at most, and not for a role. */
  private static final Pattern NO_ROLE =
      Pattern.compile(
          "(?i)permitAll(?:\\(\\))?|denyAll(?:\\(\\))?|is_?(?:authenticated|anonymous|rememberMe|fullyAuthenticated)\\w*(?:\\(\\))?|");

  /** A tag or attribute of a library, a call in an expression, or one in a scriptlet. */
  private static final Pattern ASKS =
      Pattern.compile(
          "<(?:sec|security|authz):authorize\\b|\\bsec:authorize\\s*=|<shiro:(?:has|lacks)\\w+"
              + "|[#$]\\{[^{}]*\\b(?:"
              + RightsInCode.OWN
              + ")\\s*\\(|\\bisUserInRole\\s*\\(");

  @Override
  public void analyze(Sources sources, FactCollector facts) {
    XmlFiles xml = XmlFiles.of(sources);
    // what is broken is noted by those who read these files for their beans and servlets
    FactCollector noted = new FactCollector();
    for (String root : List.of("beans", "http", "web-app")) {
      xml.rooted(root, noted).forEach(each -> descriptor(each, facts));
    }
    List<ResourceFile> pages =
        sources.resources().stream().filter(each -> PAGES.contains(each.extension())).toList();
    Workers.map(pages, RightsInFiles::page).forEach(each -> each.ifPresent(facts::add));
  }

  private static void descriptor(XmlFiles.Parsed file, FactCollector facts) {
    Deque<XmlElement> open = new ArrayDeque<>(List.of(file.root()));
    while (!open.isEmpty()) {
      XmlElement each = open.pop();
      if (each.name().equals("intercept-url")) {
        String access = each.attribute("access").strip();
        if (!NO_ROLE.matcher(access).matches()) {
          String pattern = each.attribute("pattern");
          add(file, each, pattern, "%s at %s".formatted(access, pattern), facts);
        }
      } else if (each.name().equals("security-constraint")) {
        constraint(file, each, facts);
      }
      each.elements().forEach(open::push);
    }
  }

  private static void constraint(XmlFiles.Parsed file, XmlElement constraint, FactCollector facts) {
    List<String> roles =
        constraint.elements("auth-constraint").stream()
            .flatMap(each -> each.elements("role-name").stream())
            .map(each -> each.text().strip())
            .filter(each -> !each.startsWith("*"))
            .toList();
    if (!roles.isEmpty()) {
      for (XmlElement resources : constraint.elements("web-resource-collection")) {
        for (XmlElement each : resources.elements("url-pattern")) {
          String pattern = each.text().strip();
          String asked = "%s at %s".formatted(String.join(", ", roles), pattern);
          add(file, each, ant(pattern), asked, facts);
        }
      }
    }
  }

  /** A servlet's pattern in the words of the others: a star at its end stands for several parts. */
  private static String ant(String pattern) {
    if (pattern.startsWith("*.")) {
      return "/**/" + pattern;
    }
    return pattern.endsWith("/*") ? pattern + "*" : pattern;
  }

  private static void add(
      XmlFiles.Parsed file, XmlElement at, String pattern, String detail, FactCollector facts) {
    facts.add(
        new Trait(
            TraitKind.URL_SECURITY,
            pattern,
            detail,
            "",
            "",
            new Place(file.file().file(), at.line()),
            Certainty.PARSED));
  }

  private static Optional<Trait> page(ResourceFile page) {
    String text = page.text();
    Matcher asks = ASKS.matcher(text);
    int first = -1;
    int count = 0;
    while (asks.find()) {
      first = first < 0 ? asks.end() : first;
      count++;
    }
    if (count == 0) {
      return Optional.empty();
    }
    int line = (int) text.substring(0, first).chars().filter(each -> each == '\n').count() + 1;
    return Optional.of(
        new Trait(
            TraitKind.PAGE_SECURITY,
            page.file(),
            count == 1 ? "asks once" : "asks %,d times".formatted(count),
            "",
            "",
            new Place(page.file(), line),
            Certainty.INFERRED));
  }
}
