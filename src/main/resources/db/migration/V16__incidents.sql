-- What many callers ring about at once, said to each of them who chooses its topic, until it is over.
create table incident (
    id uuid primary key,
    topic varchar(60) not null,
    begins_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    created_by varchar(80) not null,
    -- Set when somebody ended it before its time, or put another one in its place.
    ended_by varchar(80)
);
create index incident_topic on incident (topic, ends_at);

create table incident_text (
    incident_id uuid not null references incident (id),
    language varchar(2) not null,
    words varchar(400) not null,
    primary key (incident_id, language)
);

-- Who heard it; nobody does twice in one call.
create table incident_heard (
    incident_id uuid not null references incident (id),
    call_sid varchar(64) not null,
    heard_at timestamp with time zone not null,
    primary key (incident_id, call_sid)
);
