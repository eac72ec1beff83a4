// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.grpc;

[#import "/service/java-spring/shared/messages.java.ftl" as messages]

/** Values, as messages and back. */
final class ValueMessages {

  private ValueMessages() {}

  static UUID uuid(String text) {
    return UUID.fromString(text);
  }

  static Instant instant(Timestamp timestamp) {
    try {
      return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    } catch (DateTimeException | ArithmeticException e) {
      throw new InvalidValueException("timestamp", "must be a time of the years 1 to 9999");
    }
  }

  static Timestamp message(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static LocalDate date(Date date) {
    try {
      return LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
    } catch (DateTimeException e) {
      throw new InvalidValueException("date", "must be a whole date");
    }
  }

  static Date message(LocalDate date) {
    return Date.newBuilder()
        .setYear(date.getYear())
        .setMonth(date.getMonthValue())
        .setDay(date.getDayOfMonth())
        .build();
  }

  static BigDecimal decimal(Decimal decimal) {
    try {
      return new BigDecimal(decimal.getValue());
    } catch (NumberFormatException e) {
      throw new InvalidValueException("decimal", "must be a decimal number");
    }
  }

  static Decimal message(BigDecimal decimal) {
    return Decimal.newBuilder().setValue(decimal.toPlainString()).build();
  }

  static LocalTime time(TimeOfDay time) {
    try {
      return LocalTime.of(time.getHours(), time.getMinutes(), time.getSeconds(), time.getNanos());
    } catch (DateTimeException e) {
      throw new InvalidValueException("time", "must be a time of day");
    }
  }

  static TimeOfDay message(LocalTime time) {
    return TimeOfDay.newBuilder()
        .setHours(time.getHour())
        .setMinutes(time.getMinute())
        .setSeconds(time.getSecond())
        .setNanos(time.getNano())
        .build();
  }
[#if java.usesMoney]

  static Money money(com.google.type.Money money) {
    BigDecimal amount =
        BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), 9));
    return Money.of(amount, money.getCurrencyCode());
  }

  static com.google.type.Money message(Money money) {
    BigDecimal units = new BigDecimal(money.amount().toBigInteger());
    return com.google.type.Money.newBuilder()
        .setCurrencyCode(money.currency().getCurrencyCode())
        .setUnits(units.longValueExact())
        .setNanos(money.amount().subtract(units).movePointRight(9).intValueExact())
        .build();
  }
[/#if]
[#list java.kinds as kinds]
[@messages.kinds kinds/]
[/#list]
[#list java.values as value]
[@messages.record value/]
[/#list]
[#list java.valueEnums as enum]
[@messages.choice enum/]
[/#list]
}
