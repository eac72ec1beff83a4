/** Services that are made up, always the same, to be written down for msvc and for JHipster. */
@NullMarked
package dev.msvc.bench.services;

import org.jspecify.annotations.NullMarked;
