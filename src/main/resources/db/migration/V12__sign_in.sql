-- Who did what: rows are only ever added. Each carries the hash of the one before, and the head says which is the last.
create table audit (
    seq bigint primary key,
    recorded_at timestamp with time zone not null,
    who varchar(60) not null,
    action varchar(40) not null,
    object varchar(120) not null,
    detail varchar(500) not null,
    prev_hash varchar(64) not null,
    hash varchar(64) not null unique
);
create index audit_who on audit (who, seq);
create index audit_object on audit (object, seq);

create table audit_head (
    id int primary key,
    seq bigint not null,
    hash varchar(64) not null,
    constraint audit_head_one check (id = 1)
);
insert into audit_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- How many tries to sign in are left, for all nodes together: a bucket is full again at full_at.
create table sign_in_allowance (
    name_hash varchar(64) primary key,
    full_at timestamp with time zone not null
);
create index sign_in_allowance_full on sign_in_allowance (full_at);

-- Browsers that somebody has signed in from.
create table known_device (
    token_hash varchar(64) not null,
    username varchar(60) not null references agent (username),
    used_at timestamp with time zone not null,
    primary key (token_hash, username)
);
create index known_device_user on known_device (username);
create index known_device_used on known_device (used_at);

-- Who may no longer sign in stays, for the history of the calls they took.
alter table agent add column active boolean default true not null;

-- +6281…, sip:budi@example.com or client:budi
alter table agent add column endpoint varchar(140);
update agent set endpoint = phone;
alter table agent drop column phone;

create table disposition (
    code varchar(60) primary key,
    label_id varchar(80) not null,
    label_en varchar(80) not null,
    active boolean not null,
    position int not null
);
insert into disposition (code, label_id, label_en, active, position) values
    ('resolved', 'Selesai', 'Resolved', true, 1),
    ('follow-up', 'Tiket perlu ditindaklanjuti', 'Ticket needs follow-up', true, 2),
    ('wrong-number', 'Salah sambung', 'Wrong number', true, 3),
    ('caller-left', 'Penelepon menutup telepon', 'Caller left', true, 4),
    ('other', 'Lainnya', 'Something else', true, 5);
