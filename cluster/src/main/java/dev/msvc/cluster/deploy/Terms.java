package dev.msvc.cluster.deploy;

import java.util.HashSet;
import java.util.Set;

/**
 * What the user said about what may be done.
 *
 * @param forceConflicts whether fields are taken from other managers
 * @param adopt whether objects of other releases are taken
 * @param recreate objects that are deleted and made again where a field cannot be changed, as
 *     {@code KIND/NAME}
 * @param delete kinds that may be deleted though they hold data or others, in small letters
 */
public record Terms(
    boolean forceConflicts, boolean adopt, Set<String> recreate, Set<String> delete) {
  /** Nothing beyond what is safe. */
  public static final Terms CAREFUL = new Terms(false, false, Set.of(), Set.of());

  public Terms {
    recreate = Set.copyOf(recreate);
    delete = Set.copyOf(delete);
  }

  /** The same, of what is there in {@code names} only. */
  public Terms within(Set<String> names) {
    Set<String> both = new HashSet<>(recreate);
    both.retainAll(names);
    return new Terms(forceConflicts, adopt, both, delete);
  }
}
