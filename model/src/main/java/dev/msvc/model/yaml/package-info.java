/** The nouns as JSON and YAML: the only place that knows Jackson. */
@NullMarked
package dev.msvc.model.yaml;

import org.jspecify.annotations.NullMarked;
