-- How many calls needed nothing more after hearing of an incident is asked each time one is heard.
create index tickets_by_call on tickets (call_sid);
create index voicemail_call on voicemail (call_sid);

-- The topic while it is said, and unique: two nodes cannot both switch one on. Empty once it is over; one that ended by itself
-- keeps it until the topic's next.
alter table incident add column active_topic varchar(60);
create unique index incident_active_topic on incident (active_topic);
