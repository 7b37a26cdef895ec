-- Where a call stands in its flows, or stood when it ended; what the session says, in columns that can be counted.
alter table call add column flow varchar(80);
alter table call add column step varchar(80);
