package dev.msvc.bench.load;

/**
 * What clients saw of requests that were sent under the same weights.
 *
 * @param service answered by it
 * @param monolith answered by it
 * @param failed answered otherwise, by nobody, or with the id of another request
 */
public record Count(long service, long monolith, long failed) {
  public long all() {
    return service + monolith + failed;
  }
}
