package dev.msvc.bench.truth;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as a plain tree, without what its DOCTYPE would load. */
final class Xml {
  private Xml() {}

  /** The root; null where the file is no XML. */
  static @Nullable Element root(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setValidating(false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setEntityResolver((name, id) -> new InputSource(new StringReader("")));
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(in).getDocumentElement();
    } catch (SAXException e) {
      return null;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static String name(Node node) {
    String name = node.getNodeName();
    return name.substring(name.indexOf(':') + 1);
  }

  static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  /** All elements of one of these names, at any depth. */
  static List<Element> all(Element element, String... names) {
    List<Element> found = new ArrayList<>();
    List<String> wanted = List.of(names);
    for (Element child : children(element)) {
      if (wanted.contains(name(child))) {
        found.add(child);
      }
      found.addAll(all(child, names));
    }
    return found;
  }

  static @Nullable Element child(Element element, String name) {
    for (Element child : children(element)) {
      if (name(child).equals(name)) {
        return child;
      }
    }
    return null;
  }
}
