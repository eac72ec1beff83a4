-- made by msvc; this file is yours. Once it has run, a change is a new file: change service.yaml and
-- generate again, or write one.
-- Money is an amount and its currency (ISO 4217). Times are instants.
-- The constraints say what the code checks too: a second writer cannot store what the service refuses.

create sequence orders_id_seq as bigint;

create table orders (
  id bigint not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  number varchar(20) not null,
  customer_id bigint not null,
  status varchar(60) not null,
  placed_at timestamptz not null,
  shipping_address jsonb,
  shipping_cost_amount numeric(19, 4),
  shipping_cost_currency varchar(3),
  discount_amount numeric(19, 4),
  discount_currency varchar(3),
  gift_note varchar(400),
  archived boolean not null,
  history jsonb not null,
  constraint orders_pk primary key (id),
  constraint orders_number_unique unique (number),
  constraint orders_status_check check (status in ('NEW', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
  constraint orders_shipping_cost_currency_check check (shipping_cost_currency ~ '^[A-Z]{3}$'),
  constraint orders_discount_currency_check check (discount_currency ~ '^[A-Z]{3}$')
);

create table order_lines (
  order_id bigint not null,
  position int not null,
  id uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  product_id bigint not null,
  product_name varchar(120),
  quantity int not null,
  unit_price_amount numeric(19, 4),
  unit_price_currency varchar(3),
  constraint order_lines_pk primary key (order_id, position),
  constraint order_lines_order_id_fk foreign key (order_id) references orders (id) on delete cascade,
  constraint order_lines_unit_price_currency_check check (unit_price_currency ~ '^[A-Z]{3}$')
);

create sequence return_requests_id_seq as bigint;

create table return_requests (
  id bigint not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  line_id bigint not null,
  quantity int not null,
  reason varchar(400),
  accepted boolean not null,
  constraint return_requests_pk primary key (id)
);

create table number_ranges (
  id varchar(255) not null,
  version bigint not null,
  next_value bigint not null,
  constraint number_ranges_pk primary key (id)
);
