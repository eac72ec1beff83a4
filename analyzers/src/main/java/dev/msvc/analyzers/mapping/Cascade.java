package dev.msvc.analyzers.mapping;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which operations on an entity go on to what a property of it holds.
 *
 * @param persists storing it as new, by JPA
 * @param merges taking over its state, by JPA
 * @param updates what Hibernate's own calls store
 * @param removes a removal
 * @param orphans whether what is taken out of it is removed
 */
public record Cascade(
    boolean persists, boolean merges, boolean updates, boolean removes, boolean orphans) {
  static final Cascade NONE = new Cascade(false, false, false, false, false);

  /** Of values that are stored with their entity and nowhere else. */
  static final Cascade VALUES = new Cascade(true, true, true, true, false);

  /** Of a part that nothing else holds. */
  static final Cascade PART = new Cascade(true, true, true, true, true);

  /** By JPA's annotation of a relation, and Hibernate's beside it. */
  static Cascade of(Mark relation, @Nullable Mark hibernate) {
    boolean orphans = relation.flag("orphanRemoval");
    Cascade own = of(relation.texts("cascade"));
    Cascade given = hibernate == null ? NONE : of(hibernate.texts("value"));
    return new Cascade(
        own.persists || given.persists,
        own.merges || given.merges,
        own.updates || given.updates,
        own.removes || given.removes || orphans,
        given.orphans || orphans);
  }

  /** By the names of JPA's and Hibernate's constants, or those of Hibernate's XML. */
  static Cascade of(Collection<String> names) {
    Cascade all = NONE;
    for (String each : names) {
      String name = each.replace('_', '-').toLowerCase(Locale.ROOT);
      boolean every = name.equals("all") || name.equals("all-delete-orphan");
      // what this goes on to is looked at whenever changes are written
      boolean updates = every || name.equals("save-update");
      all =
          new Cascade(
              all.persists || updates || name.equals("persist"),
              all.merges || updates || name.equals("merge"),
              all.updates || updates,
              all.removes || every || name.contains("delete") || name.equals("remove"),
              all.orphans || name.contains("delete-orphan"));
    }
    return all;
  }

  /** Whether what is new is stored by it, and nothing else. */
  boolean onlyInserts() {
    return persists && !merges && !updates && !removes;
  }
}
