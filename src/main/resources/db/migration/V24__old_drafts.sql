-- When a version was last kept to be rung as a draft, or rung as one; empty if it never was.
alter table flow_version add column rung_at timestamp with time zone;
update flow_version set rung_at = first_used_at
where version not in (select version from flow_publication)
    and version not in (select found from flow_publication where found is not null)
    and version not in (select version from flow_folder);
create index flow_version_rung on flow_version (rung_at);
create index flow_draft_updated on flow_draft (updated_at);
