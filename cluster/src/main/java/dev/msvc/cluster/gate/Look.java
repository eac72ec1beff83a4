package dev.msvc.cluster.gate;

import dev.msvc.model.shift.Evidence;
import dev.msvc.model.shift.Judgement;

/**
 * One look of a gate.
 *
 * @param evidence to keep for the next; as before where nothing was learnt, so that the next window
 *     begins where this one did
 */
public record Look(Judgement judgement, Evidence evidence) {}
