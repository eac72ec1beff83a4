/** Shifting traffic: routers, and the machine that moves their weights step by step. */
@NullMarked
package dev.msvc.cluster.traffic;

import org.jspecify.annotations.NullMarked;
