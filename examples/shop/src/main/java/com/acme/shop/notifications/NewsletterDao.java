package com.acme.shop.notifications;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who gets the newsletter. */
@Repository
public class NewsletterDao {

  private static final String TABLE = "newsletter_subscription";

  @Autowired private NamedParameterJdbcTemplate jdbc;

  public void subscribe(String email, String language) {
    jdbc.update(
        "merge into " + TABLE + " (email, language) key (email) values (:email, :language)",
        new MapSqlParameterSource("email", email).addValue("language", language));
  }

  public boolean unsubscribe(String email) {
    return jdbc.update(
            "delete from " + TABLE + " where lower(email) = lower(:email)",
            new MapSqlParameterSource("email", email))
        > 0;
  }

  public List<String> recipients(String language) {
    return jdbc.queryForList(
        "select n.email from "
            + TABLE
            + " n left join customers c on c.email = n.email"
            + " where n.language = :language and coalesce(c.blocked, false) = false"
            + " order by n.email",
        new MapSqlParameterSource("language", language),
        String.class);
  }
}
