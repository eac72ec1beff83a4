package dev.msvc.model;

import org.jspecify.annotations.Nullable;

/**
 * How often a class is changed.
 *
 * @param commits to it, ever
 * @param recent those of the last two years before the tip
 * @param authors how many people made them
 * @param partner what it is changed together with most; null where nothing is
 */
public record ClassChange(
    String className, int commits, int recent, int authors, @Nullable CoChange partner) {}
