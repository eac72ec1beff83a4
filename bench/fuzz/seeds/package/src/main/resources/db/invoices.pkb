create or replace package body invoices as
  g_open constant varchar2(10) := q'[it's open]';
  procedure pay(p_id in number, p_done out boolean) is
    cursor c is select l.id from fuzz_line l where l.invoice_id = p_id for update of l.paid;
    v_sql varchar2(4000);
  begin
    for r in c loop
      update fuzz_line set paid = 1 where current of c;
      exit when c%notfound;
    end loop;
    v_sql := 'insert into fuzz_log (id) values (' || p_id || ')';
    execute immediate v_sql using in p_id;
    forall i in 1 .. 9 insert into fuzz_archive values (i);
    if p_id is null then raise_application_error(-20001, 'no'); elsif p_id = 0 then null; end if;
  exception when others then rollback; raise;
  end pay;
  function total(p_id number) return number is v number; begin select sum(n) into v from fuzz_line@far where id = p_id; return v; end;
end invoices;
/
