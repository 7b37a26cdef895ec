-- What must be asked of the carrier. States: waiting (to be sent), sending (somebody does, until due_at), unknown (sent,
-- nobody knows what became of it); and settled: done, failed, lost (unknown for good), dropped (no longer wanted).
create table outbox (
    item_key varchar(160) primary key,
    kind varchar(20) not null,
    request text not null,
    state varchar(12) not null,
    not_before timestamp with time zone not null,
    -- when it is to be taken up next, by whichever node comes first
    due_at timestamp with time zone not null,
    attempts int not null,
    lookups int not null,
    carrier_sid varchar(64),
    problem varchar(500),
    settled_at timestamp with time zone,
    constraint outbox_state
        check (state in ('waiting', 'sending', 'unknown', 'done', 'failed', 'lost', 'dropped'))
);
create index outbox_due on outbox (state, due_at);

-- When the account may make its next request of a kind.
create table outbox_pace (
    kind varchar(20) primary key,
    free_at timestamp with time zone not null
);
insert into outbox_pace (kind, free_at) values ('Dial', timestamp with time zone '2000-01-01 00:00:00+00:00');

create table due_work (
    kind varchar(60) not null,
    item_key varchar(160) not null,
    due_at timestamp with time zone not null,
    failures int not null,
    primary key (kind, item_key)
);
create index due_work_due on due_work (due_at);
