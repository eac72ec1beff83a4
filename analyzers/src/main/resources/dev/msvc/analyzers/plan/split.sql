-- What the scripts beside this one call. It reads the catalogue, so it does not depend on what is known of a table.
CREATE SCHEMA {split};

CREATE TABLE {split}.msvc_tables (home name, place name, target name, name name, PRIMARY KEY (home, name));
CREATE TABLE {split}.msvc_keys (
  on_table regclass, name name, definition text, columns name[], to_table regclass, to_columns name[]);
CREATE TABLE {split}.msvc_triggers (on_table regclass, name name, enabled "char", definition text);
CREATE TABLE {split}.msvc_views (name text, definition text);

-- columns that can be written, each behind a prefix
CREATE FUNCTION {split}.msvc_columns(of regclass, prefix text, identities boolean) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT string_agg(prefix || quote_ident(attname), ', ' ORDER BY attnum)
  FROM pg_attribute
  WHERE attrelid = of AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    AND (identities OR attidentity <> 'a')
$$;

-- the condition that finds the row of OLD in another table: by primary key, or whole where there is none
CREATE FUNCTION {split}.msvc_same(of regclass, target regclass) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(
    string_agg(format('t.%I = OLD.%I', a.attname, a.attname), ' AND '),
    format('t.ctid = (SELECT s.ctid FROM %s s WHERE s::text = OLD::text LIMIT 1)', target))
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = of AND i.indisprimary
$$;

CREATE PROCEDURE {split}.msvc_copy(source regclass, target regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  columns text := {split}.msvc_columns(source, '', true);
BEGIN
  EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s',
    target, columns, columns, source);
END $$;

