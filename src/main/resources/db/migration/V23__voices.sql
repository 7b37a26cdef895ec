-- Voices that the carrier could not speak with. Until back_at their fallbacks speak; then they are tried again.
create table failed_voice (
    voice varchar(400) primary key,
    error_code varchar(10) not null,
    failed_at timestamp with time zone not null,
    back_at timestamp with time zone not null
);
