DROP PROCEDURE IF EXISTS {split}.msvc_table;
DROP PROCEDURE IF EXISTS {split}.msvc_column;
DROP PROCEDURE IF EXISTS {split}.msvc_require_same_columns;
DROP PROCEDURE IF EXISTS {split}.msvc_own_database;
DROP PROCEDURE IF EXISTS {split}.msvc_copy;
DROP PROCEDURE IF EXISTS {split}.msvc_copy_whole;
DROP PROCEDURE IF EXISTS {split}.msvc_copy_by_key;
DROP PROCEDURE IF EXISTS {split}.msvc_copy_keys;
DROP PROCEDURE IF EXISTS {split}.msvc_compare;
DROP PROCEDURE IF EXISTS {split}.msvc_differences;
DROP PROCEDURE IF EXISTS {split}.msvc_require_alike;
DROP PROCEDURE IF EXISTS {split}.msvc_settle;
DROP PROCEDURE IF EXISTS {split}.msvc_require_no_triggers;
DROP PROCEDURE IF EXISTS {split}.msvc_require_no_routines;
DROP PROCEDURE IF EXISTS {split}.msvc_name_old;
DROP PROCEDURE IF EXISTS {split}.msvc_advance;
DROP PROCEDURE IF EXISTS {split}.msvc_note_keys;
DROP PROCEDURE IF EXISTS {split}.msvc_cut_keys;
DROP PROCEDURE IF EXISTS {split}.msvc_restore_keys;
DROP PROCEDURE IF EXISTS {split}.msvc_orphans;
DROP PROCEDURE IF EXISTS {split}.msvc_grant_alike;
DROP PROCEDURE IF EXISTS {split}.msvc_require_no_keys;
DROP PROCEDURE IF EXISTS {split}.msvc_swap;
DROP PROCEDURE IF EXISTS {split}.msvc_clear;
DROP PROCEDURE IF EXISTS {split}.msvc_drop_retired;

DELIMITER //
CREATE PROCEDURE {split}.msvc_table(home VARCHAR(64), called VARCHAR(64), kept VARCHAR(64), keyed INT)
BEGIN
  IF home IS NULL THEN
    CALL {split}.msvc_stop('say in which database the tables are: mariadb DATABASE < FILE; nothing was changed');
  ELSEIF EXISTS (SELECT 1 FROM {split}.msvc_tables t WHERE t.name = called AND t.home <> home) THEN
    CALL {split}.msvc_stop(CONCAT(called, ' was begun in another database than ', home, ', nothing was changed'));
  END IF;
  INSERT INTO {split}.msvc_tables (name, home, kept, keyed, old, new) VALUES (called, home, kept, keyed,
    CONCAT('`', REPLACE(home, '`', '``'), '`.`', REPLACE(called, '`', '``'), '`'),
    CONCAT('{target}.`', REPLACE(called, '`', '``'), '`'))
  ON DUPLICATE KEY UPDATE keyed = keyed;
END//

CREATE PROCEDURE {split}.msvc_column(of_table VARCHAR(64), place INT, col VARCHAR(64), made INT, in_key INT)
BEGIN
  INSERT INTO {split}.msvc_columns
  VALUES (of_table, place, col, CONCAT('`', REPLACE(col, '`', '``'), '`'), made, in_key)
  ON DUPLICATE KEY UPDATE place = msvc_columns.place;
END//

-- the triggers name columns, so these must be all that there are
CREATE PROCEDURE {split}.msvc_require_same_columns()
BEGIN
  DECLARE wrong TEXT;
  SELECT GROUP_CONCAT(CONCAT(d.name, ': ', d.what) ORDER BY d.name, d.what SEPARATOR ', ') INTO wrong FROM (
    SELECT t.name, CASE
        WHEN i.table_name IS NULL THEN 'there is no such table'
        WHEN i.table_type <> 'BASE TABLE' THEN CONCAT('is a ', LOWER(i.table_type))
        ELSE CONCAT('its engine is ', i.engine, ', which knows no transactions') END AS what
    FROM {split}.msvc_tables t
    LEFT JOIN information_schema.tables i ON i.table_schema = t.home AND i.table_name = t.name
    WHERE i.table_name IS NULL OR i.table_type <> 'BASE TABLE' OR i.engine <> 'InnoDB'
    UNION ALL
    SELECT t.name, CONCAT('the database has a column ', c.column_name, ' that the script does not know')
    FROM {split}.msvc_tables t
    JOIN information_schema.columns c ON c.table_schema = t.home AND c.table_name = t.name
    LEFT JOIN {split}.msvc_columns k ON k.name = t.name AND k.col = c.column_name
    WHERE k.col IS NULL
    UNION ALL
    SELECT t.name, CASE
        WHEN c.column_name IS NULL THEN CONCAT('the database has no column ', k.col)
        WHEN k.made THEN CONCAT(k.col, ' is not computed')
        ELSE CONCAT(k.col, ' is computed') END
    FROM {split}.msvc_tables t
    JOIN information_schema.tables i ON i.table_schema = t.home AND i.table_name = t.name
    JOIN {split}.msvc_columns k ON k.name = t.name
    LEFT JOIN information_schema.columns c
      ON c.table_schema = t.home AND c.table_name = t.name AND c.column_name = k.col
    WHERE c.column_name IS NULL OR (COALESCE(c.generation_expression, '') <> '') <> k.made
    UNION ALL
    SELECT t.name, CONCAT('its primary key is (', COALESCE(p.cols, ''), ') and not (', COALESCE(k.cols, ''), ')')
    FROM {split}.msvc_tables t
    JOIN information_schema.tables i ON i.table_schema = t.home AND i.table_name = t.name
    LEFT JOIN (SELECT s.table_schema, s.table_name, GROUP_CONCAT(LOWER(s.column_name) ORDER BY s.seq_in_index) AS cols
      FROM information_schema.statistics s WHERE s.index_name = 'PRIMARY' GROUP BY s.table_schema, s.table_name) p
      ON p.table_schema = t.home AND p.table_name = t.name
    LEFT JOIN (SELECT m.name, GROUP_CONCAT(LOWER(m.col) ORDER BY m.in_key) AS cols
      FROM {split}.msvc_columns m WHERE m.in_key > 0 GROUP BY m.name) k ON k.name = t.name
    WHERE COALESCE(p.cols, '') <> COALESCE(k.cols, '')
  ) d;
  IF wrong IS NOT NULL THEN
    CALL {split}.msvc_stop(CONCAT('not as the schema files say, nothing was changed: ', wrong));
  END IF;
