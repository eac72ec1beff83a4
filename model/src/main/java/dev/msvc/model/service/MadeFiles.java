package dev.msvc.model.service;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What msvc made in a folder.
 *
 * @param madeBy version of msvc that wrote this last
 * @param asked parts that were asked for by name, beside those that the organisation wants
 * @param files by path below the folder
 */
public record MadeFiles(String madeBy, SortedSet<String> asked, SortedMap<String, Made> files) {
  /** Where msvc keeps what it must know of the folder. */
  public static final String FOLDER = ".msvc";

  /** Where this is kept. */
  public static final String FILE = FOLDER + "/files.yaml";

  /** Below it, each file as msvc made it. */
  public static final String BASE = FOLDER + "/base/";

  /** Nothing was made. */
  public static final MadeFiles NONE = new MadeFiles("", Set.of(), Map.of());

  public MadeFiles(String madeBy, Set<String> asked, Map<String, Made> files) {
    this(madeBy, new TreeSet<>(asked), new TreeMap<>(files));
  }

  public MadeFiles {
    asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * What made a file.
   *
   * @param part the part of the service that it belongs to
   * @param template that it was made from
   * @param msvc version that made this text of it
   * @param sha256 of the text as it was made
   */
  public record Made(String part, String template, String msvc, String sha256) {}
}
