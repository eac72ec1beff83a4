package dev.msvc.model.service;

import java.util.List;

/** Parts of a service that do not go together. */
public final class Incoherent extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> path;
  private final String hint;

  Incoherent(List<String> path, String message, String hint) {
    super(message);
    this.path = List.copyOf(path);
    this.hint = hint;
  }

  /** Where, by the keys of {@code service.yaml} from its top. */
  public List<String> path() {
    return path;
  }

  public String hint() {
    return hint;
  }
}
