-- What the scripts beside this one call. All of it can be run again.
CREATE DATABASE IF NOT EXISTS {split} CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS {split}.msvc_steps (step INT PRIMARY KEY, state VARCHAR(5) NOT NULL) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS {split}.msvc_made (what VARCHAR(64) PRIMARY KEY) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS {split}.msvc_tables (
  name VARCHAR(64) PRIMARY KEY, home VARCHAR(64) NOT NULL, kept VARCHAR(64) NOT NULL, keyed INT NOT NULL,
  old VARCHAR(200) NOT NULL, new VARCHAR(200) NOT NULL, copied INT NOT NULL DEFAULT 0) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS {split}.msvc_columns (
  name VARCHAR(64), place INT, col VARCHAR(64) NOT NULL, quoted VARCHAR(130) NOT NULL, made INT NOT NULL,
  in_key INT NOT NULL, PRIMARY KEY (name, place)) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS {split}.msvc_keys (
  place VARCHAR(64), name VARCHAR(64), on_table VARCHAR(64) NOT NULL, cols TEXT NOT NULL, to_place VARCHAR(64) NOT NULL,
  to_table VARCHAR(64) NOT NULL, to_cols TEXT NOT NULL, leads TEXT NOT NULL, rules TEXT NOT NULL,
  known TEXT NOT NULL, meets TEXT NOT NULL,
  PRIMARY KEY (place, name)) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS {split}.msvc_accepted (trigger_name VARCHAR(64) PRIMARY KEY) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS {split}.msvc_compared (name VARCHAR(64) PRIMARY KEY, differences BIGINT NOT NULL) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS {split}.msvc_granted (
  grantee VARCHAR(200), what VARCHAR(140), privilege VARCHAR(200), done INT NOT NULL, PRIMARY KEY (grantee, what, privilege)) ENGINE = InnoDB;

DROP PROCEDURE IF EXISTS {split}.msvc_stop;
DROP PROCEDURE IF EXISTS {split}.msvc_begin;
DROP PROCEDURE IF EXISTS {split}.msvc_done;
DROP PROCEDURE IF EXISTS {split}.msvc_undo;
DROP PROCEDURE IF EXISTS {split}.msvc_undone;
DROP PROCEDURE IF EXISTS {split}.msvc_run;
DROP PROCEDURE IF EXISTS {split}.msvc_require_home;
DROP PROCEDURE IF EXISTS {split}.msvc_take_back;

DELIMITER //
-- a message has room for 128 characters, so all of it is shown as a row first
CREATE PROCEDURE {split}.msvc_stop(why TEXT)
BEGIN
  DECLARE short VARCHAR(128) DEFAULT LEFT(why, 120);
  SELECT why AS stopped;
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = short;
END//

CREATE PROCEDURE {split}.msvc_begin(this INT)
BEGIN
  IF this > 1 AND NOT EXISTS (SELECT 1 FROM {split}.msvc_steps WHERE step = this - 1 AND state = 'done') THEN
    CALL {split}.msvc_stop(CONCAT('step ', this - 1, ' has not been done to its end, nothing was changed'));
  ELSEIF EXISTS (SELECT 1 FROM {split}.msvc_steps WHERE step > this) THEN
    CALL {split}.msvc_stop(CONCAT('step ', this + 1, ' has been begun already, nothing was changed'));
  END IF;
  INSERT INTO {split}.msvc_steps VALUES (this, 'begun') ON DUPLICATE KEY UPDATE state = 'begun';
END//

CREATE PROCEDURE {split}.msvc_done(this INT)
BEGIN
  UPDATE {split}.msvc_steps SET state = 'done' WHERE step = this;
END//

CREATE PROCEDURE {split}.msvc_undo(this INT)
BEGIN
  IF EXISTS (SELECT 1 FROM {split}.msvc_steps WHERE step > this) THEN
    CALL {split}.msvc_stop(CONCAT('step ', this + 1, ' must be undone first, nothing was changed'));
  ELSEIF this > 1 AND NOT EXISTS (SELECT 1 FROM {split}.msvc_steps WHERE step = this OR (step = this - 1 AND state = 'done')) THEN
    CALL {split}.msvc_stop(CONCAT('step ', this, ' has not been begun, nothing was changed'));
  END IF;
  UPDATE {split}.msvc_steps SET state = 'begun' WHERE step = this;
END//

CREATE PROCEDURE {split}.msvc_undone(this INT)
BEGIN
  DELETE FROM {split}.msvc_steps WHERE step = this;
END//

-- a statement that waits too long for a row, or is the one to give way, is tried again
CREATE PROCEDURE {split}.msvc_run(statement LONGTEXT)
BEGIN
  DECLARE tries INT DEFAULT 0;
  DECLARE waits INT;
  SET @msvc_statement = statement;
  PREPARE msvc FROM @msvc_statement;
  REPEAT
    SET waits = 0;
    BEGIN
      DECLARE CONTINUE HANDLER FOR 1025, 1205, 1213
      BEGIN
        IF tries > 50 THEN
          RESIGNAL;
        END IF;
        SET waits = 1, tries = tries + 1;
        DO SLEEP(0.2);
      END;
      EXECUTE msvc;
    END;
  UNTIL waits = 0 END REPEAT;
  DEALLOCATE PREPARE msvc;
END//

CREATE PROCEDURE {split}.msvc_require_home(given VARCHAR(64))
BEGIN
  IF given IS NULL OR (EXISTS (SELECT 1 FROM {split}.msvc_tables)
      AND NOT EXISTS (SELECT 1 FROM {split}.msvc_tables WHERE home = given)) THEN
    CALL {split}.msvc_stop('say in which database the tables are: mariadb DATABASE < FILE; nothing was changed');
  END IF;
END//

-- what was granted, and the database of the copies, if it was made here
CREATE PROCEDURE {split}.msvc_take_back()
BEGIN
  DECLARE whom VARCHAR(200);
  DECLARE place VARCHAR(140);
  DECLARE what_for VARCHAR(200);
  DECLARE CONTINUE HANDLER FOR 1141, 1147 SET @msvc_gone = 1;
  REPEAT
    SET whom = NULL;
    SELECT grantee, what, privilege INTO whom, place, what_for FROM {split}.msvc_granted LIMIT 1;
    IF whom IS NOT NULL THEN
      CALL {split}.msvc_run(CONCAT('REVOKE ', what_for, ' ON ', place, ' FROM ', whom));
      DELETE FROM {split}.msvc_granted WHERE grantee = whom AND what = place AND privilege = what_for;
    END IF;
  UNTIL whom IS NULL END REPEAT;
  IF EXISTS (SELECT 1 FROM {split}.msvc_made WHERE what = '{target_text}') THEN
    CALL {split}.msvc_run('DROP DATABASE IF EXISTS {target}');
  END IF;
END//

DELIMITER ;
