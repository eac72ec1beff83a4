// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.domain;

/** The caller has seen a version that is no longer the current one. */
public final class StaleVersionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StaleVersionException(long expected, long actual) {
    super("version %d was expected, but the current version is %d".formatted(expected, actual));
  }
}
