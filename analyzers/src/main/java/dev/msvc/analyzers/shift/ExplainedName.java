package dev.msvc.analyzers.shift;

/** A method as people call it: {@code OrderController.show}. */
final class ExplainedName {
  private ExplainedName() {}

  static String of(String className, String method) {
    String simple = simple(className);
    return method.isEmpty() ? simple : simple + "." + method;
  }

  static String simple(String className) {
    String bare = className.replaceFirst("@.*", "");
    return bare.substring(bare.lastIndexOf('.') + 1);
  }
}
