// The desk's script: keeps the page live, the clocks running, the notes saved, and the keys working.
'use strict';

(() => {
  const desk = document.querySelector('[data-live]');
  const words = document.querySelector('[data-words]').dataset;
  const language = document.documentElement.lang;
  const byId = (id) => document.getElementById(id);

  // Live: an event stream. The server beats each second; three seconds without one are a lost connection.

  const LOST_AFTER = 2800;
  const AGAIN_AFTER = 1000;
  const bar = document.querySelector('.lost');
  let stream = null;
  let lastBeat = performance.now();
  let clockAhead = 0; // how far the server's clock is ahead of this one, in ms
  let paused = false;

  const show = (html) => htmx.swap(document.body, html, { swapStyle: 'none' });

  let heldUntil = 0; // a message about something else than the connection stays for a while

  const say = (text, withResume = false) => {
    bar.querySelector('[data-lost-words]').textContent = text;
    bar.querySelector('[data-resume]').hidden = !withResume;
    bar.hidden = text === '';
  };

  const alive = () => {
    lastBeat = performance.now();
    if (!bar.hidden && !paused && lastBeat > heldUntil) {
      say('');
      notes.retry();
    }
  };

  const connect = () => {
    stream = new EventSource(desk.dataset.live);
    stream.addEventListener('parts', (event) => { show(event.data); alive(); });
    stream.addEventListener('beat', (event) => { clockAhead = Number(event.data) - Date.now(); alive(); });
    stream.addEventListener('over', (event) => {
      stream.close();
      if (event.data === 'paused') {
        paused = true;
        say(words.paused, true);
      } else {
        location.assign('/sign-in');
      }
    });
    stream.addEventListener('error', () => {
      say(words.lost);
      stream.close();
      setTimeout(reconnect, AGAIN_AFTER);
    });
  };

  const reconnect = async () => {
    try {
      const answer = await fetch(desk.dataset.parts, { headers: { 'HX-Request': 'true' } });
      if (answer.status === 401) {
        location.assign('/sign-in');
        return;
      }
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      show(await answer.text());
      connect();
    } catch {
      say(words.lost);
      setTimeout(reconnect, AGAIN_AFTER);
    }
  };

  setInterval(() => {
    if (!paused && performance.now() - lastBeat > LOST_AFTER) {
      say(words.lost);
      if (stream.readyState === EventSource.OPEN && performance.now() - lastBeat > 2 * LOST_AFTER) {
        stream.close(); // open, but nothing comes: a network that swallows everything
        lastBeat = performance.now();
        setTimeout(reconnect, 0);
      }
    }
  }, 500);

  addEventListener('pagehide', () => stream.close());
  addEventListener('pageshow', (event) => { if (event.persisted) reconnect(); });

  bar.querySelector('[data-resume]').addEventListener('click', () => { paused = false; say(''); reconnect(); });

  // A part that stays the same thing (the notes of one contact) is left alone: somebody is typing in it.

  const numbers = new Map();

  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    const old = event.detail.target;
    const fresh = event.detail.fragment.firstElementChild;
    const plays = [...old.querySelectorAll('audio')].some((audio) => !audio.paused);
    if (plays || (old.dataset.key && fresh && old.dataset.key === fresh.dataset.key)) {
      event.detail.shouldSwap = false;
      return;
    }
    old.querySelectorAll('[data-flash]').forEach((number) => numbers.set(number.id, number.textContent));
  });

  document.addEventListener('htmx:oobAfterSwap', () => {
    numbers.forEach((before, id) => {
      const number = byId(id);
      number?.classList.toggle('flash', number.textContent !== before);
    });
    numbers.clear();
    tick();
    announce();
  });

  // What was held back while a message played comes when it stops.

  document.addEventListener('pause', async () => {
    try {
      const answer = await fetch(desk.dataset.parts, { headers: { 'HX-Request': 'true' } });
      if (answer.ok) show(await answer.text());
    } catch {
      // the stream notices a lost connection
    }
  }, true);

  document.addEventListener('submit', (event) => {
    event.target.closest('li')?.querySelector('audio')?.pause();
  }, true);

  const announce = () => {
    const ringing = document.querySelector('[data-ringing]');
    document.title = ringing ? `☎ ${ringing.dataset.ringing}` : desk.dataset.title;
  };

  // Clocks: the server says when, the page says how long ago.

  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });

  const minutes = (ms) => {
    const seconds = Math.max(0, Math.floor(ms / 1000));
    const rest = String(seconds % 60).padStart(2, '0');
    const all = Math.floor(seconds / 60);
    return all < 60 ? `${all}:${rest}` : `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}:${rest}`;
  };

  const ago = (ms) => {
    const hours = ms / 3_600_000;
    if (Math.abs(hours) < 1) return relative.format(-Math.round(ms / 60_000), 'minute');
    if (Math.abs(hours) < 36) return relative.format(-Math.round(hours), 'hour');
    return relative.format(-Math.round(hours / 24), 'day');
  };

  const tick = () => {
    const now = Date.now() + clockAhead;
    document.querySelectorAll('time[datetime]').forEach((time) => {
      const at = new Date(time.dateTime);
      const { up, down, ago: past, day: date } = time.dataset;
      if (up !== undefined) time.textContent = minutes(now - at);
      if (down !== undefined) time.textContent = minutes(at - now);
      if (past !== undefined) time.textContent = ago(now - at);
      if (date !== undefined) time.textContent = day.format(at);
      if (!time.title && time.dateTime.includes('T')) time.title = exact.format(at);
    });
  };

  setInterval(tick, 1000);

  // Notes: saved while typing, kept here until the server has them.

  const notes = (() => {
    let timer = 0;
    let unsaved = false;

    const state = (text) => { const place = byId('notes-state'); if (place) place.textContent = text; };

    const save = async (keepalive = false) => {
      clearTimeout(timer);
      const area = byId('notes');
      if (!area || !unsaved) return;
      const text = area.value;
      try {
        const answer = await fetch('/desk/notes', {
          method: 'POST',
          keepalive,
          headers: { 'X-Form-Token': desk.dataset.token, 'HX-Request': 'true' },
          body: new URLSearchParams({ contact: area.dataset.contact, notes: text }),
        });
        if (!answer.ok && answer.status !== 409) throw new Error(`status ${answer.status}`);
        if (area.value === text || !answer.ok) { // 409: the contact is this agent's no more, and neither are its notes
          unsaved = false;
          state(answer.ok ? words.saved : '');
        }
      } catch {
        state(words.unsaved);
        timer = setTimeout(save, 3000);
      }
    };

    document.addEventListener('input', (event) => {
      if (event.target.id !== 'notes') return;
      unsaved = true;
      state(words.saving);
      clearTimeout(timer);
      timer = setTimeout(save, 600);
    });
    document.addEventListener('visibilitychange', () => { if (document.hidden) save(true); });
    return { retry: () => save() };
  })();

  // Forms: when one does not arrive, or comes too late, the page says so.

  const complain = (text) => {
    heldUntil = performance.now() + 5000;
    say(text);
  };

  document.addEventListener('htmx:sendError', () => complain(words.failed));
  document.addEventListener('htmx:responseError', (event) => {
    const { status } = event.detail.xhr;
    if (status !== 401) complain(status === 409 ? words.refused : words.failed);
  });

  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-opens], [data-shows]');
    if (opener?.dataset.opens) {
      byId(opener.dataset.opens).showModal();
    } else if (opener?.dataset.shows) {
      const shown = byId(opener.dataset.shows);
      shown.hidden = !shown.hidden;
      opener.setAttribute('aria-expanded', String(!shown.hidden));
      if (!shown.hidden) shown.querySelector('button').focus();
    }
  });

  // Keys: one letter each, none while typing; they can be switched off (WCAG 2.1.4).

  const keysOn = byId('keys-on');
  keysOn.checked = localStorage.getItem('hotline-keys') !== 'off';
  keysOn.addEventListener('change', () => localStorage.setItem('hotline-keys', keysOn.checked ? 'on' : 'off'));

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input:not([type=radio], [type=checkbox]), textarea, select');
    if (event.key === 'Escape' && typing) typing.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key === '?') {
      byId('keys').showModal();
    } else if (keysOn.checked) {
      const key = event.key.toLowerCase();
      if (key === 'n') byId('notes')?.focus();
      else if (key === 'd') document.querySelector('#work input[type=radio]')?.focus();
      else if (/^[a-z]$/.test(key)) document.querySelector(`button[data-key="${key}"]`)?.click();
      else return;
    } else {
      return;
    }
    event.preventDefault();
  });

  tick();
  announce();
  connect();
})();
