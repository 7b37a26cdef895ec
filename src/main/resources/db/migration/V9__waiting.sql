-- The contact of the same caller that was given this one's place, after the line was cut.
alter table contact add column resumed_by uuid;
-- The number that a callback was booked from; it may be to another one.
alter table contact add column booked_by varchar(16);
create index contact_booked_by on contact (booked_by, state);

create table voicemail (
    id uuid primary key,
    ticket varchar(9) not null references tickets (number),
    contact_id uuid references contact (id),
    call_sid varchar(64) not null,
    caller varchar(16),
    language varchar(2) not null,
    topic varchar(40) not null,
    -- Unique: a recording told of again is not kept twice.
    recording_url varchar(400) not null unique,
    seconds int not null,
    -- The caller was told, in the words of this version of the flows, that what they say is recorded, and spoke.
    consented_at timestamp with time zone not null,
    flow_version varchar(40) not null,
    created_at timestamp with time zone not null,
    heard_at timestamp with time zone,
    heard_by varchar(60)
);
create index voicemail_heard on voicemail (heard_at, created_at);
create index voicemail_ticket on voicemail (ticket, created_at);
