/** What REST offers of a service, as OpenAPI 3.1 says it. */
@NullMarked
package dev.msvc.generators.openapi;

import org.jspecify.annotations.NullMarked;
