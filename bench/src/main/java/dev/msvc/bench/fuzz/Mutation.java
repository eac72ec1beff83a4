package dev.msvc.bench.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One way to spoil a file; the same random numbers spoil it in the same way. */
enum Mutation {
  TRUNCATE {
    @Override
    byte[] apply(byte[] file, String extension, Random random) {
      return Arrays.copyOf(file, random.nextInt(file.length + 1));
    }
  },
  FLIP_BYTES {
    @Override
    byte[] apply(byte[] file, String extension, Random random) {
      byte[] flipped = file.clone();
      for (int i = 1 + random.nextInt(20); i > 0 && flipped.length > 0; i--) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return flipped;
    }
  },
  DUPLICATE_BLOCK {
    @Override
    byte[] apply(byte[] file, String extension, Random random) {
      int start = random.nextInt(file.length + 1);
      int end = start + random.nextInt(file.length - start + 1);
      byte[] block = Arrays.copyOfRange(file, start, end);
      int most = Math.max(1, LARGEST / Math.max(1, block.length));
      int times = random.nextInt(10) == 0 ? Math.min(500, most) : 1 + random.nextInt(3);
      byte[] blocks = new byte[block.length * times];
      for (int i = 0; i < times; i++) {
        System.arraycopy(block, 0, blocks, i * block.length, block.length);
      }
      return inserted(file, random.nextInt(file.length + 1), blocks);
    }
  },
  DELETE_TOKEN {
    @Override
    byte[] apply(byte[] file, String extension, Random random) {
      String text = latin(file);
      List<String> ends = List.of("<", ">", "\"", "'", "(", ")", "{", "}", ";", "\n", ":", " ");
      String end = ends.get(random.nextInt(ends.size()));
      int start = text.indexOf(end, random.nextInt(text.length() + 1));
      int stop = start < 0 ? -1 : text.indexOf(end, start + 1);
      if (stop < 0) {
        return file;
      }
      int upTo = random.nextBoolean() ? start + 1 : stop + 1;
      return bytes(text.substring(0, start) + text.substring(upTo));
    }
  },
  NEST_DEEPLY {
    @Override
    byte[] apply(byte[] file, String extension, Random random) {
      List<String> openings = OPENINGS.getOrDefault(extension, List.of("(", "[", "{", "${"));
      String opening = openings.get(random.nextInt(openings.size()));
      int deep = random.nextBoolean() ? 200 + random.nextInt(2_000) : 20_000;
      return inserted(file, random.nextInt(file.length + 1), bytes(opening.repeat(deep)));
    }
  },
  SWAP_ENCODING {
    @Override
    byte[] apply(byte[] file, String extension, Random random) {
      List<Charset> others =
          List.of(
              StandardCharsets.UTF_16LE,
              StandardCharsets.UTF_16BE,
              StandardCharsets.UTF_16,
              Charset.forName("UTF-32"),
              Charset.forName("IBM037"));
      byte[] swapped = latin(file).getBytes(others.get(random.nextInt(others.size())));
      return random.nextBoolean()
          ? inserted(swapped, 0, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})
          : swapped;
    }
  },
  INSERT_DOCTYPE {
    @Override
    byte[] apply(byte[] file, String extension, Random random) {
      String nine = "&b;".repeat(9);
      List<String> all =
          List.of(
              "<!DOCTYPE x [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\"><!ENTITY c \""
                  + nine
                  + "\">]>&c;",
              "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
              "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>",
              "<!DOCTYPE x [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>&a;",
              "&undefined;",
              "<![CDATA[",
              "<!--",
              "<?xml version=\"9\" encoding=\"none\"?>");
      String text = latin(file);
      int prolog = text.startsWith("<?xml") ? text.indexOf("?>") + 2 : 0;
      int at = random.nextBoolean() ? prolog : random.nextInt(file.length + 1);
      return inserted(file, at, bytes(all.get(random.nextInt(all.size()))));
    }
  },
  LONG_TOKEN {
    @Override
    byte[] apply(byte[] file, String extension, Random random) {
      List<String> parts =
          List.of("x", "9", "\"", "'", "a,", "a.", "a b ", "\\", "-", "?", " ", "*/");
      String part = parts.get(random.nextInt(parts.size()));
      int length = random.nextInt(8) == 0 ? 1_000_000 : 20_000;
      return inserted(
          file, random.nextInt(file.length + 1), bytes(part.repeat(length / part.length())));
    }
  },
  NULS {
    @Override
    byte[] apply(byte[] file, String extension, Random random) {
      return inserted(file, random.nextInt(file.length + 1), new byte[1 + random.nextInt(5_000)]);
    }
  };

  /** What a block again and again may come to. */
  private static final int LARGEST = 20_000_000;

  private static final Map<String, List<String>> OPENINGS =
      Map.of(
          "groovy", List.of("(", "{", "[", "\"${", "new A() {", "a ? "),
          "scala", List.of("(", "{", "[", "s\"${", "/*", "a match { case b => "),
          "xhtml", List.of("<a>", "#{a.", "<h:form>", "(", "["),
          "xml", List.of("<a>", "<if test=\"a\">", "<bean><property name=\"a\">", "(", "("),
          "sql", List.of("(", "(select * from ", "case when ", "begin ", "/*", "not "),
          "java", List.of("(", "{", "a.b(", "new A() { void m() {", "-", "a ? ", "List<", "@A("),
          "kt", List.of("(", "{", "\"${", "/*", "List<"),
          "yml", List.of("[", "{a: ", "- ", "? "),
          "yaml", List.of("[", "{a: ", "- ", "? "),
          "json", List.of("[", "{\"a\":"));

  abstract byte[] apply(byte[] file, String extension, Random random);

  private static byte[] inserted(byte[] file, int at, byte[] more) {
    byte[] all = new byte[file.length + more.length];
    System.arraycopy(file, 0, all, 0, at);
    System.arraycopy(more, 0, all, at, more.length);
    System.arraycopy(file, at, all, at + more.length, file.length - at);
    return all;
  }

  private static String latin(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
