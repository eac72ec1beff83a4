package dev.msvc.bench.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Files with SQL that code loads by their names: whoever loads one runs its statements. */
final class Scripts {
  private static final Pattern LOADS =
      Pattern.compile("getResource|getResourceAsStream|getSystemResourceAsStream");

  private final Collection<Path> files;
  private final Map<Path, Set<Touch>> read = new HashMap<>();

  Scripts(Collection<Path> files) {
    this.files = files;
  }

  void addTo(Judged<Access> accesses, Code code, Classes classes) throws IOException {
    for (Code.Said said : code.said) {
      Code.Call call = said.call();
      for (String text : said.texts()) {
        if (call != null && text.endsWith(".sql") && text.indexOf(' ') < 0) {
          boolean loads =
              LOADS.matcher(call.name()).matches() || call.owner().endsWith("/ClassPathResource");
          String in = classes.top(said.in().name);
          for (Touch touch : named(text)) {
            Access access = new Access(touch.table(), touch.writes(), in);
            (loads ? accesses.must() : accesses.may()).add(access);
          }
        }
      }
    }
  }

  private Set<Touch> named(String name) throws IOException {
    StringBuilder pattern = new StringBuilder("(?:.*/)?");
    for (String each : name.replaceFirst("^classpath\\*?:", "").split(Sql.HOLE, -1)) {
      pattern.append(pattern.length() > 8 ? "[^/]*" : "").append(Pattern.quote(each));
    }
    Pattern wanted = Pattern.compile(pattern.toString());
    Set<Touch> touches = new LinkedHashSet<>();
    for (Path file : files) {
      if (wanted.matcher(file.toString().replace('\\', '/')).matches()) {
        touches.addAll(touches(file));
      }
    }
    return touches;
  }

  private Set<Touch> touches(Path file) throws IOException {
    Set<Touch> touches = read.get(file);
    if (touches == null) {
      touches = new LinkedHashSet<>();
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String statement : text.replaceAll("--[^\n]*", " ").split(";\\s*(?:\n|$)", -1)) {
        Set<Touch> some = Sql.statement(statement) ? Sql.touches(statement) : null;
        if (some != null) {
          touches.addAll(some);
        }
      }
      read.put(file, touches);
    }
    return touches;
  }
}
