package dev.msvc.model.kube;

import dev.msvc.model.Place;

/**
 * An object that somebody asks for.
 *
 * @param place where it is written
 */
public record Manifest(KubeObject object, Place place) {
  public ObjectKey key() {
    return object.key();
  }
}
