// made by msvc; this file is yours: edit it, and the next run merges
package com.acme.orders.domain;

import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;

@Embeddable
public record Address(String street, String city, String country) {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  public Address {
    Check.text("street", street, 100);
    Check.text("city", city, 100);
    Check.matching("country", country, COUNTRY);
  }
}
