package dev.msvc.analyzers.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The routines that the body of a package of PL/SQL holds. */
final class PackageMembers {
  /** A routine: its tokens behind the parameters; those of routines inside it are theirs. */
  record Member(String name, boolean function, int parameters, List<Token> body) {}

  private PackageMembers() {}

  /** Those with a body, in their order. */
  static List<Member> of(List<Token> tokens, int from) {
    List<Member> members = new ArrayList<>();
    Deque<Member> open = new ArrayDeque<>();
    Deque<int[]> depths = new ArrayDeque<>();
    int i = from;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      int[] depth = depths.peek();
      boolean mayStart = depth == null || depth[0] == 0;
      boolean starts = token.is("procedure") || token.is("function");
      if (mayStart && starts && i + 1 < tokens.size() && tokens.get(i + 1).isName()) {
        int parameters = 0;
        int at = i + 2;
        if (at < tokens.size() && tokens.get(at).sign("(")) {
          int nested = 0;
          parameters = 1;
          do {
            nested += tokens.get(at).sign("(") ? 1 : tokens.get(at).sign(")") ? -1 : 0;
            parameters += nested == 1 && tokens.get(at).sign(",") ? 1 : 0;
            at++;
          } while (at < tokens.size() && nested > 0);
        }
        while (at < tokens.size() && !isHeadEnd(tokens.get(at))) {
          at++;
        }
        if (at < tokens.size() && !tokens.get(at).sign(";")) {
          Member member =
              new Member(
                  tokens.get(i + 1).text(), token.is("function"), parameters, new ArrayList<>());
          members.add(member);
          open.push(member);
          depths.push(new int[] {0});
        }
        i = at + 1;
        continue;
      }
      Member member = open.peek();
      if (member != null && depth != null) {
        member.body().add(token);
        if (token.is("begin") || token.is("case")) {
          depth[0] += isBehindEnd(tokens, i) ? 0 : 1;
        } else if (token.is("if") || token.is("loop")) {
          depth[0] += isBehindEnd(tokens, i) ? 0 : 1;
        } else if (token.is("end") && --depth[0] <= 0) {
          open.pop();
          depths.pop();
        }
      }
      i++;
    }
    return members;
  }

  private static boolean isHeadEnd(Token token) {
    return token.sign(";") || token.is("is") || token.is("as");
  }

  private static boolean isBehindEnd(List<Token> tokens, int i) {
    return i > 0 && tokens.get(i - 1).is("end");
  }
}
