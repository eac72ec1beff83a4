package dev.msvc.analyzers.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a mapper's statement is given in one of its runs: whatever a condition asks
 * for first, as far as it does not contradict what was asked for before.
 *
 * <p>What nobody asks for is there, true and not empty.
 */
final class Assumptions {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  /** Stands for an expression that is as large as the loop that runs once. */
  private static final String LOOP = "0";

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> loops = new HashSet<>();
  private final Set<String> excluded = new HashSet<>();

  /** What is known to be at least as large. */
  private final Map<String, Integer> floors = new HashMap<>();

  /** A loop begins, of which only the first round is run. */
  void loop(String index, String item) {
    values
        .keySet()
        .removeIf(each -> each.equals(item) || each.startsWith(item + ".") || each.equals(index));
    if (!index.isEmpty()) {
      loops.add(index);
      values.put(index, LOOP);
    }
  }

  /** Whether a condition holds; what it needs is assumed where nothing is known yet. */
  boolean hold(Condition condition) {
    if (condition instanceof Condition.All all) {
      boolean holds = true;
      for (Condition each : all.parts()) {
        holds = holds && hold(each);
      }
      return holds;
    }
    if (condition instanceof Condition.Any any) {
      boolean holds = false;
      for (Condition each : any.parts()) {
        holds = holds || hold(each);
      }
      return holds;
    }
    if (condition instanceof Condition.Not not) {
      return !hold(not.part());
    }
    if (condition instanceof Condition.Given given) {
      return isGiven(given.what());
    }
    return condition instanceof Condition.Compared compared && holds(compared);
  }

  /** Assumes that a condition holds, or that it does not. */
  void assume(Condition condition, boolean wanted) {
    if (condition instanceof Condition.Not not) {
      assume(not.part(), !wanted);
    } else if (condition instanceof Condition.All all) {
      if (wanted) {
        all.parts().forEach(each -> assume(each, true));
      } else {
        assume(all.parts().get(all.parts().size() - 1), false);
      }
    } else if (condition instanceof Condition.Any any) {
      if (wanted) {
        assume(any.parts().get(0), true);
      } else {
        any.parts().forEach(each -> assume(each, false));
      }
    } else if (condition instanceof Condition.Given given) {
      if (wanted) {
        values.remove(given.what());
      } else {
        values.putIfAbsent(given.what(), "false");
      }
    } else if (condition instanceof Condition.Compared compared) {
      assume(compared, wanted);
    }
  }

  private void assume(Condition.Compared compared, boolean wanted) {
    boolean equal = compared.sign().equals("==");
    if (compared.sign().equals("!=") || equal) {
      if (equal == wanted) {
        values.put(compared.what(), compared.to());
      } else {
        values.remove(compared.what(), compared.to());
        excluded.add(compared.what() + " " + compared.to());
      }
    } else {
      String value = fitting(wanted ? compared.sign() : opposite(compared.sign()), compared.to());
      if (value != null) {
        values.put(compared.what(), value);
      }
    }
  }

  private static String opposite(String sign) {
    return switch (sign) {
      case ">" -> "<=";
      case ">=" -> "<";
      case "<" -> ">=";
      default -> ">";
    };
  }

  /** A number that compares so to another; null where the other is none. */
  private static @Nullable String fitting(String sign, String to) {
    if (!NUMBER.matcher(to).matches()) {
      return null;
    }
    int number = Integer.parseInt(to);
    return String.valueOf(sign.equals(">") ? number + 1 : sign.equals("<") ? number - 1 : number);
  }

  private boolean isGiven(String what) {
    String value = value(what);
    return value == null
        || !(value.equals("false") || value.equals(Condition.NULL) || value.equals("0"));
  }

  /** What an expression is known to be; null for nothing. */
  private @Nullable String value(String what) {
    String value = values.get(what);
    for (int dot = what.indexOf('.'); value == null && dot > 0; dot = what.indexOf('.', dot + 1)) {
      if (Condition.NULL.equals(values.get(what.substring(0, dot)))) {
        value = Condition.NULL;
      }
    }
    return value;
  }

  private boolean holds(Condition.Compared compared) {
    String value = value(compared.what());
    boolean equal = compared.sign().equals("==");
    boolean same = equal || compared.sign().equals("!=");
    if (value == null) {
      return same ? equal == becomes(compared) : grows(compared);
    }
    if (same) {
      boolean loop = loops.contains(compared.what()) && !NUMBER.matcher(compared.to()).matches();
      return equal == (loop || value.equals(compared.to()));
    }
    return NUMBER.matcher(value).matches()
        && NUMBER.matcher(compared.to()).matches()
        && compares(Integer.parseInt(value), compared.sign(), Integer.parseInt(compared.to()));
  }

  private static boolean compares(int value, String sign, int to) {
    return switch (sign) {
      case ">" -> value > to;
      case ">=" -> value >= to;
      case "<" -> value < to;
      default -> value <= to;
    };
  }

  /** Whether an expression of which nothing is known is made this value, by the first who asks. */
  private boolean becomes(Condition.Compared compared) {
    String to = compared.to();
    String pair = compared.what() + " " + to;
    if (to.equals(Condition.NULL) || to.isEmpty() || to.equals("0") || to.equals("false")) {
      return false;
    }
    if (compared.sign().equals("!=")) {
      excluded.add(pair);
      return false;
    }
    Integer floor = floors.get(compared.what());
    boolean small = floor != null && NUMBER.matcher(to).matches() && Integer.parseInt(to) < floor;
    if (small || excluded.contains(pair)) {
      return false;
    }
    values.put(compared.what(), to);
    return true;
  }

  /** Whether an expression of which no value is known is in a range. */
  private boolean grows(Condition.Compared compared) {
    String value = fitting(compared.sign(), compared.to());
    if (value == null) {
      return true;
    }
    int number = Integer.parseInt(value);
    if (compared.sign().startsWith(">")) {
      floors.merge(compared.what(), number, Math::max);
      return true;
    }
    if (number < Math.max(1, floors.getOrDefault(compared.what(), 1))) {
      return false;
    }
    values.put(compared.what(), value);
    return true;
  }
}
