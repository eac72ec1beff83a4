package dev.msvc.model;

/**
 * A program that traces are of.
 *
 * @param name as it calls itself; empty where it does not
 * @param requests served requests
 * @param matched those that an entry point of the analysed code serves
 * @param spans all its spans
 */
public record ServiceTraffic(String name, long requests, long matched, long spans) {}
