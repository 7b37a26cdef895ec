create table outbox (
    item_key varchar(160) primary key,
    kind varchar(20) not null,
    request text not null,
    state varchar(12) not null,
    attempts int not null,
    due_at timestamp with time zone not null,
    lease_until timestamp with time zone,
    carrier_sid varchar(64),
    problem varchar(500),
    created_at timestamp with time zone not null,
    settled_at timestamp with time zone
);
create index outbox_due on outbox (state, due_at);

create table due_work (
    kind varchar(60) not null,
    item_key varchar(160) not null,
    due_at timestamp with time zone not null,
    primary key (kind, item_key)
);
create index due_work_due on due_work (due_at);
