-- A call may be answered as if it were another time: by so many seconds the hours that it is told of are ahead of the real time.
alter table call add column hours_shift bigint default 0 not null;
