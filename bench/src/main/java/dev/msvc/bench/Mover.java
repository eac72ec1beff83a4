package dev.msvc.bench;

import java.io.IOException;

/** Moves the weights of a router. */
interface Mover {
  /**
   * Returns when requests that are sent from then on are to go by it.
   *
   * @param weight of the service, in percent
   * @return what moved it, in words
   */
  String move(int weight) throws IOException, InterruptedException;
}
