-- The room in which a contact's people meet; null for the room named after the contact itself.
alter table contact add column room_id uuid;
-- The contact that a consult is about.
alter table contact add column parent_id uuid;
-- The contact that this one carries on, after a transfer or when the agent's line was lost.
alter table contact add column continues_id uuid;
-- Who alone is to get it: 'supervisor', or 'agent:' and a username.
alter table contact add column target varchar(70);
-- The agent's line went although nobody had ended the conversation.
alter table contact add column cut_off boolean default false not null;
create index contact_parent on contact (parent_id);
create index contact_continues on contact (continues_id);

-- How a leg is to take part in its room. A request to the carrier names its change, so that one of an earlier change is noticed.
create table participant (
    leg_sid varchar(64) primary key,
    room_id uuid not null,
    on_hold boolean not null,
    muted boolean not null,
    coached_sid varchar(64),
    change_id uuid not null
);

create table supervision (
    id uuid primary key,
    contact_id uuid not null references contact (id),
    username varchar(60) not null,
    -- At most one at a time of a supervisor: null once it is over.
    open_username varchar(60) unique,
    mode varchar(10) not null,
    state varchar(10) not null,
    started_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    leg_sid varchar(64),
    leg_ended_at timestamp with time zone,
    constraint supervision_open check ((state <> 'over') = (open_username is not null))
);
create index supervision_contact on supervision (contact_id);

-- One row for each time that somebody is asked to rate a contact; the score once they have.
create table rating (
    id uuid primary key,
    contact_id uuid not null unique references contact (id),
    ticket varchar(9),
    caller varchar(16),
    username varchar(60) not null,
    language varchar(2) not null,
    channel varchar(5) not null,
    asked_at timestamp with time zone not null,
    token_hash varchar(64) unique,
    expires_at timestamp with time zone,
    score int,
    note varchar(500),
    rated_at timestamp with time zone,
    constraint rating_score check (score is null or score between 1 and 5),
    constraint rating_rated check ((score is null) = (rated_at is null))
);
create index rating_ticket on rating (ticket, asked_at);
create index rating_caller on rating (caller, asked_at);
