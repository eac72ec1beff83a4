package dev.msvc.analyzers.source;

/** An element or a piece of text of an XML file. */
public sealed interface XmlNode permits XmlElement, XmlText {
  /** The line it begins at, from 1. */
  int line();
}
