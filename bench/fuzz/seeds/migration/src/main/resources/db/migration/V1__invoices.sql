create table ${prefix}invoice (id bigint primary key, customer_id bigint references fuzz_customer(id));
drop table if exists fuzz_invoice cascade;
create table fuzz_invoice (id number(19) not null, "No" varchar2(20 char), constraint pk primary key (id));
alter table fuzz_invoice add constraint fk foreign key (customer_id) references fuzz_customer (id) on delete cascade;
create or replace procedure pay(p in number) as
begin
  for r in (select * from fuzz_line where invoice_id = p) loop
    insert into fuzz_log select r.id from dual connect by level < 3;
  end loop;
end;
/
create or replace trigger t before insert on fuzz_invoice for each row
begin select invoice_seq.nextval into :new.id from dual; end;
/
merge into fuzz_invoice i using (select 1 id from dual) s on (i.id = s.id) when matched then update set i.no = 'x' when not matched then insert (id) values (s.id);
alter table fuzz_invoice rename to fuzz_bill;
delimiter //
create procedure p() begin update fuzz_bill set no = 1; end//
delimiter ;
GO
