CREATE VIEW customer_order_summary AS
SELECT c.id AS customer_id,
       c.email,
       COUNT(DISTINCT o.id) AS order_count,
       COALESCE(SUM(p.amount), 0) AS paid_amount
FROM customers c
LEFT JOIN orders o ON o.customer_id = c.id AND o.status <> 'CANCELLED'
LEFT JOIN payments p ON p.order_id = o.id AND p.status = 'CAPTURED'
GROUP BY c.id, c.email;

CREATE INDEX ix_orders_placed_at ON orders (placed_at);
CREATE INDEX ix_orders_status ON orders (status, archived);
CREATE INDEX ix_order_lines_product ON order_lines (product_id);
CREATE INDEX ix_carts_open ON carts (customer_id, status);
CREATE INDEX ix_reservations_expiry ON stock_reservations (status, expires_at);
CREATE INDEX ix_login_audit_email ON login_audit (email, logged_at);
CREATE INDEX ix_notification_unsent ON notification (sent_at, attempts);