END//

-- a database of that name that is not ours is left alone
CREATE PROCEDURE {split}.msvc_own_database(called VARCHAR(64))
BEGIN
  IF NOT EXISTS (SELECT 1 FROM information_schema.schemata WHERE schema_name = called) THEN
    INSERT INTO {split}.msvc_made VALUES (called) ON DUPLICATE KEY UPDATE what = called;
    CALL {split}.msvc_run('CREATE DATABASE IF NOT EXISTS {target}');
  ELSEIF NOT EXISTS (SELECT 1 FROM {split}.msvc_made WHERE what = called) THEN
    CALL {split}.msvc_stop(CONCAT('there is a database ', called, ' already, nothing was changed'));
  END IF;
END//

-- where both are followed each row is locked while it is copied: who changes it before or after makes the change in
-- the copy, too
CREATE PROCEDURE {split}.msvc_copy(called VARCHAR(64))
BEGIN
  DECLARE has_key INT;
  DECLARE was_copied INT;
  SELECT keyed, copied INTO has_key, was_copied FROM {split}.msvc_tables WHERE name = called;
  IF was_copied = 0 THEN
    IF has_key THEN
      CALL {split}.msvc_copy_by_key(called, 0, 1);
    ELSE
      CALL {split}.msvc_copy_whole(called, 1);
    END IF;
    UPDATE {split}.msvc_tables SET copied = 1 WHERE name = called;
  END IF;
END//

-- without a key no row can be found again, so all are locked until all are copied; until then the triggers wait
CREATE PROCEDURE {split}.msvc_copy_whole(called VARCHAR(64), forth INT)
BEGIN
  DECLARE cols TEXT;
  DECLARE source TEXT;
  DECLARE copy TEXT;
  DECLARE tries INT DEFAULT 0;
  DECLARE waits INT;
  SELECT GROUP_CONCAT(quoted ORDER BY place) INTO cols FROM {split}.msvc_columns WHERE name = called AND NOT made;
  SELECT IF(forth, old, new), IF(forth, new, old) INTO source, copy FROM {split}.msvc_tables WHERE name = called;
  REPEAT
    SET waits = 0;
    BEGIN
      DECLARE CONTINUE HANDLER FOR 1205, 1213
      BEGIN
        ROLLBACK;
        IF tries > 50 THEN
          RESIGNAL;
        END IF;
        SET waits = 1, tries = tries + 1;
        DO SLEEP(0.05);
      END;
      START TRANSACTION;
      SET @msvc_statement = CONCAT('SELECT COUNT(*) INTO @msvc_rows FROM ', source, ' LOCK IN SHARE MODE');
      PREPARE msvc FROM @msvc_statement;
      EXECUTE msvc;
      IF waits = 0 THEN
        SET @msvc_statement = CONCAT('DELETE FROM ', copy);
        PREPARE msvc FROM @msvc_statement;
        EXECUTE msvc;
      END IF;
      IF waits = 0 THEN
        SET @msvc_statement = CONCAT('INSERT INTO ', copy, ' (', cols, ') SELECT ', cols, ' FROM ', source, ' LOCK IN SHARE MODE');
        PREPARE msvc FROM @msvc_statement;
        EXECUTE msvc;
      END IF;
      IF waits = 0 THEN
        UPDATE {split}.msvc_tables SET copied = 1 WHERE name = called;
      END IF;
      IF waits = 0 THEN
        COMMIT;
      END IF;
    END;
  UNTIL waits = 0 END REPEAT;
END//

