-- Where an agent was rung before they chose their browser, to go back to.
alter table agent add column usual_endpoint varchar(140);
