package com.acme.shop.util;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Builds CSV text, semicolon separated because the accountants open it in a spreadsheet. */
public class CsvWriter {

  private final List<String> lines = new ArrayList<>();

  public CsvWriter(String... header) {
    row((Object[]) header);
  }

  public final CsvWriter row(Object... values) {
    lines.add(Arrays.stream(values).map(CsvWriter::quote).collect(Collectors.joining(";")));
    return this;
  }

  public int size() {
    return lines.size() - 1;
  }

  private static String quote(Object value) {
    String text = value == null ? "" : value.toString();
    if (text.contains(";") || text.contains("\"") || text.contains("\n")) {
      return '"' + text.replace("\"", "\"\"") + '"';
    }
    return text;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
