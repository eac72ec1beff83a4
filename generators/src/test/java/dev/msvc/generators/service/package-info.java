/** Tests of what is generated. */
package dev.msvc.generators.service;
