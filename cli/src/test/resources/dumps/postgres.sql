--
-- PostgreSQL database dump
--

-- Dumped from database version 15.4
-- Dumped by pg_dump version 15.4

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);

CREATE SCHEMA shop;
ALTER SCHEMA shop OWNER TO shop_owner;
CREATE EXTENSION IF NOT EXISTS postgres_fdw WITH SCHEMA public;

CREATE TYPE shop.state AS ENUM (
    'open',
    'closed'
);

CREATE FUNCTION shop.note_price() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO shop.price_log (item_id, price) VALUES (NEW.id, NEW.price);
  RETURN NEW;
END;
$$;

ALTER FUNCTION shop.note_price() OWNER TO shop_owner;

CREATE PROCEDURE shop.archive(IN before date)
    LANGUAGE sql
    AS $$ DELETE FROM shop.orders WHERE placed < before; $$;

SET default_tablespace = '';
SET default_table_access_method = heap;

CREATE TABLE shop.item (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    price numeric(10,2) DEFAULT 0.00
);

CREATE SEQUENCE shop.item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE shop.item_id_seq OWNED BY shop.item.id;

CREATE TABLE shop.orders (
    id bigint NOT NULL,
    item_id bigint NOT NULL,
    placed timestamp with time zone DEFAULT now()
)
PARTITION BY RANGE (placed);

CREATE TABLE shop.price_log (
    item_id bigint,
    price numeric(10,2)
);

CREATE TABLE shop."Größe" (
    id integer NOT NULL
);

CREATE FOREIGN TABLE shop.rates (
    code character(3)
)
SERVER bank
OPTIONS (schema_name 'public');

CREATE MATERIALIZED VIEW shop.sales AS
 SELECT o.item_id,
    count(*) AS n
   FROM (shop.orders o
     JOIN shop.item i ON ((i.id = o.item_id)))
  GROUP BY o.item_id
  WITH NO DATA;

CREATE VIEW shop.open_orders AS
 SELECT orders.id
   FROM shop.orders;

ALTER TABLE ONLY shop.item ALTER COLUMN id SET DEFAULT nextval('shop.item_id_seq'::regclass);

COPY shop.item (id, name, price) FROM stdin;
1	create table trap (id int);	2.00
\.

SELECT pg_catalog.setval('shop.item_id_seq', 1, true);

ALTER TABLE ONLY shop.item
    ADD CONSTRAINT item_pkey PRIMARY KEY (id);

CREATE INDEX orders_placed ON ONLY shop.orders USING btree (placed);

CREATE TRIGGER item_price AFTER UPDATE OF price ON shop.item FOR EACH ROW EXECUTE FUNCTION shop.note_price();

ALTER TABLE shop.orders
    ADD CONSTRAINT orders_item_fk FOREIGN KEY (item_id) REFERENCES shop.item(id);

CREATE PUBLICATION warehouse FOR TABLE ONLY shop.orders;

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA shop TO reporting;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE shop.item TO shop_app;
GRANT SELECT ON TABLE shop.orders TO reporting;
GRANT SELECT(price) ON TABLE shop.item TO partner;
GRANT ALL ON FUNCTION shop.note_price() TO shop_app;
ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner IN SCHEMA shop GRANT SELECT ON TABLES TO reporting;

--
-- PostgreSQL database dump complete
--
