package dev.msvc.model.shift;

/**
 * How a local proxy is reached, and what it does.
 *
 * @param admin {@code HOST:PORT} of a loopback address
 * @param token that whoever moves its weights must know
 * @param weights by which it sends requests, also when it is started again
 */
public record ProxyState(String admin, String token, Weights weights) {}
