package dev.msvc.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why one thing is where it is.
 *
 * @param kind context, table, class, entrypoint or transaction
 * @param verdict where it is, in a sentence
 */
record Explanation(String kind, String name, String verdict, List<Section> sections) {
  private static final int SCREEN = 40;
  private static final int MOST = 12;
  private static final int FIRST = 2;

  Explanation {
    sections = List.copyOf(sections);
  }

  /** Lines under a title, most telling first. */
  record Section(String title, List<Line> lines) {
    Section {
      lines = List.copyOf(lines);
    }

    /** One line more than fits is shown, too: saying so would take as much. */
    boolean isCut(int most) {
      return lines.size() > most + 1;
    }

    int height(int most) {
      return lines.isEmpty() ? 0 : 2 + Math.min(lines.size(), most + 1);
    }

    void print(Console console, int most, int width) {
      if (lines.isEmpty()) {
        return;
      }
      console.line();
      console.heading(title);
      List<Line> shown = isCut(most) ? lines.subList(0, most) : lines;
      int text = 0;
      int place = 0;
      for (Line line : shown) {
        text = Math.max(text, line.place().isEmpty() ? 0 : Text.printable(line.text()).length());
        place = Math.max(place, Text.printable(line.place()).length());
      }
      int room = Math.min(text, Math.max(width / 2, width - 4 - place));
      shown.forEach(line -> line.print(console, room, width));
      if (isCut(most)) {
        console.line("  " + (lines.size() - most) + " more");
      }
    }
  }

  /**
   * A fact and its place.
   *
   * @param place file and line; empty where the fact is a sum
   */
  record Line(String text, String place) {
    private void print(Console console, int room, int width) {
      if (place.isEmpty()) {
        console.line(
            "  "
                + (Text.isProse(text)
                    ? Text.shortenedEnd(text, width - 2)
                    : Text.shortened(text, width - 2)));
      } else {
        // what it is about stands first, figures and sources behind it
        String shown =
            text.indexOf(' ') >= 0 ? Text.shortenedEnd(text, room) : Text.shortened(text, room);
        console.line("  " + shown + " ".repeat(room - shown.length()) + "  " + place);
      }
    }
  }

  /** Prints it in a format of text: everything in the wide one, what fits a screen in the other. */
  void print(Console console, Format format, String everything) {
    if (format == Format.WIDE) {
      printAll(console);
    } else {
      print(console, everything);
    }
  }

  /**
   * Prints what fits a screen.
   *
   * @param everything the command that shows the rest
   */
  void print(Console console, String everything) {
    int[] most = fitting();
    print(console, most, Text.WIDTH);
    for (int i = 0; i < most.length; i++) {
      if (sections.get(i).isCut(most[i])) {
        console.line();
        console.line("All of it: " + everything);
        return;
      }
    }
  }

  /** How many lines of each section fit a screen: the longest give way, the first ones last. */
  private int[] fitting() {
    int[] most = new int[sections.size()];
    Arrays.fill(most, MOST);
    while (height(most) > SCREEN) {
      int longest = -1;
      double length = 1;
      for (int i = 0; i < most.length; i++) {
        double shown = Math.min(most[i], sections.get(i).lines().size());
        double counts = i < FIRST ? 1 + (shown - 1) / 2 : shown;
        if (shown > 1 && counts >= length) {
          longest = i;
          length = counts;
        }
      }
      if (longest < 0) {
        break;
      }
      most[longest] = Math.min(most[longest], sections.get(longest).lines().size()) - 1;
    }
    return most;
  }

  /** Prints everything, no line shortened. */
  void printAll(Console console) {
    int[] all = new int[sections.size()];
    Arrays.fill(all, Integer.MAX_VALUE - 1);
    print(console, all, Integer.MAX_VALUE);
  }

  private void print(Console console, int[] most, int width) {
    console.heading(kind + " " + Text.shortened(name, width - kind.length() - 1));
    Text.wrapped(verdict, Text.WIDTH - 2).forEach(line -> console.line("  " + line));
    for (int i = 0; i < most.length; i++) {
      sections.get(i).print(console, most[i], width);
    }
  }

  private int height(int[] most) {
    // its own line, the verdict, and the command for the rest with an empty line before it
    int height = 3 + Text.wrapped(verdict, Text.WIDTH - 2).size();
    for (int i = 0; i < most.length; i++) {
      height += sections.get(i).height(most[i]);
    }
    return height;
  }

  /** As maps and lists, for programs. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", kind);
    fields.put("name", name);
    fields.put("verdict", verdict);
    List<Object> all = new ArrayList<>();
    for (Section section : sections) {
      List<Object> lines = new ArrayList<>();
      for (Line line : section.lines()) {
        Map<String, Object> each = new LinkedHashMap<>();
        each.put("text", line.text());
        each.put("place", line.place());
        lines.add(each);
      }
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("title", section.title());
      each.put("lines", lines);
      all.add(each);
    }
    fields.put("sections", all);
    return fields;
  }
}
