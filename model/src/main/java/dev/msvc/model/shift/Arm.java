package dev.msvc.model.shift;

/** Who answers a request. */
public enum Arm {
  MONOLITH,
  SERVICE
}
