package dev.msvc.cluster.ready;

import dev.msvc.cluster.api.ResourceKind;
import dev.msvc.model.kube.ObjectKey;

/** An object that is waited for. */
public record Wanted(ResourceKind kind, ObjectKey key) {}
