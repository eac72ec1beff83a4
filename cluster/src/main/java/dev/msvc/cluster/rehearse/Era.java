package dev.msvc.cluster.rehearse;

import dev.msvc.model.shift.Weights;

/**
 * A time in which the weights of a router stay the same.
 *
 * @param number from 0
 * @param moving whether somebody writes just now, so that nobody knows which are live
 * @param weights that are live, as the router itself says
 */
public record Era(int number, boolean moving, Weights weights) {
  Era written() {
    return new Era(number + 1, true, weights);
  }

  Era settled(Weights live) {
    return new Era(number + 1, false, live);
  }
}
