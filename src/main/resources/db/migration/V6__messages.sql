create table message (
    id uuid primary key,
    once_key varchar(160) not null unique,
    template varchar(60) not null,
    recipient varchar(16) not null,
    language varchar(2) not null,
    encoding varchar(8) not null,
    segments int not null,
    state varchar(16) not null,
    error_code varchar(12),
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null
);
create index message_recipient on message (recipient, created_at);

create table opt_out (
    phone varchar(16) primary key,
    opted_out_at timestamp with time zone not null
);

create table inbound_message (
    message_sid varchar(64) primary key,
    sender varchar(16),
    kind varchar(12) not null,
    reply varchar(1000),
    received_at timestamp with time zone not null
);

create table last_reply (
    phone varchar(16) primary key,
    replied_at timestamp with time zone not null
);
