package dev.msvc.model.service;

/** A part of a service that goes together with the others, and that nothing can be made of. */
public final class Unmade extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Object part;
  private final String hint;

  /**
   * @param part the very part of the {@link ServiceSpec}: an aggregate, a field, ...
   * @param hint what to do about it in {@code service.yaml}
   */
  public Unmade(Object part, String message, String hint) {
    super(message);
    this.part = part;
    this.hint = hint;
  }

  public Object part() {
    return part;
  }

  public String hint() {
    return hint;
  }
}
