package dev.msvc.model.shift;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a stage brings to the service, on top of what the stages before it brought. */
public sealed interface Step {
  /** In a few words: {@code reads 20 %}. */
  String title();

  /** Whether writes come with it, so that their rows get another writer. */
  default boolean movesWrites() {
    return false;
  }

  /** Requests that ask for the service by the canary's header. */
  record Canary() implements Step {
    @Override
    public String title() {
      return "canary header";
    }
  }

  /**
   * A share of the reads.
   *
   * @param weight whole percent
   */
  record Reads(int weight) implements Step {
    @Override
    public String title() {
      return "reads %d %%".formatted(weight);
    }
  }

  /**
   * All writes of some cohorts.
   *
   * @param cohorts values of the cohort's key
   */
  record Cohort(SortedSet<String> cohorts) implements Step {
    public Cohort {
      cohorts = Collections.unmodifiableSortedSet(new TreeSet<>(cohorts));
    }

    @Override
    public String title() {
      return "writes of " + String.join(", ", cohorts);
    }

    @Override
    public boolean movesWrites() {
      return true;
    }
  }

  /** All writes. */
  record Writes() implements Step {
    @Override
    public String title() {
      return "all writes";
    }

    @Override
    public boolean movesWrites() {
      return true;
    }
  }
}
