package com.acme.shop.legacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** Keeps a record of logins. Must also work when the transaction of the caller fails. */
@Repository
public class LoginAuditDao {

  private static final Logger LOG = LoggerFactory.getLogger(LoginAuditDao.class);

  private static final String COUNT_FAILURES =
      "SELECT COUNT(*) FROM login_audit WHERE email = ? AND successful = FALSE AND logged_at > ?";

  private final DataSource dataSource;

  public LoginAuditDao(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public void record(String email, String remoteAddress, boolean successful) {
    String sql =
        "INSERT INTO login_audit (email, remote_address, successful, logged_at)"
            + " VALUES (?, ?, ?, ?)";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, email);
      statement.setString(2, remoteAddress);
      statement.setBoolean(3, successful);
      statement.setTimestamp(4, Timestamp.valueOf(LocalDateTime.now()));
      statement.executeUpdate();
    } catch (SQLException e) {
      LOG.error("Login of {} was not recorded", email, e);
    }
  }

  public int countRecentFailures(String email) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(COUNT_FAILURES)) {
      statement.setString(1, email);
      statement.setTimestamp(2, Timestamp.valueOf(LocalDateTime.now().minusMinutes(15)));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getInt(1) : 0;
      }
    } catch (SQLException e) {
      LOG.error("Failed logins of {} could not be counted", email, e);
      return 0;
    }
  }

  public int purge(LocalDateTime before) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("DELETE FROM login_audit WHERE logged_at < ?")) {
      statement.setTimestamp(1, Timestamp.valueOf(before));
      return statement.executeUpdate();
    }
  }
}
