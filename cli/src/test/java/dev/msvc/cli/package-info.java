/** The command line, run in process. */
package dev.msvc.cli;