-- from now on each change of one table is made in the other, too, in the same transaction
CREATE PROCEDURE {split}.msvc_follow(source regclass, target regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  same text := {split}.msvc_same(source, target);
  changed text := {split}.msvc_columns(source, '', false);
  follower text := format('{split}.msvc_follow_%s', source::oid);
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $b$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s);
      ELSIF TG_OP = 'UPDATE' THEN
        %s;
      ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM %s t WHERE %s;
      ELSE
        DELETE FROM %s;
      END IF;
      RETURN NULL;
    END $b$ $f$,
    follower, target, {split}.msvc_columns(source, '', true), {split}.msvc_columns(source, 'NEW.', true),
    coalesce(
      format('UPDATE %s t SET (%s) = ROW(%s) WHERE %s',
        target, changed, {split}.msvc_columns(source, 'NEW.', false), same),
      'NULL'),
    target, same, target);
  EXECUTE format('CREATE TRIGGER zz_msvc_follow AFTER INSERT OR UPDATE OR DELETE ON %s
    FOR EACH ROW EXECUTE FUNCTION %s()', source, follower);
  EXECUTE format('CREATE TRIGGER zz_msvc_follow_truncate AFTER TRUNCATE ON %s
    FOR EACH STATEMENT EXECUTE FUNCTION %s()', source, follower);
END $$;

CREATE PROCEDURE {split}.msvc_unfollow(source regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  EXECUTE format('DROP TRIGGER IF EXISTS zz_msvc_follow ON %s', source);
  EXECUTE format('DROP TRIGGER IF EXISTS zz_msvc_follow_truncate ON %s', source);
  EXECUTE format('DROP FUNCTION IF EXISTS {split}.msvc_follow_%s()', source::oid);
END $$;

-- the keys among the tables that move, for their copies
CREATE PROCEDURE {split}.msvc_copy_keys()
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN
    SELECT c.conname, pg_get_constraintdef(c.oid) AS definition, c.confrelid::regclass AS referenced,
      a.target AS target, a.name AS name, format('%I.%I', b.target, b.name) AS copied
    FROM pg_constraint c
    JOIN {split}.msvc_tables a ON c.conrelid = to_regclass(format('%I.%I', a.place, a.name))
    JOIN {split}.msvc_tables b ON c.confrelid = to_regclass(format('%I.%I', b.place, b.name))
    WHERE c.contype = 'f'
  LOOP
    EXECUTE format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', each.target, each.name, each.conname,
      replace(each.definition, format('REFERENCES %s(', each.referenced), format('REFERENCES %s(', each.copied)));
  END LOOP;
END $$;

-- a default that takes numbers from a sequence of the old table takes them from one of its own
CREATE PROCEDURE {split}.msvc_own_sequences(target regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN
    SELECT a.attname, n.nspname, left(c.relname || '_' || a.attname, 59) || '_seq' AS sequence
    FROM pg_attrdef d
    JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
    JOIN pg_class c ON c.oid = d.adrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE d.adrelid = target AND pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%'
  LOOP
    EXECUTE format('CREATE SEQUENCE %I.%I OWNED BY %s.%I', each.nspname, each.sequence, target, each.attname);
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT nextval(%L)', target, each.attname,
      format('%I.%I', each.nspname, each.sequence));
  END LOOP;
END $$;

-- the next id lies beyond all that were given, and so far beyond
CREATE PROCEDURE {split}.msvc_advance(of regclass, gap bigint)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN
    SELECT attname, pg_get_serial_sequence(of::text, attname) AS sequence
    FROM pg_attribute WHERE attrelid = of AND attnum > 0 AND NOT attisdropped
  LOOP
    IF each.sequence IS NOT NULL THEN
      EXECUTE format('SELECT setval(%L, coalesce(max(%I), 0) + %s + 1, false) FROM %s',
        each.sequence, each.attname, gap, of);
    END IF;
  END LOOP;
END $$;

-- triggers that somebody wrote fire where rows are written first, and nowhere else
CREATE PROCEDURE {split}.msvc_move_triggers(source regclass, target regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN
    SELECT oid, tgname, tgenabled FROM pg_trigger
    WHERE tgrelid = source AND NOT tgisinternal AND tgenabled <> 'D' AND tgname NOT LIKE 'zz\_msvc\_%'
  LOOP
    INSERT INTO {split}.msvc_triggers
      VALUES (source, each.tgname, each.tgenabled, pg_get_triggerdef(each.oid));
    EXECUTE replace(pg_get_triggerdef(each.oid), format(' ON %s ', source), format(' ON %s ', target));
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', source, each.tgname);
  END LOOP;
END $$;

CREATE PROCEDURE {split}.msvc_move_triggers_back(source regclass, target regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM {split}.msvc_triggers WHERE on_table = source LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', each.name, target);
    EXECUTE format('ALTER TABLE %s ENABLE %s TRIGGER %I', source,
      CASE each.enabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, each.name);
  END LOOP;
  DELETE FROM {split}.msvc_triggers WHERE on_table = source;
END $$;

-- drops one foreign key, and notes how to make it again
CREATE PROCEDURE {split}.msvc_cut_key(on_table regclass, called name)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  key pg_constraint;
BEGIN
  SELECT * INTO key FROM pg_constraint WHERE conrelid = on_table AND conname = called AND contype = 'f';
  IF key.oid IS NULL THEN
    RAISE NOTICE 'there is no foreign key % on %', called, on_table;
    RETURN;
  END IF;
  INSERT INTO {split}.msvc_keys VALUES (on_table, called, pg_get_constraintdef(key.oid),
    ARRAY(SELECT a.attname FROM unnest(key.conkey) WITH ORDINALITY k(n, i)
      JOIN pg_attribute a ON a.attrelid = key.conrelid AND a.attnum = k.n ORDER BY k.i),
    key.confrelid,
    ARRAY(SELECT a.attname FROM unnest(key.confkey) WITH ORDINALITY k(n, i)
      JOIN pg_attribute a ON a.attrelid = key.confrelid AND a.attnum = k.n ORDER BY k.i));
  EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', on_table, called);
END $$;

-- all that lead from the tables that move to others, or back
CREATE PROCEDURE {split}.msvc_cut_keys()
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  moved oid[] := ARRAY(SELECT to_regclass(format('%I.%I', place, name))::oid FROM {split}.msvc_tables);
  each record;
BEGIN
  FOR each IN
    SELECT conrelid::regclass AS on_table, conname FROM pg_constraint
    WHERE contype = 'f' AND conparentid = 0 AND (conrelid = ANY (moved)) <> (confrelid = ANY (moved))
    ORDER BY 1, 2
  LOOP
    CALL {split}.msvc_cut_key(each.on_table, each.conname);
  END LOOP;
END $$;

CREATE PROCEDURE {split}.msvc_restore_keys()
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM {split}.msvc_keys LOOP
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', each.on_table, each.name, each.definition);
  END LOOP;
  DELETE FROM {split}.msvc_keys;
END $$;

-- ids without a row, for each key that was cut: run it every night, 0 is right
CREATE FUNCTION {split}.msvc_orphans() RETURNS TABLE (key text, orphans bigint)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM {split}.msvc_keys LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %L::text, count(*) FROM %s f WHERE %s AND NOT EXISTS (SELECT FROM %s t WHERE %s)',
      each.on_table || '.' || array_to_string(each.columns, ','), each.on_table,
      (SELECT string_agg(format('f.%I IS NOT NULL', c), ' AND ') FROM unnest(each.columns) c),
      each.to_table,
      (SELECT string_agg(format('t.%I = f.%I', p.t, p.f), ' AND ')
        FROM unnest(each.columns, each.to_columns) p(f, t)));
  END LOOP;
END $$;

-- rows that are in one of both copies only
CREATE FUNCTION {split}.msvc_differences() RETURNS TABLE (table_name text, differences bigint)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM {split}.msvc_tables ORDER BY name LOOP
    RETURN QUERY EXECUTE format(
      'WITH o AS (SELECT x::text AS row FROM %1$I.%2$I x), n AS (SELECT x::text AS row FROM %3$I.%2$I x)
       SELECT %4$L::text, count(*) FROM ((TABLE o EXCEPT ALL TABLE n) UNION ALL (TABLE n EXCEPT ALL TABLE o)) d',
      each.place, each.name, each.target, each.name);
  END LOOP;
END $$;

CREATE PROCEDURE {split}.msvc_require_alike()
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  wrong text;
BEGIN
  SELECT string_agg(format('%s: %s', table_name, differences), ', ') INTO wrong
  FROM {split}.msvc_differences() WHERE differences > 0;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'both copies differ, nothing was changed: %', wrong;
  END IF;
END $$;

-- whoever may use one may use the other
CREATE PROCEDURE {split}.msvc_grant_alike(source regclass, target regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
  grantee text;
BEGIN
  FOR each IN
    SELECT g.grantee, g.privilege_type, n.nspname FROM pg_class c, aclexplode(c.relacl) g,
      pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE c.oid = source AND t.oid = target AND g.grantee <> c.relowner
  LOOP
    grantee := CASE each.grantee WHEN 0 THEN 'PUBLIC' ELSE each.grantee::regrole::text END;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %s', each.nspname, grantee);
    EXECUTE format('GRANT %s ON %s TO %s', each.privilege_type, target, grantee);
  END LOOP;
END $$;

-- the text of all views over what is called by the names of the old tables, as it reads now
CREATE PROCEDURE {split}.msvc_note_views()
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM {split}.msvc_views;
  INSERT INTO {split}.msvc_views
  SELECT DISTINCT v.oid::regclass::text, pg_get_viewdef(v.oid)
  FROM {split}.msvc_tables m
  JOIN pg_depend d ON d.refobjid = to_regclass(format('%I.%I', m.home, m.name))
  JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class
  WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND v.relkind = 'v'
    AND v.oid <> d.refobjid;
END $$;

CREATE PROCEDURE {split}.msvc_remake_views()
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM {split}.msvc_views ORDER BY name LOOP
    EXECUTE format('CREATE OR REPLACE VIEW %s AS %s', each.name, each.definition);
  END LOOP;
END $$;
