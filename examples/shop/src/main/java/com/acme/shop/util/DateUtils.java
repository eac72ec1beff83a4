package com.acme.shop.util;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Helpers for days and times. */
public final class DateUtils {

  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private DateUtils() {}

  public static LocalDate addWorkingDays(LocalDate from, int days) {
    LocalDate day = from;
    int left = days;
    while (left > 0) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  public static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  public static LocalDateTime startOfDay(LocalDate day) {
    return day.atStartOfDay();
  }

  public static String format(LocalDate day) {
    return day == null ? "" : GERMAN.format(day);
  }
}
