package dev.msvc.analyzers.source;

import dev.msvc.analyzers.source.TreeWalk.Found;
import java.util.Set;
import java.util.TreeSet;

/**
 * Folders whose classes stand in for others in a browser only: GWT's {@code super-source}. The Java
 * compiler never sees them, and code elsewhere means the classes that they replace.
 */
final class Emulations {
  private static final String MODULE = ".gwt.xml";

  private final Set<String> roots = new TreeSet<>();

  Emulations(Iterable<Found> files) {
    for (Found each : files) {
      if (each.name().endsWith(MODULE)) {
        add(each);
      }
    }
  }

  private void add(Found module) {
    try {
      String text = SourceText.read(module.path(), JavaFile.LIMIT).text();
      for (XmlElement each : SafeXml.read(text).elements("super-source")) {
        String path = each.attribute("path").replaceAll("^/+|/+$", "");
        if (!path.isEmpty()) {
          roots.add(module.folder().isEmpty() ? path : module.folder() + "/" + path);
        }
      }
    } catch (UnreadableFileException | MalformedXml unread) {
      // said where resources are read; without it nothing is left out
    }
  }

  /** Whether a Java file lies below such a folder as in a source root, by its package. */
  boolean holds(Found java) {
    for (String root : roots) {
      if (java.folder().startsWith(root + "/")) {
        String inside = java.folder().substring(root.length() + 1).replace('/', '.');
        return SourceHead.read(java.path()).packageName().equals(inside);
      }
    }
    return false;
  }
}
