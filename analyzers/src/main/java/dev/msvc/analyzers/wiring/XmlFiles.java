package dev.msvc.analyzers.wiring;

import dev.msvc.analyzers.fact.FactCollector;
import dev.msvc.analyzers.fact.ResourceFile;
import dev.msvc.analyzers.fact.Sources;
import dev.msvc.analyzers.parallel.Workers;
import dev.msvc.analyzers.source.MalformedXml;
import dev.msvc.analyzers.source.SafeXml;
import dev.msvc.analyzers.source.XmlElement;
import dev.msvc.model.Unread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system's XML files by the name of their root element; each is parsed once. */
public final class XmlFiles {
  /** A file with its root element. */
  public record Parsed(ResourceFile file, XmlElement root) {}

  private record Outcome(@Nullable Parsed parsed, @Nullable Unread unread) {}

  private final Map<String, List<ResourceFile>> byRoot = new HashMap<>();
  private final Map<String, List<Outcome>> parsed = new HashMap<>();

  private XmlFiles(List<ResourceFile> resources) {
    List<ResourceFile> files =
        resources.stream().filter(each -> each.extension().equals("xml")).toList();
    List<String> roots = Workers.map(files, XmlFiles::root);
    for (int i = 0; i < files.size(); i++) {
      byRoot.computeIfAbsent(roots.get(i), ignored -> new ArrayList<>()).add(files.get(i));
    }
  }

  public static XmlFiles of(Sources sources) {
    return sources.shared(XmlFiles.class, each -> new XmlFiles(each.resources()));
  }

  /** Files with this root element, without its prefix, in order; broken ones are noted. */
  public synchronized List<Parsed> rooted(String root, FactCollector facts) {
    List<Parsed> all = new ArrayList<>();
    for (Outcome each :
        parsed.computeIfAbsent(
            root, name -> Workers.map(byRoot.getOrDefault(name, List.of()), XmlFiles::parse))) {
      if (each.parsed() != null) {
        all.add(each.parsed());
      }
      if (each.unread() != null) {
        facts.add(each.unread());
      }
    }
    return all;
  }

  private static Outcome parse(ResourceFile file) {
    try {
      return new Outcome(new Parsed(file, SafeXml.read(file.text())), null);
    } catch (MalformedXml broken) {
      return new Outcome(null, new Unread(file.file(), broken.line(), broken.reason()));
    }
  }

  private static String root(ResourceFile file) {
    String root = root(file.text());
    // one that is no XML at all is still missed as a descriptor
    return root.isEmpty() && file.fileName().equals("web.xml") ? "web-app" : root;
  }

  /** The name of the first element, as far as one can tell without parsing; empty for none. */
  public static String root(String text) {
    int at = 0;
    while (true) {
      at = text.indexOf('<', at);
      if (at < 0 || at + 1 >= text.length()) {
        return "";
      }
      if (text.startsWith("<!--", at)) {
        at = text.indexOf("-->", at);
      } else if (text.startsWith("<?", at)) {
        at = text.indexOf("?>", at);
      } else if (text.startsWith("<!", at)) {
        at = endOfDoctype(text, at);
      } else {
        return name(text, at + 1);
      }
      if (at < 0) {
        return "";
      }
    }
  }

  private static int endOfDoctype(String text, int start) {
    int end = text.indexOf('>', start);
    int subset = text.indexOf('[', start);
    return subset >= 0 && subset < end ? text.indexOf("]", subset) : end;
  }

  private static String name(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "_-.:".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    String name = text.substring(start, end);
    return name.substring(name.indexOf(':') + 1);
  }
}
