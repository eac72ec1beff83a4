/** What is generated of a service: one class a part. */
@NullMarked
package dev.msvc.generators.service;

import org.jspecify.annotations.NullMarked;
