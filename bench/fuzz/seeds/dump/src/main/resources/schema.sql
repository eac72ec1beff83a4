-- PostgreSQL database dump
SET statement_timeout = 0;
CREATE SCHEMA books;
CREATE TYPE books.state AS ENUM ('open', 'paid');
CREATE TABLE books.fuzz_invoice (id bigint NOT NULL, no character varying(20) DEFAULT 'x;y'::character varying, state books.state);
COMMENT ON TABLE books.fuzz_invoice IS 'it''s; all';
CREATE SEQUENCE books.invoice_seq START WITH 1 INCREMENT BY 50;
CREATE VIEW books.fuzz_open AS SELECT i.id FROM books.fuzz_invoice i WHERE (i.state = 'open'::books.state);
CREATE FUNCTION books.pay(p bigint) RETURNS void LANGUAGE plpgsql AS $_$
begin
  update books.fuzz_invoice set state = 'paid' where id = p;
  execute 'delete from ' || quote_ident('fuzz_line');
end $_$;
CREATE TRIGGER audited AFTER UPDATE ON books.fuzz_invoice FOR EACH ROW EXECUTE FUNCTION books.audit();
COPY books.fuzz_invoice (id, no, state) FROM stdin;
1	A-1	open
2	\\N	paid
\.
ALTER TABLE ONLY books.fuzz_invoice ADD CONSTRAINT invoice_pk PRIMARY KEY (id);
GRANT SELECT ON TABLE books.fuzz_invoice TO reporting;
INSERT INTO `fuzz_line` VALUES (1,'a\'b',_binary 'x'),(2,'c''d',NULL);
/*!40101 SET character_set_client = utf8 */;
