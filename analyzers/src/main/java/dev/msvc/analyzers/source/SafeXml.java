package dev.msvc.analyzers.source;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that is not trusted: nothing external is loaded, no entity is expanded, a DOCTYPE is
 * passed over, and depth and size are limited.
 */
public final class SafeXml {
  private static final int LONGEST = 32 * 1024 * 1024;
  private static final int DEEPEST = 200;

  private SafeXml() {}

  /** The root element of a file's text. */
  public static XmlElement read(String text) throws MalformedXml {
    if (text.length() > LONGEST) {
      throw new MalformedXml(
          String.format(Locale.ROOT, "XML of more than %d characters", LONGEST), 0);
    }
    Deque<Open> open = new ArrayDeque<>();
    String plain = withoutMark(text);
    try {
      return tree(factory().createXMLStreamReader(new StringReader(plain)), text, open);
    } catch (XMLStreamException notXml) {
      Location where = notXml.getLocation();
      int line = where == null ? 0 : Math.max(where.getLineNumber(), 0);
      Open last = open.peek();
      if (last != null && where != null && where.getCharacterOffset() >= plain.length()) {
        throw new MalformedXml(
            "XML: the file ends inside <%s> of line %d".formatted(last.name(), last.line()), line);
      }
      throw new MalformedXml("XML: " + firstSentence(notXml), line);
    } catch (MissingResourceException unsayable) {
      // the JDK's parser has no words for some of what may be wrong in a DOCTYPE
      throw new MalformedXml("XML: malformed DOCTYPE", 0);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, name) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }

  private static String withoutMark(String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == '\uFEFF' || text.charAt(start) <= ' ')) {
      start++;
    }
    // blank lines before the declaration are kept out of the way of the parser, not of the count
    return text.startsWith("<?xml", start)
        ? text.substring(start)
        : text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String firstSentence(XMLStreamException problem) {
    String message = String.valueOf(problem.getMessage());
    int at = message.indexOf("Message: ");
    String plain = at < 0 ? message : message.substring(at + "Message: ".length());
    return plain.lines().findFirst().orElse("malformed");
  }

  private static XmlElement tree(XMLStreamReader reader, String source, Deque<Open> open)
      throws XMLStreamException, MalformedXml {
    int begins = 1;
    while (reader.hasNext()) {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() >= DEEPEST) {
            throw new MalformedXml("XML nested more than %d deep".formatted(DEEPEST), begins);
          }
          String name = reader.getLocalName();
          // blanks before the root are no event, so that its own start is unknown to the reader
          int line = open.isEmpty() ? lineOf(source, "<" + name) : begins;
          open.push(new Open(withoutPrefix(name), attributes(reader), line));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          XmlElement closed = open.pop().close();
          if (open.isEmpty()) {
            return closed;
          }
          open.getFirst().children().add(closed);
        }
        case XMLStreamConstants.CHARACTERS,
            XMLStreamConstants.CDATA,
            XMLStreamConstants.SPACE,
            XMLStreamConstants.ENTITY_REFERENCE -> {
          if (!open.isEmpty()) {
            open.getFirst().children().add(new XmlText(text(reader, event), begins));
          }
        }
        default -> {}
      }
      begins = Math.max(1, reader.getLocation().getLineNumber());
    }
    throw new MalformedXml("XML: no element", 0);
  }

  private static int lineOf(String source, String tag) {
    return SourceText.lineAt(source, Math.max(0, source.indexOf(tag)));
  }

  private static String text(XMLStreamReader reader, int event) {
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      return "&" + reader.getLocalName() + ";";
    }
    String text = reader.getText();
    return text == null ? "" : text;
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      String value = reader.getAttributeValue(i);
      if (name.indexOf(':') < 0) {
        attributes.put(name, value);
      } else {
        // the element's own attribute comes before one of the same name from elsewhere
        attributes.putIfAbsent(withoutPrefix(name), value);
      }
    }
    return attributes;
  }

  private static String withoutPrefix(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private record Open(
      String name, Map<String, String> attributes, List<XmlNode> children, int line) {
    Open(String name, Map<String, String> attributes, int line) {
      this(name, attributes, new ArrayList<>(), line);
    }

    XmlElement close() {
      return new XmlElement(name, attributes, children, line);
    }
  }
}
