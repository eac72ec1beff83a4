package dev.msvc.model;

/**
 * How big the analysed main code is.
 *
 * @param files Java files
 * @param lines of those files, blank ones and comments too
 * @param types top-level and nested
 * @param modules build modules that hold Java files
 * @param testFiles Java files left out as tests
 * @param generatedFiles Java files left out as generated
 */
public record SourceSummary(
    int files, int lines, int types, int modules, int testFiles, int generatedFiles) {}