-- so many rows at a time, by primary key, forth or back; again: rows that differ, or are too many, are made the same
CREATE PROCEDURE {split}.msvc_copy_by_key(called VARCHAR(64), again INT, forth INT)
BEGIN
  DECLARE source TEXT;
  DECLARE copy TEXT;
  DECLARE cols TEXT;
  DECLARE taken TEXT;
  DECLARE same TEXT;
  DECLARE keys_of TEXT;
  DECLARE bounds TEXT;
  DECLARE first_key TEXT;
  DECLARE on_key TEXT;
  DECLARE behind TEXT DEFAULT '';
  DECLARE within TEXT DEFAULT '';
  DECLARE equal TEXT DEFAULT '';
  DECLARE equal_end TEXT DEFAULT '';
  DECLARE expr TEXT;
  DECLARE n INT DEFAULT 1;
  DECLARE width INT;
  DECLARE started INT DEFAULT 0;
  SELECT IF(forth, old, new), IF(forth, new, old) INTO source, copy FROM {split}.msvc_tables WHERE name = called;
  SELECT GROUP_CONCAT(quoted ORDER BY place), GROUP_CONCAT('o.', quoted ORDER BY place),
    GROUP_CONCAT(copy, '.', quoted, ' = ', IF(again, 'o', copy), '.', quoted ORDER BY place)
  INTO cols, taken, same FROM {split}.msvc_columns WHERE name = called AND NOT made;
  SELECT MAX(in_key), GROUP_CONCAT('c.', quoted, ' = o.', quoted ORDER BY in_key SEPARATOR ' AND ')
  INTO width, on_key FROM {split}.msvc_columns WHERE name = called AND in_key > 0;
  SELECT GROUP_CONCAT('o.', k.quoted, IF(c.data_type IN ('enum', 'set', 'bit'), ' + 0', '') ORDER BY k.in_key),
    GROUP_CONCAT('@msvc_end_', k.in_key ORDER BY k.in_key), GROUP_CONCAT(IF(k.in_key = 1, k.quoted, NULL))
  INTO keys_of, bounds, first_key
  FROM {split}.msvc_columns k JOIN {split}.msvc_tables t ON t.name = k.name
  JOIN information_schema.columns c ON c.table_schema = t.home AND c.table_name = t.name AND c.column_name = k.col
  WHERE k.name = called AND k.in_key > 0;
  WHILE n <= width DO
    SELECT CONCAT('o.', k.quoted, IF(c.data_type IN ('enum', 'set', 'bit'), ' + 0', '')) INTO expr
    FROM {split}.msvc_columns k JOIN {split}.msvc_tables t ON t.name = k.name
    JOIN information_schema.columns c ON c.table_schema = t.home AND c.table_name = t.name AND c.column_name = k.col
    WHERE k.name = called AND k.in_key = n;
    SET behind = CONCAT(behind, IF(n > 1, ' OR ', ''), '(', equal, expr, ' > @msvc_from_', n, ')');
    SET within = CONCAT(within, IF(n > 1, ' OR ', ''), '(', equal_end, expr, IF(n = width, ' <= ', ' < '), '@msvc_end_', n, ')');
    SET equal = CONCAT(equal, expr, ' = @msvc_from_', n, ' AND ');
    SET equal_end = CONCAT(equal_end, expr, ' = @msvc_end_', n, ' AND ');
    SET n = n + 1;
  END WHILE;
  REPEAT
    SET @msvc_end_1 = NULL;
    CALL {split}.msvc_run(CONCAT('SELECT ', keys_of, ' INTO ', bounds, ' FROM ', source, ' o ',
      IF(started, CONCAT('WHERE ', behind), ''), ' ORDER BY ', keys_of, ' LIMIT 1000, 1'));
    CALL {split}.msvc_run(CONCAT('INSERT INTO ', copy, ' (', cols, ') SELECT ', taken, ' FROM ', source, ' o WHERE ',
      IF(started, CONCAT('(', behind, ')'), 'TRUE'), ' AND ', IF(@msvc_end_1 IS NULL, 'TRUE', CONCAT('(', within, ')')),
      ' LOCK IN SHARE MODE ON DUPLICATE KEY UPDATE ', same));
    SET n = 1;
    WHILE n <= width AND @msvc_end_1 IS NOT NULL DO
      CALL {split}.msvc_run(CONCAT('SET @msvc_from_', n, ' = @msvc_end_', n));
      SET n = n + 1;
    END WHILE;
    SET started = 1;
  UNTIL @msvc_end_1 IS NULL END REPEAT;
  IF again THEN
    CALL {split}.msvc_run(CONCAT('DELETE c FROM ', copy, ' c LEFT JOIN ', source, ' o ON ', on_key, ' WHERE o.', first_key, ' IS NULL'));
  END IF;
END//

-- keys that the old tables have, for their copies; to the copies where both sides move, so that a database that
-- changes rows by a key, of which no trigger hears, does it at both
CREATE PROCEDURE {split}.msvc_copy_keys(target VARCHAR(64))
BEGIN
  DECLARE todo TEXT;
  SET SESSION foreign_key_checks = 0;
  REPEAT
    SET todo = NULL;
    SELECT CONCAT('ALTER TABLE ', t.new, ' ADD CONSTRAINT `', REPLACE(r.constraint_name, '`', '``'), '` FOREIGN KEY (',
      GROUP_CONCAT('`', REPLACE(k.column_name, '`', '``'), '`' ORDER BY k.ordinal_position), ') REFERENCES ',
      COALESCE(m.new, CONCAT('`', REPLACE(k.referenced_table_schema, '`', '``'), '`.`', REPLACE(k.referenced_table_name, '`', '``'), '`')),
      ' (', GROUP_CONCAT('`', REPLACE(k.referenced_column_name, '`', '``'), '`' ORDER BY k.ordinal_position), ')',
      -- where MariaDB is told to RESTRICT, as it does untold, it notes another rule that means the same
      IF(VERSION() LIKE '%MariaDB%' AND r.delete_rule = 'RESTRICT', '', CONCAT(' ON DELETE ', r.delete_rule)),
      IF(VERSION() LIKE '%MariaDB%' AND r.update_rule = 'RESTRICT', '', CONCAT(' ON UPDATE ', r.update_rule)))
    INTO todo
    FROM {split}.msvc_tables t
    JOIN information_schema.referential_constraints r ON r.constraint_schema = t.home AND r.table_name = t.name
    JOIN information_schema.key_column_usage k ON k.constraint_schema = r.constraint_schema
      AND k.constraint_name = r.constraint_name AND k.table_name = r.table_name AND k.referenced_table_name IS NOT NULL
    LEFT JOIN {split}.msvc_tables m ON m.home = k.referenced_table_schema AND m.name = k.referenced_table_name
    WHERE NOT EXISTS (SELECT 1 FROM information_schema.referential_constraints x
      WHERE x.constraint_schema = target AND x.table_name = r.table_name AND x.constraint_name = r.constraint_name)
    GROUP BY t.name, t.new, r.constraint_name, m.new, k.referenced_table_schema, k.referenced_table_name, r.delete_rule, r.update_rule
    ORDER BY t.name, r.constraint_name LIMIT 1;
    IF todo IS NOT NULL THEN
      CALL {split}.msvc_run(todo);
    END IF;
  UNTIL todo IS NULL END REPEAT;
  SET SESSION foreign_key_checks = 1;
