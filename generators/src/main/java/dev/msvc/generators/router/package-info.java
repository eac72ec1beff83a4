/** What a router must hold before a shift can move its weights. */
@NullMarked
package dev.msvc.generators.router;

import org.jspecify.annotations.NullMarked;
