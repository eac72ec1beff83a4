-- made by msvc; this file is yours. Once it has run, a change is a new file: change service.yaml and
-- generate again, or write one.
-- Money is an amount and its currency (ISO 4217). Times are instants.
-- The constraints say what the code checks too: a second writer cannot store what the service refuses.

create table orders (
  id uuid not null,
  version bigint not null,
  number varchar(20) not null,
  customer_id uuid not null,
  placed_at timestamptz not null,
  due_on date,
  status varchar(60) not null,
  total_amount numeric(19, 4) not null,
  total_currency varchar(3) not null,
  discount numeric(5, 2),
  deliver_to_street varchar(100) not null,
  deliver_to_city varchar(100) not null,
  deliver_to_country varchar(255) not null,
  note text,
  constraint orders_pk primary key (id),
  constraint orders_number_unique unique (number),
  constraint orders_status_check check (status in ('NEW', 'PAID', 'SHIPPED', 'CANCELLED')),
  constraint orders_total_currency_check check (total_currency ~ '^[A-Z]{3}$'),
  constraint orders_deliver_to_country_check check (deliver_to_country ~ '^([A-Z]{2})$')
);

create index orders_customer_id on orders (customer_id);

create table order_lines (
  order_id uuid not null,
  position int not null,
  id uuid not null,
  product_id uuid not null,
  name varchar(200) not null,
  quantity int not null,
  price_amount numeric(19, 4) not null,
  price_currency varchar(3) not null,
  constraint order_lines_pk primary key (order_id, position),
  constraint order_lines_order_id_fk foreign key (order_id) references orders (id) on delete cascade,
  constraint order_lines_quantity_check check (quantity between 1 and 1000),
  constraint order_lines_price_currency_check check (price_currency ~ '^[A-Z]{3}$')
);

create table order_labels (
  order_id uuid not null,
  key varchar(255) not null,
  value varchar(255) not null,
  constraint order_labels_pk primary key (order_id, key),
  constraint order_labels_order_id_fk foreign key (order_id) references orders (id) on delete cascade
);

create sequence customers_id_seq as bigint;

create table customers (
  id bigint not null,
  version bigint not null,
  email varchar(254) not null,
  name varchar(100) not null,
  active boolean not null,
  constraint customers_pk primary key (id),
  constraint customers_email_unique unique (email)
);