END//

-- counts, as of one moment, rows that are in one copy only, or differ
CREATE PROCEDURE {split}.msvc_compare()
BEGIN
  DECLARE called VARCHAR(64) DEFAULT '';
  DECLARE has_key INT;
  DECLARE source TEXT;
  DECLARE copy TEXT;
  DECLARE on_key TEXT;
  DECLARE first_key TEXT;
  DECLARE same TEXT;
  DECLARE exact TEXT;
  DECLARE names TEXT;
  DECLARE zone VARCHAR(64) DEFAULT @@SESSION.time_zone;
  SET SESSION group_concat_max_len = 1000000, time_zone = '+00:00';
  SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
  START TRANSACTION WITH CONSISTENT SNAPSHOT;
  DELETE FROM {split}.msvc_compared;
  WHILE called IS NOT NULL DO
    SET called = (SELECT MIN(name) FROM {split}.msvc_tables WHERE name > called);
    IF called IS NOT NULL THEN
      SELECT keyed, old, new INTO has_key, source, copy FROM {split}.msvc_tables WHERE name = called;
      SELECT GROUP_CONCAT('o.', k.quoted, ' <=> c.', k.quoted,
          IF(c.collation_name IS NULL, '', CONCAT(' AND CAST(o.', k.quoted, ' AS BINARY) <=> CAST(c.', k.quoted, ' AS BINARY)'))
          ORDER BY k.place SEPARATOR ' AND '),
        GROUP_CONCAT(IF(c.character_maximum_length IS NULL AND c.data_type <> 'json', k.quoted, CONCAT('SHA2(', k.quoted, ', 256)')), ' AS c', k.place ORDER BY k.place),
        GROUP_CONCAT('c', k.place ORDER BY k.place),
        GROUP_CONCAT(IF(k.in_key > 0, CONCAT('c.', k.quoted, ' = o.', k.quoted), NULL) ORDER BY k.in_key SEPARATOR ' AND '),
        GROUP_CONCAT(IF(k.in_key = 1, k.quoted, NULL))
      INTO same, exact, names, on_key, first_key
      FROM {split}.msvc_columns k JOIN {split}.msvc_tables t ON t.name = k.name
      JOIN information_schema.columns c
        ON c.table_schema = '{target_text}' AND c.table_name = t.name AND c.column_name = k.col
      WHERE k.name = called AND NOT k.made;
      IF has_key THEN
        CALL {split}.msvc_run(CONCAT('SELECT (SELECT COUNT(*) FROM ', source, ' o LEFT JOIN ', copy, ' c ON ', on_key,
          ' WHERE c.', first_key, ' IS NULL OR NOT (', same, ')) + (SELECT COUNT(*) FROM ', copy, ' c LEFT JOIN ', source,
          ' o ON ', on_key, ' WHERE o.', first_key, ' IS NULL) INTO @msvc_rows'));
      ELSE
        CALL {split}.msvc_run(CONCAT('SELECT COALESCE(SUM(ABS(n)), 0) INTO @msvc_rows FROM (SELECT SUM(n) AS n FROM (SELECT ',
          exact, ', 1 AS n FROM ', source, ' UNION ALL SELECT ', exact, ', -1 FROM ', copy, ') u GROUP BY ', names,
          ' HAVING SUM(n) <> 0) d'));
      END IF;
      INSERT INTO {split}.msvc_compared VALUES (called, @msvc_rows);
    END IF;
  END WHILE;
  COMMIT;
  SET SESSION time_zone = zone;
END//

CREATE PROCEDURE {split}.msvc_differences()
BEGIN
  CALL {split}.msvc_compare();
  SELECT name AS table_name, differences FROM {split}.msvc_compared ORDER BY name;
END//

CREATE PROCEDURE {split}.msvc_require_alike()
BEGIN
  DECLARE wrong TEXT;
  CALL {split}.msvc_compare();
  SELECT GROUP_CONCAT(CONCAT(name, ': ', differences) ORDER BY name SEPARATOR ', ') INTO wrong
  FROM {split}.msvc_compared WHERE differences > 0;
  IF wrong IS NOT NULL THEN
    CALL {split}.msvc_stop(CONCAT('both copies differ, nothing was changed: ', wrong));
  END IF;
END//

