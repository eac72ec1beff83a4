package dev.msvc.analyzers.draft;

import dev.msvc.model.Place;

/**
 * What a person should know of a draft.
 *
 * @param place in the monolith; with an empty file for none
 */
public record DraftNote(Kind kind, String what, Place place) {
  /** What a note is about; in the order in which they are worth reading. */
  public enum Kind {
    /** Something stands in for what is not known. */
    ASSUMED("assumed"),
    /** What the monolith has and the draft has not. */
    LEFT_OUT("left out"),
    /** What the monolith has in another shape. */
    CHANGED("changed"),
    /** A reference to another aggregate. */
    REFERENCE("refers by id"),
    /** A name that is another here. */
    RENAMED("renamed"),
    /** An entry point that an operation or a command stands for. */
    SERVED("served"),
    /** An entry point that nothing stands for. */
    NOT_SERVED("not served");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** As it is called above a list of them. */
    public String label() {
      return label;
    }
  }

  /** With where to look. */
  public String text() {
    return place.file().isEmpty() ? what : what + " (" + place + ")";
  }

  /** With the name of the file to look into, and the line. */
  public String brief() {
    String file = place.toString();
    return file.isEmpty() ? what : what + " (" + file.substring(file.lastIndexOf('/') + 1) + ")";
  }
}
