INSERT INTO category (id, slug, name, position, parent_id) VALUES
    (1, 'outdoor', 'Outdoor', 1, NULL),
    (2, 'tents', 'Tents', 1, 1),
    (3, 'stoves', 'Stoves', 2, 1),
    (4, 'bikes', 'Bicycles', 2, NULL);

INSERT INTO products
    (id, sku, name, description, price_amount, price_currency, status, weight_grams) VALUES
    (1, 'TENT-2', 'Tent for two', 'Stands in any weather', 249.00, 'EUR', 'ACTIVE', 2900),
    (2, 'TENT-4', 'Family tent', 'Two cabins', 429.00, 'EUR', 'ACTIVE', 7400),
    (3, 'STOVE-1', 'Gas stove', 'Boils a litre in four minutes', 39.90, 'EUR', 'ACTIVE', 310),
    (4, 'PUMP-1', 'Bicycle pump', 'Up to eight bar', 24.50, 'EUR', 'ACTIVE', 450),
    (5, 'LAMP-1', 'Head lamp', 'Sold out since spring', 19.90, 'EUR', 'ACTIVE', 90);

INSERT INTO product_categories (product_id, category_id) VALUES
    (1, 2), (2, 2), (3, 3), (4, 4), (5, 1);

INSERT INTO product_tags (product_id, tag) VALUES
    (1, 'camping'), (2, 'camping'), (2, 'family'), (3, 'camping'), (4, 'tools');

INSERT INTO warehouse (id, code, name, street, zip_code, city, country_code) VALUES
    (1, 'KS', 'Kassel', 'Lagerweg 3', '34117', 'Kassel', 'DE'),
    (2, 'LE', 'Leipzig', 'Messeallee 11', '04356', 'Leipzig', 'DE');

INSERT INTO stock_items (id, product_id, warehouse_id, on_hand, reorder_level) VALUES
    (1, 1, 1, 20, 5),
    (2, 1, 2, 6, 2),
    (3, 2, 1, 3, 2),
    (4, 3, 1, 120, 30),
    (5, 4, 2, 40, 10),
    (6, 5, 1, 0, 10);

INSERT INTO supplier (id, name, lead_time_days) VALUES (1, 'Nordzelt', 10), (2, 'Radbedarf', 4);
INSERT INTO supplier_contact (supplier_id, contact_name, contact_email) VALUES
    (1, 'Ms Lind', 'lind@nordzelt.example');

INSERT INTO customers
    (id, email, first_name, last_name, language, street, zip_code, city, country_code) VALUES
    (1, 'anna@mail.example', 'Anna', 'Berg', 'de', 'Hauptstr. 1', '37073', 'Goettingen', 'DE'),
    (2, 'joe@mail.example', 'Joe', 'Field', 'en', 'High Street 5', '1010', 'Wien', 'AT');
INSERT INTO customer_roles (customer_id, role) VALUES (1, 'CUSTOMER'), (2, 'CUSTOMER'), (2, 'BUSINESS');

INSERT INTO payment_method (id, customer_id) VALUES (1, 1), (2, 1), (3, 2);
INSERT INTO card_payment_method (id, card_token, last_digits, expiry_month, expiry_year) VALUES
    (1, 'tok_anna', '4242', 12, 2099),
    (2, 'tok_declined', '0002', 12, 2099);
INSERT INTO invoice_payment_method (id, credit_limit, days_to_pay) VALUES (3, 1000, 14);

INSERT INTO coupons (id, code, percent_off, valid_until, max_uses) VALUES
    (1, 'WELCOME10', 10, DATE '2099-12-31', 1000000);

INSERT INTO carrier (id, code, name, tracking_url) VALUES
    (1, 'gp', 'Gelbe Post', 'https://track.gelbepost.example/{number}'),
    (2, 'ex', 'Expressa', 'https://expressa.example/t?n={number}');
INSERT INTO shipping_rate
    (carrier_id, country_code, max_weight_grams, price_amount, price_currency) VALUES
    (1, 'DE', 5000, 4.90, 'EUR'),
    (1, 'DE', 31500, 9.90, 'EUR'),
    (2, 'DE', 31500, 14.90, 'EUR'),
    (1, 'AT', 31500, 12.90, 'EUR');

INSERT INTO number_range (range_name, next_value) VALUES ('order', 1000);

INSERT INTO message_template (code, language, subject, body) VALUES
    ('WELCOME', 'en', 'Welcome', 'Hello {name}, your account {detail} is ready.'),
    ('WELCOME', 'de', 'Willkommen', 'Hallo {name}, dein Konto {detail} ist bereit.'),
    ('ORDER_CONFIRMATION', 'en', 'Your order', 'Hello {name}, we have your order {detail}.'),
    ('SHIPMENT_SENT', 'en', 'On its way', 'Hello {name}, follow your parcel: {detail}'),
    ('CART_REMINDER', 'en', 'Still interested?', 'Hello {name}, in your cart: {detail}'),
    ('INVOICE_REMINDER', 'en', 'Invoice overdue', 'Hello {name}, please pay invoice {detail}.'),
    ('ACCOUNT_BLOCKED', 'en', 'Account blocked', 'Hello {name}, we had to block you: {detail}'),
    ('REFUND', 'en', 'Money back', 'Hello {name}, you get back {detail}.'),
    ('COUPON', 'en', 'For you', 'Hello {name}, your code is {detail}.'),
    ('OFFER', 'en', 'Offer', 'Hello {name}, {detail}');

INSERT INTO app_settings (setting_key, setting_value) VALUES
    ('reservation.minutes', '30'),
    ('cart.reminder.days', '2'),
    ('cart.abandon.days', '30');

ALTER TABLE category ALTER COLUMN id RESTART WITH 100;
ALTER TABLE products ALTER COLUMN id RESTART WITH 100;
ALTER TABLE warehouse ALTER COLUMN id RESTART WITH 100;
ALTER TABLE stock_items ALTER COLUMN id RESTART WITH 100;
ALTER TABLE supplier ALTER COLUMN id RESTART WITH 100;
ALTER TABLE customers ALTER COLUMN id RESTART WITH 100;
ALTER TABLE payment_method ALTER COLUMN id RESTART WITH 100;
ALTER TABLE coupons ALTER COLUMN id RESTART WITH 100;
ALTER TABLE carrier ALTER COLUMN id RESTART WITH 100;
