-- How often a number was told that it has opted out or in, since when.
create table confirmation (
    phone varchar(16) primary key,
    since timestamp with time zone not null,
    sent int not null
);
