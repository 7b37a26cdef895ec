-- What an order costs, where the shop says so, for callers to hear.
alter table orders add column total_amount numeric(17, 4);
alter table orders add column total_currency varchar(3);