-- While keys are made or dropped one copy has one that the other has not, and what the database does by it no trigger
-- hears: the old tables tell (forth), or the copies do, and the others are made the same. Triggers are quiet here.
CREATE PROCEDURE {split}.msvc_settle(forth INT)
BEGIN
  DECLARE called VARCHAR(64);
  DECLARE rounds INT DEFAULT 0;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION
  BEGIN
    SET @msvc_quiet = NULL;
    SET SESSION foreign_key_checks = 1;
    RESIGNAL;
  END;
  CALL {split}.msvc_compare();
  SET @msvc_quiet = 1;
  SET SESSION foreign_key_checks = 0;
  WHILE rounds < 3 AND EXISTS (SELECT 1 FROM {split}.msvc_compared WHERE differences > 0) DO
    SET called = '';
    WHILE called IS NOT NULL DO
      SET called = (SELECT MIN(name) FROM {split}.msvc_compared WHERE name > called AND differences > 0);
      IF called IS NOT NULL THEN
        IF (SELECT keyed FROM {split}.msvc_tables WHERE name = called) THEN
          CALL {split}.msvc_copy_by_key(called, 1, forth);
        ELSE
          CALL {split}.msvc_copy_whole(called, forth);
        END IF;
      END IF;
    END WHILE;
    CALL {split}.msvc_compare();
    SET rounds = rounds + 1;
  END WHILE;
  SET @msvc_quiet = NULL;
  SET SESSION foreign_key_checks = 1;
  CALL {split}.msvc_require_alike();
END//

CREATE PROCEDURE {split}.msvc_require_no_triggers()
BEGIN
  DECLARE wrong TEXT;
  SELECT GROUP_CONCAT(CONCAT(i.trigger_name, ' on ', t.name) ORDER BY i.trigger_name SEPARATOR ', ') INTO wrong
  FROM {split}.msvc_tables t
  JOIN information_schema.triggers i ON i.event_object_schema = t.home AND i.event_object_table = t.name
  WHERE i.trigger_name NOT LIKE 'msvc\_%' AND i.trigger_name NOT IN (SELECT a.trigger_name FROM {split}.msvc_accepted a);
  IF wrong IS NOT NULL THEN
    CALL {split}.msvc_stop(CONCAT('move by hand, nothing was changed: ', wrong,
      '. Drop each and make it on the copy, so that it fires where rows are written first;',
      ' one that shall fire on both sides is put INTO {split}.msvc_accepted'));
  END IF;
END//

-- MariaDB before 11.2 keeps in a routine what a table was when it ran first, and may fall over where that is a view now
CREATE PROCEDURE {split}.msvc_require_no_routines()
BEGIN
  DECLARE wrong TEXT;
  SELECT GROUP_CONCAT(DISTINCT r.what ORDER BY r.what SEPARATOR ', ') INTO wrong
  FROM {split}.msvc_tables t
  JOIN (
    SELECT routine_schema AS place, routine_name AS name, CONCAT(routine_schema, '.', routine_name) AS what, routine_definition AS body
    FROM information_schema.routines
    UNION ALL
    SELECT trigger_schema, trigger_name, CONCAT(trigger_schema, '.', trigger_name), action_statement FROM information_schema.triggers
    WHERE trigger_name NOT LIKE 'msvc\_%'
    UNION ALL
    SELECT event_schema, event_name, CONCAT(event_schema, '.', event_name), event_definition FROM information_schema.events
  ) r ON LOWER(r.body) REGEXP CONCAT('(^|[^a-z0-9_])', LOWER(t.name), '($|[^a-z0-9_])')
  WHERE VERSION() LIKE '%MariaDB%' AND r.place NOT IN ('mysql', 'sys', '{split_text}')
    AND r.name NOT IN (SELECT a.trigger_name FROM {split}.msvc_accepted a);
  IF wrong IS NOT NULL THEN
    CALL {split}.msvc_stop(CONCAT('nothing was changed: these name tables that become views, and MariaDB may fall over when a',
      ' session runs them that has run them before: drop them, and make them again behind this step; what surely does not run',
      ' meanwhile is put INTO {split}.msvc_accepted: ', wrong));
  END IF;
END//

-- the triggers of the copies know the old tables by names that can be made to mean others in one moment
CREATE PROCEDURE {split}.msvc_name_old()
BEGIN
  DECLARE called VARCHAR(64) DEFAULT '';
  DECLARE todo TEXT;
  WHILE called IS NOT NULL DO
    SET called = (SELECT MIN(name) FROM {split}.msvc_tables WHERE name > called);
    IF called IS NOT NULL THEN
      SELECT CONCAT('CREATE OR REPLACE ALGORITHM = MERGE VIEW {split}.`', REPLACE(called, '`', '``'), '` AS SELECT ',
        GROUP_CONCAT(k.quoted ORDER BY k.place), ' FROM ', t.old) INTO todo
      FROM {split}.msvc_tables t JOIN {split}.msvc_columns k ON k.name = t.name WHERE t.name = called GROUP BY t.old;
      CALL {split}.msvc_run(todo);
    END IF;
  END WHILE;
END//

