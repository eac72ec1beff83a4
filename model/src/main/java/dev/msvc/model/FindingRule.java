package dev.msvc.model;

/**
 * What a finding can be about. The page {@code docs/findings/ID.md} says more of each.
 *
 * @param id stable, never used for anything else: {@code MSVC-F04-FOREIGN-LISTS}; what stands
 *     between the dashes first is the row of what kills migrations, F01 to F17
 * @param title a few words
 * @param found how it is found, in a sentence
 * @param kills why it ends migrations, in a sentence or two
 * @param remedy what to do, in a sentence or two
 */
public record FindingRule(String id, String title, String found, String kills, String remedy) {}
