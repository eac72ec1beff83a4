// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.shop.orders.application;

import com.acme.shop.orders.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The id of the last item of a page, as text in which callers look for no meaning. */
final class PageToken {

  private PageToken() {}

  static String of(Object lastId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(lastId.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The id in the token, or {@code first} where there is no token. */
  static <T> T read(@Nullable String token, T first, Function<String, T> parse) {
    if (token == null || token.isEmpty()) {
      return first;
    }
    try {
      return parse.apply(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("pageToken", "is not a token of ours");
    }
  }
}
