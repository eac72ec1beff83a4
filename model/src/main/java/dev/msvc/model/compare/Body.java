package dev.msvc.model.compare;

import java.util.Optional;

/**
 * The body of an answer, as far as it is compared.
 *
 * @param json where it is some
 * @param digest of its bytes
 * @param length in bytes
 */
public record Body(Optional<Json> json, String digest, long length) {}
