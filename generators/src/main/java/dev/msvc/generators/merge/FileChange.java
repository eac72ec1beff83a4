package dev.msvc.generators.merge;

/**
 * What becomes of one file.
 *
 * @param path below the folder of the service
 * @param before what is there; empty where nothing is
 * @param after what is to be there; empty where nothing is
 * @param reason why it is left as it is, for people; empty where the kind says all
 */
public record FileChange(String path, Kind kind, String before, String after, String reason)
    implements Comparable<FileChange> {

  /** What is done, and why. */
  public enum Kind {
    /** Made for the first time. */
    CREATED,
    /** Made anew; the user had not touched it. */
    UPDATED,
    /** Both changed it, in places of their own. */
    MERGED,
    /** Both changed it in one place: that is marked in the file. */
    CONFLICT,
    /** No longer made, and not touched by the user: deleted. */
    REMOVED,
    /** As it was and is to be. */
    SAME,
    /** The user edited it, and it would be made as before. */
    EDITED,
    /** The user deleted it: it stays deleted. */
    DELETED,
    /** No longer made, and edited by the user: it stays. */
    UNMADE,
    /** Something else is there that msvc did not make: never touched. */
    FOREIGN;

    /** Whether the folder is another afterwards. */
    public boolean changes() {
      return compareTo(REMOVED) <= 0;
    }

    /** Whether msvc answers for the file afterwards. */
    public boolean isOurs() {
      return this != FOREIGN && this != REMOVED && this != UNMADE;
    }
  }

  @Override
  public int compareTo(FileChange other) {
    return path.compareTo(other.path);
  }

  /** The line of the first mark of a conflict, from 1; 0 where there is none. */
  public int conflictLine() {
    return kind == Kind.CONFLICT ? Regeneration.markedLine(after) : 0;
  }
}
