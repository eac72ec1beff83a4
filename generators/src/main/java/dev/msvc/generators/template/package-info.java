/** Text from templates: the only place that knows FreeMarker. */
@NullMarked
package dev.msvc.generators.template;

import org.jspecify.annotations.NullMarked;
