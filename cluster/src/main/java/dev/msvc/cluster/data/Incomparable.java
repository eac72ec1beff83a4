package dev.msvc.cluster.data;

/** That two tables cannot be compared, with what to do about it. */
final class Incomparable extends Exception {
  private static final long serialVersionUID = 1;

  Incomparable(String why) {
    super(why);
  }
}
