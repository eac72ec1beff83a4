package com.acme.shop;

import java.util.concurrent.Executor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Starts the shop once for all tests, and gives each of them a fresh database. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:test;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
public abstract class AbstractShopTest {

  @Autowired protected JdbcTemplate jdbc;
  @Autowired private Flyway flyway;

  @Autowired
  @Qualifier("mailExecutor")
  private Executor mailExecutor;

  @BeforeEach
  void freshDatabase() throws InterruptedException {
    ThreadPoolTaskExecutor pool = (ThreadPoolTaskExecutor) mailExecutor;
    while (pool.getActiveCount() + pool.getQueueSize() > 0) {
      Thread.sleep(20);
    }
    jdbc.execute("DROP ALL OBJECTS");
    flyway.migrate();
  }

  protected int count(String sql, Object... arguments) {
    Integer count = jdbc.queryForObject(sql, Integer.class, arguments);
    return count == null ? -1 : count;
  }
}
