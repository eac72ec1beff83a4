package dev.msvc.cluster.ready;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why the API server lets a controller make no pod, from what the controller repeats of it. */
final class Refusals {
  private static final Pattern FORBIDDEN =
      Pattern.compile("(?:.*?error: |.*?creating: )?pods? \"[^\"]*\" is forbidden: (.*)");
  private static final Pattern QUOTA =
      Pattern.compile("exceeded quota: ([^,]+), requested: (.*), used: (.*), limited: (.*)");
  private static final Pattern SECURITY =
      Pattern.compile("violates PodSecurity \"([^\"]*)\": (.*)");
  private static final Pattern WEBHOOK =
      Pattern.compile(".*admission webhook \"([^\"]*)\" denied the request:? ?(.*)");
  private static final Pattern ACCOUNT =
      Pattern.compile(".*service ?account [^ ]*: ?(serviceaccount \"[^\"]*\" not found).*");

  private Refusals() {}

  /** In some words, without what differs at each attempt. */
  static String shortly(String message) {
    String why = why(message);
    Matcher quota = QUOTA.matcher(why);
    if (quota.matches()) {
      return "the quota " + quota.group(1) + " is used up";
    }
    Matcher security = SECURITY.matcher(why);
    if (security.matches()) {
      return "Pod Security \"" + security.group(1) + "\" does not admit them";
    }
    Matcher webhook = WEBHOOK.matcher(why);
    if (webhook.matches()) {
      return "by the admission webhook " + webhook.group(1);
    }
    Matcher account = ACCOUNT.matcher(why);
    return account.matches() ? account.group(1) : why;
  }

  private static String why(String message) {
    String one = Words.oneLine(message);
    Matcher forbidden = FORBIDDEN.matcher(one);
    return forbidden.matches() ? forbidden.group(1) : one;
  }

  static Trouble of(String message) {
    String why = why(message);
    Matcher quota = QUOTA.matcher(why);
    if (quota.matches()) {
      return none(
          Trouble.Cause.QUOTA,
          "no more pods: the quota %s of the namespace is used up: asked for %s, used %s of %s"
              .formatted(quota.group(1), quota.group(2), quota.group(3), quota.group(4)),
          "ask for less, delete what is not needed, or have the quota raised");
    }
    if (why.startsWith("failed quota:")) {
      return none(
          Trouble.Cause.QUOTA,
          "no pods: " + why,
          "write what it asks for into resources of the containers");
    }
    Matcher security = SECURITY.matcher(why);
    if (security.matches()) {
      return none(
          Trouble.Cause.REFUSED,
          "no pods: the namespace admits pods by Pod Security \"%s\" only: %s"
              .formatted(security.group(1), security.group(2)),
          "set these in the pod template");
    }
    Matcher webhook = WEBHOOK.matcher(why);
    if (webhook.matches()) {
      return none(
          Trouble.Cause.REFUSED,
          "no pods: the admission webhook " + webhook.group(1) + " refuses: " + webhook.group(2),
          "");
    }
    Matcher account = ACCOUNT.matcher(why);
    if (account.matches()) {
      return none(
          Trouble.Cause.CONFIGURATION,
          "no pods: " + account.group(1),
          "make the service account, or name another in the pod template");
    }
    return none(Trouble.Cause.REFUSED, "no pods: " + why, "");
  }

  private static Trouble none(Trouble.Cause cause, String what, String todo) {
    return new Trouble(cause, what, what, todo, null, 0);
  }
}
