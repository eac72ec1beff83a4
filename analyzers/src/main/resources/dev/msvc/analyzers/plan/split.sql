-- What the scripts beside this one call. It reads the catalogue, so it does not depend on what is known of a table.
CREATE SCHEMA {split};

CREATE TABLE {split}.msvc_tables (home name, place name, target name, name name, PRIMARY KEY (home, name));
CREATE TABLE {split}.msvc_keys (
  on_table regclass, name name, definition text, columns name[], to_table regclass, to_columns name[]);
CREATE TABLE {split}.msvc_waiting_keys (on_table regclass, name name, before text);
CREATE TABLE {split}.msvc_sequences (old regclass PRIMARY KEY, new regclass, apart bigint);
CREATE TABLE {split}.msvc_triggers (on_table regclass, name name, enabled "char", definition text);
CREATE TABLE {split}.msvc_views (name text, options text, definition text);

-- a table that perhaps is none: what the scripts do to it is done where it is there
CREATE PROCEDURE {split}.msvc_perhaps(home name, target name, name name)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF to_regclass(format('%I.%I', home, name)) IS NULL THEN
    RAISE NOTICE 'there is no table %.%: it is left out', home, name;
  ELSE
    INSERT INTO {split}.msvc_tables VALUES (home, home, target, name);
  END IF;
END $$;

CREATE PROCEDURE {split}.msvc_where_there(of_home name, called name, statement text)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM {split}.msvc_tables t WHERE t.home = of_home AND t.name = called) THEN
    EXECUTE statement;
  END IF;
END $$;

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
  IF (SELECT relkind FROM pg_class WHERE oid = source) = 'p' THEN
    RAISE NOTICE '% has partitions, and its copy has none', source;
  END IF;
  EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s',
    target, columns, columns, source);
END $$;