-- ids go on so far beyond the last of both sides; never back
CREATE PROCEDURE {split}.msvc_advance(copies INT, gap INT)
BEGIN
  DECLARE called VARCHAR(64) DEFAULT '';
  DECLARE col TEXT;
  DECLARE source TEXT;
  DECLARE copy TEXT;
  WHILE called IS NOT NULL DO
    SET called = (SELECT MIN(t.name) FROM {split}.msvc_tables t
      JOIN information_schema.columns c ON c.table_schema = '{target_text}' AND c.table_name = t.name
      WHERE t.name > called AND c.extra LIKE '%auto_increment%' AND c.data_type IN ('mediumint', 'int', 'bigint'));
    IF called IS NOT NULL THEN
      SELECT k.quoted, t.old, t.new INTO col, source, copy
      FROM {split}.msvc_tables t JOIN {split}.msvc_columns k ON k.name = t.name
      JOIN information_schema.columns c ON c.table_schema = '{target_text}' AND c.table_name = t.name AND c.column_name = k.col
      WHERE t.name = called AND c.extra LIKE '%auto_increment%';
      CALL {split}.msvc_run(CONCAT('SELECT GREATEST((SELECT COALESCE(MAX(', col, '), 0) FROM ', source,
        '), (SELECT COALESCE(MAX(', col, '), 0) FROM ', copy, ')) + ', gap, ' INTO @msvc_next'));
      SET @msvc_next = GREATEST(@msvc_next, (SELECT COALESCE(MAX(i.auto_increment), 0) FROM information_schema.tables i
        JOIN {split}.msvc_tables t ON t.name = called
        WHERE i.table_name = t.name AND i.table_schema IN (t.home, '{target_text}')) + gap);
      CALL {split}.msvc_run(CONCAT('ALTER TABLE ', IF(copies, copy, source), ' AUTO_INCREMENT = ', @msvc_next));
    END IF;
  END WHILE;
END//

-- keys that lead from the tables that move to others, or back, at the old tables and at their copies
CREATE PROCEDURE {split}.msvc_note_keys()
BEGIN
  INSERT INTO {split}.msvc_keys
  SELECT * FROM (
    SELECT r.constraint_schema AS place, r.constraint_name AS name, r.table_name AS on_table,
      GROUP_CONCAT('`', REPLACE(k.column_name, '`', '``'), '`' ORDER BY k.ordinal_position) AS cols,
      k.referenced_table_schema AS to_place, k.referenced_table_name AS to_table,
      GROUP_CONCAT('`', REPLACE(k.referenced_column_name, '`', '``'), '`' ORDER BY k.ordinal_position) AS to_cols,
      CONCAT('`', REPLACE(k.referenced_table_schema, '`', '``'), '`.`', REPLACE(k.referenced_table_name, '`', '``'), '`') AS leads,
      CONCAT(IF(VERSION() LIKE '%MariaDB%' AND r.delete_rule = 'RESTRICT', '', CONCAT(' ON DELETE ', r.delete_rule)),
        IF(VERSION() LIKE '%MariaDB%' AND r.update_rule = 'RESTRICT', '', CONCAT(' ON UPDATE ', r.update_rule))) AS rules,
      GROUP_CONCAT('f.`', REPLACE(k.column_name, '`', '``'), '` IS NOT NULL' ORDER BY k.ordinal_position SEPARATOR ' AND ') AS known,
      GROUP_CONCAT('p.`', REPLACE(k.referenced_column_name, '`', '``'), '` = f.`', REPLACE(k.column_name, '`', '``'), '`'
        ORDER BY k.ordinal_position SEPARATOR ' AND ') AS meets
    FROM information_schema.referential_constraints r
    JOIN information_schema.key_column_usage k ON k.constraint_schema = r.constraint_schema
      AND k.constraint_name = r.constraint_name AND k.table_name = r.table_name AND k.referenced_table_name IS NOT NULL
    LEFT JOIN {split}.msvc_tables f ON r.table_name IN (f.name, f.kept) AND r.constraint_schema = f.home
    LEFT JOIN {split}.msvc_tables t ON k.referenced_table_name IN (t.name, t.kept) AND k.referenced_table_schema = t.home
    WHERE (f.name IS NULL) <> (t.name IS NULL)
      OR (r.constraint_schema = '{target_text}') <> (k.referenced_table_schema = '{target_text}')
    GROUP BY r.constraint_schema, r.constraint_name, r.table_name, k.referenced_table_schema, k.referenced_table_name,
      r.delete_rule, r.update_rule) found
  ON DUPLICATE KEY UPDATE rules = found.rules;
END//

CREATE PROCEDURE {split}.msvc_cut_keys()
BEGIN
  DECLARE todo TEXT;
  CALL {split}.msvc_note_keys();
  REPEAT
    SET todo = NULL;
    SELECT CONCAT('ALTER TABLE `', REPLACE(n.place, '`', '``'), '`.`', REPLACE(n.on_table, '`', '``'), '` DROP FOREIGN KEY `',
      REPLACE(n.name, '`', '``'), '`') INTO todo
    FROM {split}.msvc_keys n JOIN information_schema.referential_constraints r
      ON r.constraint_schema = n.place AND r.constraint_name = n.name AND r.table_name = n.on_table
    ORDER BY n.place = '{target_text}', n.place, n.name LIMIT 1;
    IF todo IS NOT NULL THEN
      CALL {split}.msvc_run(todo);
    END IF;
  UNTIL todo IS NULL END REPEAT;
  CALL {split}.msvc_settle(0);
END//

