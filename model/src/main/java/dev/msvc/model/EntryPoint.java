package dev.msvc.model;

import org.jspecify.annotations.Nullable;

/**
 * A way into the code from outside.
 *
 * @param id stable and unique: {@code GET /orders/{id}}, {@code schedule a.b.Job.run}
 * @param httpMethod GET, POST...; {@code ANY} where every method is served; null where not HTTP
 * @param path full, with class and method prefixes; topic, queue, event type or cron expression
 *     where not HTTP; null where there is none
 */
public record EntryPoint(
    String id,
    EntryPointKind kind,
    @Nullable String httpMethod,
    @Nullable String path,
    String className,
    String method,
    Place place,
    Certainty certainty) {}
