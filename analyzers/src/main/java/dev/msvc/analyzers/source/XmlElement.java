package dev.msvc.analyzers.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An element of an XML file.
 *
 * @param name without its namespace's prefix
 * @param attributes by name without prefix, in the order of the file
 * @param children elements and texts in the order of the file
 * @param line of its start tag, from 1
 */
public record XmlElement(
    String name, Map<String, String> attributes, List<XmlNode> children, int line)
    implements XmlNode {
  public XmlElement {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /** The attribute's value; empty where there is none. */
  public String attribute(String attributeName) {
    return attributes.getOrDefault(attributeName, "");
  }

  /** The elements directly below. */
  public List<XmlElement> elements() {
    return children.stream()
        .filter(XmlElement.class::isInstance)
        .map(XmlElement.class::cast)
        .toList();
  }

  /** The elements of this name directly below. */
  public List<XmlElement> elements(String elementName) {
    return elements().stream().filter(element -> element.name().equals(elementName)).toList();
  }

  /** All text below, at any depth, in the order of the file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    appendTo(text);
    return text.toString();
  }

  private void appendTo(StringBuilder text) {
    for (XmlNode child : children) {
      if (child instanceof XmlElement element) {
        element.appendTo(text);
      } else if (child instanceof XmlText piece) {
        text.append(piece.text());
      }
    }
  }
}
