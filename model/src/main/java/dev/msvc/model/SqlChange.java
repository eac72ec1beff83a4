package dev.msvc.model;

/**
 * One change of a database, with its way back.
 *
 * @param name as a file: {@code 2-switch}
 * @param title what it does, in a few words
 * @param forward SQL that does it: in one transaction, or to be run again where it ended half-way
 * @param back SQL that undoes it, in the same way; empty where only a backup does
 */
public record SqlChange(String name, String title, String forward, String back) {
  public boolean isReversible() {
    return !back.isEmpty();
  }
}
