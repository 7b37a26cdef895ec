-- What the folder held from which a version came: others may have published too, so that it is not what went live. Empty for what came
-- from the browser.
alter table flow_publication add column found varchar(40) references flow_version (version);
update flow_publication set found = version where published_by is null;