-- at the copies first, and then at the old tables, which are made the same
CREATE PROCEDURE {split}.msvc_restore_keys()
BEGIN
  DECLARE todo TEXT;
  DECLARE old_table INT;
  REPEAT
    SET todo = NULL;
    SELECT CONCAT('ALTER TABLE `', REPLACE(n.place, '`', '``'), '`.`', REPLACE(n.on_table, '`', '``'), '` ADD CONSTRAINT `',
      REPLACE(n.name, '`', '``'), '` FOREIGN KEY (', n.cols, ') REFERENCES ', n.leads, ' (', n.to_cols, ') ', n.rules), t.name IS NOT NULL
    INTO todo, old_table
    FROM {split}.msvc_keys n LEFT JOIN information_schema.referential_constraints r
      ON r.constraint_schema = n.place AND r.constraint_name = n.name AND r.table_name = n.on_table
    LEFT JOIN {split}.msvc_tables t ON t.home = n.place AND t.name = n.on_table
    WHERE r.constraint_name IS NULL ORDER BY t.name IS NOT NULL, n.place, n.name LIMIT 1;
    IF todo IS NOT NULL THEN
      SET SESSION foreign_key_checks = NOT old_table;
      CALL {split}.msvc_run(todo);
      SET SESSION foreign_key_checks = 1;
    END IF;
  UNTIL todo IS NULL END REPEAT;
  CALL {split}.msvc_settle(0);
  DELETE FROM {split}.msvc_keys;
END//

-- ids without a row, for each key that was cut: run it every night, 0 is right
CREATE PROCEDURE {split}.msvc_orphans()
BEGIN
  DECLARE todo LONGTEXT;
  SET SESSION group_concat_max_len = 1000000;
  SELECT GROUP_CONCAT(CONCAT('SELECT ', QUOTE(CONCAT(n.on_table, '.', n.name)), ' AS key_name, COUNT(*) AS orphans FROM `',
    REPLACE(n.place, '`', '``'), '`.`', REPLACE(n.on_table, '`', '``'), '` f WHERE ', n.known, ' AND NOT EXISTS (SELECT 1 FROM ',
    COALESCE(t.new, n.leads), ' p WHERE ', n.meets, ')') ORDER BY n.place, n.name SEPARATOR ' UNION ALL ') INTO todo
  FROM {split}.msvc_keys n
  LEFT JOIN {split}.msvc_tables f ON f.home = n.place AND f.name = n.on_table
  LEFT JOIN {split}.msvc_tables t ON t.home = n.to_place AND t.name = n.to_table
  WHERE f.name IS NULL;
  IF todo IS NOT NULL THEN
    CALL {split}.msvc_run(todo);
  END IF;
END//

-- whoever may use the old tables may use the copies
CREATE PROCEDURE {split}.msvc_grant_alike()
BEGIN
  DECLARE whom VARCHAR(200);
  DECLARE place VARCHAR(140);
  DECLARE what_for VARCHAR(200);
  DECLARE more VARCHAR(20);
  REPEAT
    SET whom = NULL;
    SELECT w.grantee, w.what, w.privilege, IF(w.is_grantable = 'YES', ' WITH GRANT OPTION', '') INTO whom, place, what_for, more
    FROM (
      SELECT DISTINCT REPLACE(p.grantee, '@\'\'', '') AS grantee, '`{target_pattern}`.*' AS what,
        p.privilege_type AS privilege, p.is_grantable
      FROM information_schema.schema_privileges p JOIN {split}.msvc_tables t ON t.home LIKE p.table_schema
      WHERE p.privilege_type <> 'USAGE'
      UNION
      SELECT REPLACE(p.grantee, '@\'\'', ''), t.new, p.privilege_type, p.is_grantable
      FROM information_schema.table_privileges p JOIN {split}.msvc_tables t ON t.home = p.table_schema AND t.name = p.table_name
      WHERE p.privilege_type <> 'USAGE'
      UNION
      SELECT REPLACE(p.grantee, '@\'\'', ''), t.new, CONCAT(p.privilege_type, ' (', k.quoted, ')'), p.is_grantable
      FROM information_schema.column_privileges p JOIN {split}.msvc_tables t ON t.home = p.table_schema AND t.name = p.table_name
      JOIN {split}.msvc_columns k ON k.name = t.name AND k.col = p.column_name
    ) w
    LEFT JOIN {split}.msvc_granted g ON g.grantee = w.grantee AND g.what = w.what AND g.privilege = w.privilege
    WHERE COALESCE(g.done, 0) = 0 ORDER BY w.grantee, w.what, w.privilege LIMIT 1;
    IF whom IS NOT NULL THEN
      INSERT INTO {split}.msvc_granted VALUES (whom, place, what_for, 0) ON DUPLICATE KEY UPDATE done = 0;
      CALL {split}.msvc_run(CONCAT('GRANT ', what_for, ' ON ', place, ' TO ', whom, more));
      UPDATE {split}.msvc_granted SET done = 1 WHERE grantee = whom AND what = place AND privilege = what_for;
    END IF;
  UNTIL whom IS NULL END REPEAT;
END//

CREATE PROCEDURE {split}.msvc_require_no_keys()
BEGIN
  DECLARE wrong TEXT;
  CALL {split}.msvc_note_keys();
  SELECT GROUP_CONCAT(CONCAT(n.name, ' on ', n.place, '.', n.on_table) ORDER BY n.place, n.name SEPARATOR ', ') INTO wrong
  FROM {split}.msvc_keys n JOIN information_schema.referential_constraints r
    ON r.constraint_schema = n.place AND r.constraint_name = n.name AND r.table_name = n.on_table;
  IF wrong IS NOT NULL THEN
    CALL {split}.msvc_stop(CONCAT('keys still cross the boundary, run 3-cut-keys again; nothing was changed: ', wrong));
  END IF;
END//

