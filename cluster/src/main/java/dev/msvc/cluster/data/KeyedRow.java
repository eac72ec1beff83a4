package dev.msvc.cluster.data;

/**
 * A row of which only this is kept.
 *
 * @param digest of all its values that are compared
 */
record KeyedRow(RowKey key, String digest) {}
