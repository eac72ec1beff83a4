// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.adapter.rest;

import com.acme.orders.domain.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The version that a caller has seen, as the ETag that it came with. */
final class IfMatch {

  private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

  private IfMatch() {}

  /** The version in the header; null where any will do. */
  static @Nullable Long version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return null;
    }
    Matcher etag = ETAG.matcher(ifMatch);
    if (!etag.matches()) {
      throw new InvalidValueException("If-Match", "must be an ETag of ours, such as \"3\"");
    }
    return Long.valueOf(etag.group(1));
  }

  /** The version in the header, without which a whole would be replaced unseen. */
  static long requiredVersion(@Nullable String ifMatch) {
    Long version = version(ifMatch);
    if (version == null) {
      throw new ResponseStatusException(
          HttpStatus.PRECONDITION_REQUIRED,
          "If-Match must hold the ETag of what is to be replaced");
    }
    return version;
  }
}
