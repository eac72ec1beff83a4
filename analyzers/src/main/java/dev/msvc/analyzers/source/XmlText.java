package dev.msvc.analyzers.source;

/** Text between the tags of an XML file. */
public record XmlText(String text, int line) implements XmlNode {}
