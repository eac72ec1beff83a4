package dev.msvc.model.yaml;

import java.util.function.Function;

/** Makes names of what files say, or says what is wrong with it and where. */
record NameReader(MarkedFile file) {
  /** What a name is made into, or what is wrong with it and where. */
  <T> T made(MarkedYaml node, String text, Function<String, T> maker) {
    return made(node.mark(), text, maker);
  }

  <T> T made(MarkedYaml.Entry entry, Function<String, T> maker) {
    return made(entry.mark(), entry.key(), maker);
  }

  <T> T made(MarkedYaml.Mark mark, String text, Function<String, T> maker) {
    try {
      return maker.apply(text);
    } catch (IllegalArgumentException e) {
      throw MarkedYaml.wrong(
          file.name(), mark, String.valueOf(e.getMessage()), "see docs/service-yaml.md");
    }
  }
}
