-- When a caller whose agent's line was lost is put at the head of the queue again; null once they are, or have gone their own way.
alter table contact add column returns_at timestamp with time zone;

create index outbox_sid on outbox (carrier_sid);
create index outbox_settled on outbox (settled_at);
