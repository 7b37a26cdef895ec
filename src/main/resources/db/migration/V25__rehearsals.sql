-- Rung to try the flows: on a draft, or as if it were another time. No figure counts it.
alter table call add column rehearsal boolean default false not null;
update call set rehearsal = true
where call_sid in (select e.call_sid from call_event e where e.kind in ('draft', 'as-if'));
