package hotline.web;

import java.time.Clock;

/** What every page for people is built with. */
record PageKit(Visitors visitors, Pages pages, PageStreams streams, Clock clock) {}
