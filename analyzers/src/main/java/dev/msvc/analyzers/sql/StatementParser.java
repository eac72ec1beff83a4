package dev.msvc.analyzers.sql;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.parser.feature.Feature;
import net.sf.jsqlparser.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Runs the parser: quickly, and thoroughly where that is not enough.
 *
 * <p>Programs put one statement together in many ways, and one that the parser refuses is refused
 * in all of them. So the starts that it refused are kept, as far as it looked: a text that starts
 * the same needs no parse. What is returned depends on the text alone, whatever is kept.
 */
final class StatementParser {
  private static final int MOST_STEPS = 300_000;

  /** A text shorter than this is parsed faster than it is looked up. */
  private static final int SHORTEST_START = 40;

  /** How far the tokens' own reader may have looked behind the last token that it gave. */
  private static final int LOOKED_BEHIND = 40;

  private static final int MOST_STARTS = 2_000;

  /** What may go on behind any number of characters, so that how far was looked is not known. */
  private static final List<String> OPEN_ENDED = List.of("[", "q'", "Q'", "$", "/*");

  private final RefusedStarts refusedQuickly = new RefusedStarts();
  private final RefusedStarts refused = new RefusedStarts();

  /** What a statement uses; null where it is of no dialect that the parser knows. */
  @Nullable Uses parse(String sql) {
    Uses quick = parse(sql, false, refusedQuickly);
    return quick == null ? parse(sql, true, refused) : quick;
  }

  private static @Nullable Uses parse(String sql, boolean thorough, RefusedStarts refused) {
    if (refused.isStartOf(sql)) {
      return null;
    }
    BoundedParser parser = new BoundedParser(sql);
    try {
      Statement statement = parser.withAllowComplexParsing(thorough).Statement();
      return ParsedSql.usesOf(statement);
    } catch (ParseException | TooManySteps notThisDialect) {
      refused.add(sql, parser.looked() + LOOKED_BEHIND);
      return null;
    } catch (TokenMgrException
        | StackOverflowError
        | UnsupportedOperationException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException
        | NullPointerException
        | ClassCastException
        | IndexOutOfBoundsException itsOwnSlip) {
      // the caller falls back to guessing
      return null;
    }
  }

  /** Starts of texts that cannot be parsed, however they go on. */
  private static final class RefusedStarts {
    private final Map<String, List<String>> byFirstCharacters = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();

    boolean isStartOf(String sql) {
      if (sql.length() < SHORTEST_START) {
        return false;
      }
      List<String> starts = byFirstCharacters.get(sql.substring(0, SHORTEST_START));
      return starts != null && starts.stream().anyMatch(sql::startsWith);
    }

    void add(String sql, int end) {
      if (end < SHORTEST_START || end >= sql.length()) {
        return;
      }
      String start = sql.substring(0, end);
      if (OPEN_ENDED.stream().noneMatch(start::contains) && size.incrementAndGet() < MOST_STARTS) {
        byFirstCharacters
            .computeIfAbsent(sql.substring(0, SHORTEST_START), any -> new CopyOnWriteArrayList<>())
            .add(start);
      }
    }
  }

  /** A parser whose backtracking is bounded by its steps, so that no text can hang it. */
  private static final class BoundedParser extends CCJSqlParser {
    private int steps;

    BoundedParser(String sql) {
      super(new StringProvider(sql));
    }

    /** Where the last token ends that was looked at, in characters from the start. */
    int looked() {
      net.sf.jsqlparser.parser.Token last = token;
      while (last.next != null) {
        last = last.next;
      }
      return last.absoluteEnd;
    }

    @Override
    public ParseException generateParseException() {
      // the parser's own lists all that it would have taken, which costs more than the parse
      return new ParseException("no statement of this grammar");
    }

    @Override
    public boolean getAsBoolean(Feature feature) {
      if (++steps > MOST_STEPS) {
        throw new TooManySteps();
      }
      return super.getAsBoolean(feature);
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("", null, false, false);
    }
  }
}
