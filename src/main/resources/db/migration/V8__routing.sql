alter table agent alter column skills set data type varchar(800);
-- When the page of the agent's desk last said that it is connected; null when it has not since they became available.
alter table agent add column desk_seen_at timestamp with time zone;
-- How often the present wrap-up was extended.
alter table agent add column wrap_up_extensions int default 0 not null;

-- Who was considered for a contact, and what spoke for or against each. One row for each reservation, with its id; and one, with
-- the contact's id, for the newest look in which nobody could be chosen.
create table routing_decision (
    id uuid primary key,
    contact_id uuid not null references contact (id),
    decided_at timestamp with time zone not null,
    username varchar(60),
    agents text not null,
    -- tells whether a look found what the one before found, without reading that
    fingerprint int not null
);
create index routing_decision_contact on routing_decision (contact_id, decided_at);

alter table reservation drop column why;

create index contact_caller on contact (caller, ended_at);
create index contact_agent on contact (username, ended_at);
