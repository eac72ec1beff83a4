package dev.msvc.bench.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.ClassNode;
import org.w3c.dom.Element;

/** What a container puts before the paths of routes, where all of a system agrees on it. */
final class Prefixes {
  private static final Pattern CONTEXT =
      Pattern.compile(
          "(?m)^\\s*(?:server\\.servlet\\.)?context-path\\s*[:=]\\s*[\"']?([^\\s\"'#]*)");

  private final Set<String> contexts = new TreeSet<>();
  private final Set<String> rest = new TreeSet<>();
  private final Set<String> mvc = new TreeSet<>();

  Prefixes(Classes classes, Collection<Path> settings, Collection<Element> roots)
      throws IOException {
    for (Path file : settings) {
      String name = String.valueOf(file.getFileName());
      if (name.matches("application\\.(properties|ya?ml)")) {
        Matcher context = CONTEXT.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (context.find()) {
          contexts.add(context.group(1));
        }
      }
    }
    for (ClassNode node : classes.all()) {
      Note path =
          Note.named(
              classes.notes(node), "javax.ws.rs.ApplicationPath", "jakarta.ws.rs.ApplicationPath");
      if (path != null) {
        rest.add(path.text("value"));
      }
    }
    for (Element root : roots) {
      if (Xml.name(root).startsWith("web-")) {
        for (Element servlet : Xml.all(root, "servlet")) {
          mapped(root, servlet);
        }
      }
    }
  }

  private void mapped(Element root, Element servlet) {
    String type = text(servlet, "servlet-class");
    for (Element mapping : Xml.all(root, "servlet-mapping")) {
      String pattern = text(mapping, "url-pattern");
      if (text(mapping, "servlet-name").equals(text(servlet, "servlet-name"))
          && pattern.endsWith("/*")) {
        String path = pattern.substring(0, pattern.length() - 2);
        if (type.endsWith("DispatcherServlet")) {
          mvc.add(path);
        } else if (type.contains("cxf") || type.contains("jersey") || type.contains("resteasy")) {
          rest.add(path);
        }
      }
    }
  }

  private static String text(Element element, String child) {
    Element found = Xml.child(element, child);
    return found == null ? "" : found.getTextContent().strip();
  }

  String spring() {
    return one(contexts) + one(mvc);
  }

  String jaxRs() {
    return one(contexts) + Paths.joined("", one(rest));
  }

  private static String one(Set<String> values) {
    return values.size() == 1 ? values.iterator().next() : "";
  }
}
