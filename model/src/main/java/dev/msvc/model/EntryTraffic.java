package dev.msvc.model;

/**
 * How much an entry point serves.
 *
 * @param entry its id
 * @param requests requests or messages, in the source that volumes are counted in
 * @param traced those that traces show, which calls and statements are to be divided by
 * @param errors requests that the server answered with an error, of {@code requests}
 * @param timed requests whose duration is known
 * @param p50 half of the timed ones took at most as many microseconds, within 1 %; 0 where none is
 *     timed
 * @param p95 95 of 100 timed ones took at most as many microseconds, within 1 %
 */
public record EntryTraffic(
    String entry,
    String className,
    long requests,
    long traced,
    long errors,
    long timed,
    long p50,
    long p95) {
  /** Between 0 and 1. */
  public double errorShare() {
    return requests == 0 ? 0 : (double) errors / requests;
  }
}
