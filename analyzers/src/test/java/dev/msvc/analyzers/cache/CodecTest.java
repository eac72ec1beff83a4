package dev.msvc.analyzers.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.msvc.model.Analysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodecTest {
  enum Colour {
    RED,
    GREEN
  }

  sealed interface Tree {
    record Leaf(String text) implements Tree {}

    record Fork(@Nullable Tree left, Tree right) implements Tree {}
  }

  record Small(String text) {}

  record Everything(
      int number,
      long large,
      double part,
      boolean yes,
      @Nullable Integer boxed,
      @Nullable String none,
      Optional<Small> some,
      Optional<Small> absent,
      Colour colour,
      Tree tree,
      List<@Nullable Small> list,
      Map<Colour, Integer> counts,
      SortedMap<String, List<Small>> sorted,
      Map<String, Tree> ordered) {}

  record Unknown(Object anything) {}

  record Reordered(SortedMap<String, String> map) {}

  private static Everything everything() {
    Map<String, Tree> ordered = new LinkedHashMap<>();
    ordered.put("z", new Tree.Leaf("z"));
    ordered.put("a", new Tree.Fork(null, new Tree.Leaf("\uD83D alone, and 漢字")));
    return new Everything(
        -7,
        Long.MIN_VALUE,
        0.1,
        true,
        null,
        null,
        Optional.of(new Small("z")),
        Optional.empty(),
        Colour.GREEN,
        new Tree.Fork(new Tree.Leaf("é"), new Tree.Leaf("")),
        Arrays.asList(new Small("x"), null, new Small("x")),
        Map.of(Colour.GREEN, 2),
        new TreeMap<>(Map.of("b", List.of(), "a", List.of(new Small("y")))),
        ordered);
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    Codec<Everything> codec = Codec.of(Everything.class);

    Everything read = codec.read(codec.write(everything()));

    assertThat(read).isEqualTo(everything());
    assertThat(read.ordered().keySet()).containsExactly("z", "a");
  }

  @Test
  void listsThatCannotBeChangedStayWhatTheyAre() {
    Codec<Everything> codec = Codec.of(Everything.class);

    Everything read = codec.read(codec.write(everything()));

    List<Small> fixed = List.copyOf(read.sorted().values().iterator().next());
    assertThat(fixed).isSameAs(read.sorted().get("a"));
    assertThat(read.list()).contains((Small) null);
  }

  @Test
  void anotherShapeIsDescribedOtherwise() {
    assertThat(Codec.of(Small.class).shape()).contains("text:java.lang.String");
    assertThat(Codec.of(Everything.class).shape())
        .contains("RED, GREEN", "Tree$Leaf", "sorted:java.util.SortedMap<")
        .isNotEqualTo(Codec.of(Small.class).shape());
  }

  @Test
  void analysesCanBeKept() {
    assertThat(Codec.of(Analysis.class).shape())
        .as("a new component needs a form, see Forms and PlainForm")
        .contains("dev.msvc.model.Facts");
  }

  @Test
  void whatCannotBeKeptIsRefused() {
    assertThatThrownBy(() -> Codec.of(Unknown.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object cannot be kept");
    assertThatThrownBy(
            () ->
                Codec.of(Reordered.class)
                    .write(new Reordered(new TreeMap<>(Comparator.<String>reverseOrder()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order of its own");
  }

  @Test
  void noChangeOfItsBytesDoesMoreThanDamage() {
    Codec<Everything> codec = Codec.of(Everything.class);
    byte[] whole = codec.write(everything());
    List<String> surprises = new ArrayList<>();
    for (int at = 0; at < whole.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] bytes = whole.clone();
        bytes[at] ^= (byte) (1 << bit);
        attempt(codec, bytes, surprises);
      }
      attempt(codec, Arrays.copyOf(whole, at), surprises);
    }

    assertThat(surprises).isEmpty();
  }

  private static void attempt(Codec<Everything> codec, byte[] bytes, List<String> surprises) {
    try {
      codec.read(bytes);
    } catch (DamagedException expected) {
      // told, and dropped by who asked
    } catch (Throwable other) {
      surprises.add(other.toString());
    }
  }
}
