package dev.msvc.generators.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {
  @Test
  void whatFitsStays() {
    assertThat(wrapped("int i = 1;")).isEqualTo("int i = 1;");
  }

  @Test
  void parametersGoBelowTogetherOrEachOnItsOwn() {
    String type = "A".repeat(34);

    assertThat(wrapped("public record Two(%s first, %s second, int t) {}".formatted(type, type)))
        .isEqualTo(
            """
            public record Two(
                %s first, %s second, int t) {}"""
                .formatted(type, type));
    assertThat(wrapped("public record Three(%s a, %s b, %s c) {}".formatted(type, type, type)))
        .isEqualTo(
            """
            public record Three(
                %s a,
                %s b,
                %s c) {}"""
                .formatted(type, type, type));
  }

  @Test
  void chainsAreBrokenAtTheirDots() {
    String name = "n".repeat(40);

    assertThat(
            wrapped("return Message.newBuilder().set(%s).set(%s).build();".formatted(name, name)))
        .isEqualTo(
            """
            return Message.newBuilder()
                .set(%s)
                .set(%s)
                .build();"""
                .formatted(name, name));
  }

  @Test
  void anAssignmentIsBrokenFirst() {
    String name = "n".repeat(60);

    assertThat(wrapped("String text = call(%s, \"a, b. (c\", 1234567890);".formatted(name)))
        .isEqualTo("String text =\n    call(%s, \"a, b. (c\", 1234567890);".formatted(name));
  }

  private static String wrapped(String line) {
    return String.join("\n", Wrapping.lines(List.of(line)));
  }
}