-- from now on each change of one table is made in the other, too, in the same transaction; where both follow each
-- other, the echo of a change ends it
CREATE PROCEDURE {split}.msvc_follow(source regclass, target regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  same text := {split}.msvc_same(source, target);
  changed text := {split}.msvc_columns(source, '', false);
  follower text := format('{split}.msvc_follow_%s', source::oid);
  told text := format('{split}.told_%s', least(source::oid, target::oid));
BEGIN
  EXECUTE format($f$
    CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $b$
    BEGIN
      IF current_setting(%9$L, true) = 'on' THEN
        RETURN NULL;
      END IF;
      PERFORM set_config(%9$L, 'on', true);
      IF TG_OP = 'INSERT' THEN
        INSERT INTO %2$s (%3$s) OVERRIDING SYSTEM VALUE VALUES (%4$s);
      ELSIF TG_OP = 'UPDATE' THEN
        %5$s;
      ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM %6$s t WHERE %7$s;
      ELSE
        DELETE FROM %8$s;
      END IF;
      PERFORM set_config(%9$L, 'off', true);
      RETURN NULL;
    END $b$ $f$,
    follower, target, {split}.msvc_columns(source, '', true), {split}.msvc_columns(source, 'NEW.', true),
    coalesce(
      format('UPDATE %s t SET (%s) = ROW(%s) WHERE %s',
        target, changed, {split}.msvc_columns(source, 'NEW.', false), same),
      'NULL'),
    target, same, target, told);
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

-- rows follow one by one, so that keys among them hold at the end of the transaction and not after each row
CREATE PROCEDURE {split}.msvc_let_keys_wait(follower regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN
    SELECT c.conname, c.condeferrable FROM pg_constraint c JOIN pg_class t ON t.oid = c.confrelid
    JOIN pg_namespace n ON n.oid = t.relnamespace JOIN {split}.msvc_tables m ON m.name = t.relname
    WHERE c.conrelid = follower AND c.contype = 'f' AND NOT c.condeferred AND c.conparentid = 0
      AND n.nspname IN (m.place, m.target)
  LOOP
    INSERT INTO {split}.msvc_waiting_keys VALUES (follower, each.conname,
      CASE WHEN each.condeferrable THEN 'DEFERRABLE INITIALLY IMMEDIATE' ELSE 'NOT DEFERRABLE' END);
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', follower, each.conname);
  END LOOP;
END $$;

CREATE PROCEDURE {split}.msvc_let_keys_wait_no_more(of regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM {split}.msvc_waiting_keys WHERE on_table = of LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I %s', of, each.name, each.before);
  END LOOP;
  DELETE FROM {split}.msvc_waiting_keys WHERE on_table = of;
END $$;

-- what a column takes its numbers from: by a default, or as an identity
CREATE FUNCTION {split}.msvc_sequences_of(of regclass)
RETURNS TABLE (attnum smallint, attname name, sequence regclass, by_default boolean, owned boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT a.attnum, a.attname, s.oid::regclass, s.by_default,
    EXISTS (SELECT FROM pg_depend o WHERE o.classid = 'pg_class'::regclass AND o.objid = s.oid
      AND o.refobjid = of AND o.refobjsubid = a.attnum AND o.deptype = 'a')
  FROM pg_attribute a
  JOIN LATERAL (
    SELECT d.objid AS oid, false AS by_default FROM pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = of
      AND d.refobjsubid = a.attnum AND d.deptype = 'i'
    UNION
    SELECT d.refobjid, true FROM pg_attrdef f
    JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = f.oid AND d.refclassid = 'pg_class'::regclass
    WHERE f.adrelid = of AND f.adnum = a.attnum AND pg_get_expr(f.adbin, f.adrelid) LIKE 'nextval(%'
  ) s ON true
  JOIN pg_class c ON c.oid = s.oid AND c.relkind = 'S'
  WHERE a.attrelid = of AND a.attnum > 0 AND NOT a.attisdropped
$$;

-- one of the same name and steps beside the copies: made once, whoever asks for it
CREATE FUNCTION {split}.msvc_own_sequence(source regclass, beside name, gap bigint) RETURNS regclass
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  made regclass := (SELECT new FROM {split}.msvc_sequences WHERE old = source);
  seq record;
  called text;
BEGIN
  IF made IS NULL THEN
    SELECT s.*, c.relname, n.nspname INTO seq FROM pg_sequence s
    JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE s.seqrelid = source;
    called := format('%I.%I', beside, seq.relname);
    IF to_regclass(called) IS NOT NULL THEN
      called := format('%I.%I', beside, left(seq.nspname || '_' || seq.relname, 63));
    END IF;
    EXECUTE format('CREATE SEQUENCE %s AS %s INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s %s', called,
      seq.seqtypid::regtype, seq.seqincrement, seq.seqmin, seq.seqmax, seq.seqstart, seq.seqcache,
      CASE WHEN seq.seqcycle THEN 'CYCLE' ELSE '' END);
    made := called::regclass;
    INSERT INTO {split}.msvc_sequences VALUES (source, made, gap);
    CALL {split}.msvc_grant_alike(source, made);
  END IF;
  RETURN made;
END $$;

-- one that code asks
CREATE PROCEDURE {split}.msvc_take_sequence(called text, beside name, gap bigint)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF to_regclass(called) IS NULL THEN
    RAISE NOTICE 'there is no sequence %: it is left out', called;
  ELSE
    PERFORM {split}.msvc_own_sequence(called::regclass, beside, gap);
  END IF;
END $$;

-- the columns of a copy take their numbers from sequences of their own
CREATE PROCEDURE {split}.msvc_own_sequences(source regclass, target regclass, gap bigint)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
  made regclass;
BEGIN
  FOR each IN SELECT * FROM {split}.msvc_sequences_of(source) LOOP
    IF each.by_default THEN
      made := {split}.msvc_own_sequence(each.sequence,
        (SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = target), gap);
      EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT nextval(%L)', target, each.attname, made);
      IF each.owned THEN
        EXECUTE format('ALTER SEQUENCE %s OWNED BY %s.%I', made, target, each.attname);
      END IF;
    ELSE
      INSERT INTO {split}.msvc_sequences
      SELECT each.sequence, t.sequence, gap FROM {split}.msvc_sequences_of(target) t WHERE t.attname = each.attname;
    END IF;
  END LOOP;
END $$;

-- numbers go on beyond all that either side has taken, and so far beyond
CREATE PROCEDURE {split}.msvc_advance_sequences(forward boolean)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN
    SELECT q.old, q.new, q.apart * s.seqincrement AS step, CASE WHEN s.seqincrement > 0 THEN 'greatest' ELSE 'least' END AS last
    FROM {split}.msvc_sequences q JOIN pg_sequence s ON s.seqrelid = q.old
  LOOP
    EXECUTE format('SELECT setval(%L, %s(o.last_value, n.last_value) + %s) FROM %s o, %s n',
      CASE WHEN forward THEN each.new ELSE each.old END, each.last, each.step, each.old, each.new);
  END LOOP;
END $$;

-- and beyond all ids that are there; never back
CREATE PROCEDURE {split}.msvc_advance(of regclass, gap bigint)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN
    SELECT q.attname, q.sequence FROM {split}.msvc_sequences_of(of) q
    JOIN pg_attribute a ON a.attrelid = of AND a.attnum = q.attnum JOIN pg_sequence s ON s.seqrelid = q.sequence
    WHERE a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype) AND s.seqincrement > 0
  LOOP
    EXECUTE format('SELECT setval(%L, greatest(s.last_value, coalesce((SELECT max(%I) FROM %s), 0)::bigint + %s)) FROM %s s',
      each.sequence, each.attname, of, gap, each.sequence);
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
  whom text;
BEGIN
  FOR each IN
    SELECT g.*, n.nspname, t.relkind, g.columns
    FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_class c ON c.oid = source,
      LATERAL (
        SELECT x.*, '' AS columns FROM aclexplode(c.relacl) x
        UNION ALL
        SELECT x.*, format(' (%I)', a.attname) FROM pg_attribute a, aclexplode(a.attacl) x
        WHERE a.attrelid = source AND a.attnum > 0 AND NOT a.attisdropped
      ) g
    WHERE t.oid = target AND g.grantee <> c.relowner
    ORDER BY g.grantee, g.privilege_type, g.columns
  LOOP
    whom := CASE each.grantee WHEN 0 THEN 'PUBLIC' ELSE each.grantee::regrole::text END;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %s', each.nspname, whom);
    EXECUTE format('GRANT %s%s ON %s %s TO %s%s', each.privilege_type, each.columns,
      CASE each.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, target, whom,
      CASE WHEN each.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
  END LOOP;
END $$;

-- whom policies hide rows of one from, they hide those of the other from
CREATE PROCEDURE {split}.msvc_secure_alike(source regclass, target regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT * FROM pg_policy WHERE polrelid = source ORDER BY polname LOOP
    EXECUTE format('CREATE POLICY %I ON %s AS %s FOR %s TO %s %s %s', each.polname, target,
      CASE WHEN each.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
      CASE each.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
      (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE r::regrole::text END, ', ') FROM unnest(each.polroles) r),
      coalesce('USING (' || pg_get_expr(each.polqual, source) || ')', ''),
      coalesce('WITH CHECK (' || pg_get_expr(each.polwithcheck, source) || ')', ''));
  END LOOP;
  IF (SELECT relrowsecurity FROM pg_class WHERE oid = source) THEN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  END IF;
  IF (SELECT relforcerowsecurity FROM pg_class WHERE oid = source) THEN
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  END IF;
END $$;

-- a view in the place of an old table, which shows nobody more than the table did
CREATE PROCEDURE {split}.msvc_view(called text, target regclass)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  hides boolean := (SELECT relrowsecurity FROM pg_class WHERE oid = target);
BEGIN
  IF hides AND current_setting('server_version_num')::int < 150000 THEN
    RAISE EXCEPTION 'policies hide rows of %, and before PostgreSQL 15 a view shows them all: nothing was changed', target;
  END IF;
  EXECUTE format('CREATE VIEW %s %s AS SELECT * FROM %s', called,
    CASE WHEN hides THEN 'WITH (security_invoker = true)' ELSE '' END, target);
END $$;

-- the text of all views over what is called by the names of the old tables, as it reads now
CREATE PROCEDURE {split}.msvc_note_views()
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM {split}.msvc_views;
  INSERT INTO {split}.msvc_views
  SELECT DISTINCT v.oid::regclass::text, coalesce('WITH (' || array_to_string(v.reloptions, ', ') || ')', ''),
    pg_get_viewdef(v.oid)
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
    EXECUTE format('CREATE OR REPLACE VIEW %s %s AS %s', each.name, each.options, each.definition);
  END LOOP;
END $$;
