package dev.msvc.cluster.deploy;

import org.jspecify.annotations.Nullable;

/**
 * One field that differs.
 *
 * @param path with the names of list items where they have some: {@code
 *     spec.template.spec.containers[orders].image}
 * @param before null for nothing
 * @param after null for nothing
 */
public record FieldChange(String path, @Nullable Object before, @Nullable Object after) {}
