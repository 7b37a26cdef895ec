-- What a supervisor edits in the browser and has not published; each has one.
create table flow_draft (
    username varchar(80) primary key,
    -- The files as they were when it was begun.
    begun_with varchar(40) not null references flow_version (version),
    files text not null,
    -- Counts its edits: of two that were made at once on two nodes, only one gets in.
    edits int not null,
    updated_at timestamp with time zone not null
);