-- all old tables step aside, views of the copies take their names, and the triggers of the copies find them where they
-- are now: in one statement. The copies are renamed there and back, as else what MariaDB keeps of their triggers is stale
CREATE PROCEDURE {split}.msvc_swap(retire INT)
BEGIN
  DECLARE called VARCHAR(64) DEFAULT '';
  DECLARE renames LONGTEXT;
  DECLARE in_home TEXT;
  DECLARE in_split TEXT DEFAULT '{split}.`';
  DECLARE plain TEXT;
  DECLARE aside TEXT;
  DECLARE fresh TEXT;
  DECLARE cols TEXT;
  DECLARE copy TEXT;
  DECLARE standing INT;
  WHILE called IS NOT NULL DO
    SET called = (SELECT MIN(name) FROM {split}.msvc_tables WHERE name > called);
    IF called IS NOT NULL THEN
      SELECT CONCAT('`', REPLACE(t.home, '`', '``'), '`.`'), CONCAT(REPLACE(t.name, '`', '``'), '`'), CONCAT(REPLACE(t.kept, '`', '``'), '`'),
        CONCAT(REPLACE(REPLACE(t.kept, 'msvc_old_', 'msvc_new_'), '`', '``'), '`'), t.new,
        (SELECT COUNT(*) FROM information_schema.tables i
          WHERE i.table_schema = t.home AND i.table_name = t.name AND i.table_type = 'BASE TABLE')
      INTO in_home, plain, aside, fresh, copy, standing FROM {split}.msvc_tables t WHERE t.name = called;
      IF standing = retire THEN
        IF retire THEN
          SELECT GROUP_CONCAT(quoted ORDER BY place) INTO cols FROM {split}.msvc_columns WHERE name = called;
          -- a view can be made only of what is there
          CALL {split}.msvc_run(CONCAT('CREATE TABLE IF NOT EXISTS ', in_home, aside, ' LIKE ', in_home, plain));
          CALL {split}.msvc_run(CONCAT('CREATE OR REPLACE ALGORITHM = MERGE VIEW ', in_split, fresh, ' AS SELECT ', cols, ' FROM ', in_home, aside));
          CALL {split}.msvc_run(CONCAT('DROP TABLE ', in_home, aside));
          CALL {split}.msvc_run(CONCAT('CREATE OR REPLACE ALGORITHM = MERGE VIEW ', in_home, fresh, ' AS SELECT ', cols, ' FROM ', copy));
        END IF;
        SET renames = CONCAT(COALESCE(CONCAT(renames, ', '), 'RENAME TABLE '),
          in_home, plain, ' TO ', in_home, IF(retire, aside, fresh), ', ', in_home, IF(retire, fresh, aside), ' TO ', in_home, plain, ', ',
          in_split, plain, ' TO ', in_split, IF(retire, aside, fresh), ', ', in_split, IF(retire, fresh, aside), ' TO ', in_split, plain, ', ',
          copy, ' TO {target}.`', fresh, ', {target}.`', fresh, ' TO ', copy);
      END IF;
    END IF;
  END WHILE;
  IF renames IS NOT NULL THEN
    CALL {split}.msvc_run(renames);
  END IF;
  UPDATE {split}.msvc_tables SET old = CONCAT('`', REPLACE(home, '`', '``'), '`.`', REPLACE(IF(retire, kept, name), '`', '``'), '`');
END//

CREATE PROCEDURE {split}.msvc_clear()
BEGIN
  DECLARE called VARCHAR(64) DEFAULT '';
  DECLARE in_home TEXT;
  DECLARE aside TEXT;
  DECLARE fresh TEXT;
  WHILE called IS NOT NULL DO
    SET called = (SELECT MIN(t.name) FROM {split}.msvc_tables t JOIN information_schema.tables i
      ON i.table_schema = t.home AND i.table_name = t.name AND i.table_type = 'BASE TABLE' WHERE t.name > called);
    IF called IS NOT NULL THEN
      SELECT CONCAT('`', REPLACE(t.home, '`', '``'), '`.`'), CONCAT(REPLACE(t.kept, '`', '``'), '`'),
        CONCAT(REPLACE(REPLACE(t.kept, 'msvc_old_', 'msvc_new_'), '`', '``'), '`')
      INTO in_home, aside, fresh FROM {split}.msvc_tables t WHERE t.name = called;
      CALL {split}.msvc_run(CONCAT('DROP VIEW IF EXISTS ', in_home, fresh));
      CALL {split}.msvc_run(CONCAT('DROP VIEW IF EXISTS {split}.`', fresh));
      CALL {split}.msvc_run(CONCAT('DROP TABLE IF EXISTS ', in_home, aside));
    END IF;
  END WHILE;
END//

-- keys among them lead nowhere else
CREATE PROCEDURE {split}.msvc_drop_retired()
BEGIN
  DECLARE called VARCHAR(64) DEFAULT '';
  DECLARE todo TEXT;
  SET SESSION foreign_key_checks = 0;
  WHILE called IS NOT NULL DO
    SET called = (SELECT MIN(t.name) FROM {split}.msvc_tables t JOIN information_schema.tables i
      ON i.table_schema = t.home AND i.table_name = t.name AND i.table_type = 'VIEW' WHERE t.name > called);
    IF called IS NOT NULL THEN
      SELECT CONCAT('DROP TABLE IF EXISTS `', REPLACE(home, '`', '``'), '`.`', REPLACE(kept, '`', '``'), '`') INTO todo
      FROM {split}.msvc_tables WHERE name = called;
      CALL {split}.msvc_run(todo);
    END IF;
  END WHILE;
  SET SESSION foreign_key_checks = 1;
END//

DELIMITER ;
