-- What a caller added to a ticket in a call is looked for by the call, as when it is counted whom an announcement helped.
create index ticket_history_by_call on ticket_history (call_sid);
