package dev.msvc.analyzers.trait;

import dev.msvc.analyzers.code.Call;
import dev.msvc.analyzers.code.Expr;
import dev.msvc.analyzers.code.JavaMethod;
import dev.msvc.analyzers.code.JavaType;
import dev.msvc.analyzers.wiring.AnnotatedBeans;
import dev.msvc.model.Certainty;
import dev.msvc.model.TraitKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files that code leaves on the disc of the machine it runs on. One that is temporary or deleted in
 * the same method is none. Guessed are those of which it depends on who uses the method: where it
 * prints, as tools that are run by hand do, and where its caller gives the place.
 */
final class LocalFiles {
  private static final String FILES = "java.nio.file.Files.";
  private static final String COMMONS = "org.apache.commons.io.FileUtils.";
  private static final String HUTOOL = "cn.hutool.core.io.FileUtil.";

  /** What writes, and which of its arguments is the place. */
  private static final Map<String, Integer> WRITES =
      Map.ofEntries(
          Map.entry("java.io.FileOutputStream.<init>", 0),
          Map.entry("java.io.FileWriter.<init>", 0),
          Map.entry("java.io.PrintWriter.<init>", 0),
          Map.entry("java.io.RandomAccessFile.<init>", 0),
          Map.entry(FILES + "write", 0),
          Map.entry(FILES + "writeString", 0),
          Map.entry(FILES + "newOutputStream", 0),
          Map.entry(FILES + "newBufferedWriter", 0),
          Map.entry(FILES + "createFile", 0),
          Map.entry(FILES + "copy", 1),
          Map.entry(FILES + "move", 1),
          Map.entry("org.springframework.web.multipart.MultipartFile.transferTo", 0),
          Map.entry("org.springframework.web.multipart.commons.CommonsMultipartFile.transferTo", 0),
          Map.entry("javax.servlet.http.Part.write", 0),
          Map.entry("jakarta.servlet.http.Part.write", 0),
          Map.entry("org.apache.commons.fileupload.FileItem.write", 0),
          Map.entry("org.springframework.util.FileCopyUtils.copy", 1),
          Map.entry("com.google.common.io.Files.write", 1),
          Map.entry("com.google.common.io.Files.copy", 1),
          Map.entry(COMMONS + "write", 0),
          Map.entry(COMMONS + "writeLines", 0),
          Map.entry(COMMONS + "writeStringToFile", 0),
          Map.entry(COMMONS + "writeByteArrayToFile", 0),
          Map.entry(COMMONS + "openOutputStream", 0),
          Map.entry(COMMONS + "copyInputStreamToFile", 1),
          Map.entry(COMMONS + "copyToFile", 1),
          Map.entry(COMMONS + "copyURLToFile", 1),
          Map.entry(COMMONS + "copyFile", 1),
          Map.entry(COMMONS + "copyFileToDirectory", 1),
          Map.entry(COMMONS + "moveFile", 1),
          Map.entry(HUTOOL + "writeBytes", 1),
          Map.entry(HUTOOL + "writeString", 1),
          Map.entry(HUTOOL + "writeUtf8String", 1),
          Map.entry(HUTOOL + "writeFromStream", 1));

  /** Types of what is no place: a stream that leads to one is seen where it is opened. */
  private static final Pattern STREAM = Pattern.compile(".*(?:Stream|Writer|StringBuilder)");

  /** Methods that are asked for where they have a place from. */
  private static final int MOST = 5;

  private LocalFiles() {}

  static void read(JavaMethod method, Callers callers, Found found) {
    for (Call call : method.calls()) {
      Integer at = WRITES.get(call.receiver().name() + "." + call.name());
      if (at != null
          && at < call.arguments().size()
          && isPlace(call, at)
          && !ByHand.is(method.owner())) {
        FilePlace place = FilePlace.of(call.arguments().get(at), method);
        String type = call.receiver().simpleName();
        String what = call.name().equals("<init>") ? "new " + type : type + "." + call.name();
        boolean prints = ByHand.prints(method) && !isBean(method.owner());
        if (place.isKept()) {
          found.add(TraitKind.LOCAL_FILE, type, what, call.line(), certainty(!prints));
        } else if (!place.isPassing() && place.parameter() >= 0) {
          given(method, place.parameter(), callers, type, what, call, found);
        }
      }
    }
  }

  private static boolean isBean(JavaType type) {
    return type.topLevel().annotation(AnnotatedBeans.stereotypes()) != null;
  }

  private static Certainty certainty(boolean kept) {
    return kept ? Certainty.INFERRED : Certainty.GUESSED;
  }

  /** A call that gives a place, and whether its class knows which. */
  private record Giver(Call call, boolean kept) {}

  /** What is written where a caller says: at callers of other classes, else where it is written. */
  private static void given(
      JavaMethod method,
      int parameter,
      Callers callers,
      String type,
      String what,
      Call write,
      Found found) {
    List<Giver> all = new ArrayList<>();
    boolean open = givers(method, parameter, callers, new HashSet<>(), all);
    boolean known = all.stream().anyMatch(Giver::kept);
    boolean prints = ByHand.prints(method) && !isBean(method.owner());
    boolean here = open && all.isEmpty();
    boolean kept = false;
    for (Giver each : all) {
      JavaMethod caller = each.call().caller();
      if (known && !each.kept()) {
        continue;
      }
      if (caller.owner().topLevel() == method.owner().topLevel()) {
        here = true;
        kept |= each.kept();
      } else {
        String by = "%s by %s.%s".formatted(what, method.owner().simpleName(), method.name());
        boolean sure = each.kept() && (!prints || isBean(caller.owner()));
        found.in(caller).add(TraitKind.LOCAL_FILE, type, by, each.call().line(), certainty(sure));
      }
    }
    if (here) {
      found.add(
          TraitKind.LOCAL_FILE,
          type,
          what + " at a place that its caller gives",
          write.line(),
          certainty(kept && !prints));
    }
  }

  /**
   * Collects the calls that give a place and are not run by hand, save those that give a temporary
   * one; whether it stays open who gives it.
   */
  private static boolean givers(
      JavaMethod method, int parameter, Callers callers, Set<JavaMethod> seen, List<Giver> found) {
    List<Call> all = callers.of(method);
    if (!seen.add(method)) {
      return false;
    }
    if (all.isEmpty() || seen.size() > MOST) {
      return true;
    }
    boolean open = false;
    for (Call each : all) {
      if (parameter < each.arguments().size() && !ByHand.is(each.caller().owner())) {
        FilePlace place = FilePlace.of(each.arguments().get(parameter), each.caller());
        if (place.isKept()) {
          found.add(new Giver(each, true));
        } else if (!place.isPassing()) {
          if (place.parameter() < 0) {
            found.add(new Giver(each, false));
          } else {
            open |= givers(each.caller(), place.parameter(), callers, seen, found);
          }
        }
      }
    }
    return open;
  }

  private static boolean isPlace(Call call, int at) {
    String type = call.argumentTypes().get(at).name();
    if (STREAM.matcher(type).matches()) {
      return false;
    }
    if (call.receiver().name().equals("java.io.PrintWriter")) {
      // most are around a stream that a library gives
      return type.equals("java.io.File") || type.equals("java.lang.String");
    }
    // reads, where it does not say that it writes
    return !call.receiver().name().equals("java.io.RandomAccessFile")
        || (call.arguments().size() > 1
            && call.arguments().get(1) instanceof Expr.Literal mode
            && mode.text().contains("w"));
  }
}
