create table agent (
    username varchar(60) primary key,
    name varchar(120) not null,
    phone varchar(16),
    role varchar(12) not null,
    languages varchar(120) not null,
    skills varchar(600) not null,
    presence varchar(12) not null,
    presence_reason varchar(120),
    state varchar(12) not null,
    active_contact uuid unique,
    idle_since timestamp with time zone not null,
    wrap_up_until timestamp with time zone,
    missed int not null,
    password_hash varchar(200),
    constraint agent_contact check ((state in ('reserved', 'on-call', 'wrap-up')) = (active_contact is not null)),
    constraint agent_wrap_up check ((state = 'wrap-up') = (wrap_up_until is not null))
);
create index agent_state on agent (state);

create table web_session (
    token_hash varchar(64) primary key,
    username varchar(60) not null references agent (username),
    started_at timestamp with time zone not null,
    seen_at timestamp with time zone not null
);
create index web_session_user on web_session (username);
