/** What a service is: the nouns of {@code service.yaml}. */
@NullMarked
package dev.msvc.model.service;

import org.jspecify.annotations.NullMarked;
