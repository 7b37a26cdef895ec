// What all pages share: being live, running clocks, forms that say when they did not arrive, dialogs, and keys.
'use strict';

const page = (() => {
  const live = document.querySelector('[data-live]');
  const words = document.querySelector('[data-words]').dataset;
  const language = document.documentElement.lang;
  const byId = (id) => document.getElementById(id);
  const changed = []; // told after parts of the page have changed
  const alive = []; // told when the connection is there again

  // The quiet bar at the bottom.

  const bar = document.querySelector('.lost');
  let heldUntil = 0; // a message about something else than the connection stays for a while

  const say = (text, withResume = false) => {
    bar.querySelector('[data-lost-words]').textContent = text;
    bar.querySelector('[data-resume]').hidden = !withResume;
    bar.hidden = text === '';
  };

  const complain = (text) => {
    heldUntil = performance.now() + 5000;
    say(text);
    if (!live) setTimeout(() => say(''), 5000);
  };

  // A part that stays the same thing (the notes of one contact) is left alone: somebody is typing in it, or listens to it.

  const numbers = new Map();
  let focused = ''; // what had the keys before its part was replaced

  // What a reader opened stays open, and what they typed or chose in a field that says so stays theirs.
  const keep = (old, fresh) => {
    old.querySelectorAll('details[id]').forEach(({ id, open }) => {
      const same = fresh.getElementById(id);
      if (same) same.open = open;
    });
    old.querySelectorAll('[data-kept]').forEach(({ id, value, checked }) => {
      const same = fresh.getElementById(id);
      if (same?.type === 'checkbox') same.checked = checked;
      if (same && (!same.options || [...same.options].some((option) => option.value === value))) same.value = value;
    });
  };

  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    const old = event.detail.target;
    const fresh = event.detail.fragment.firstElementChild;
    const plays = [...old.querySelectorAll('audio')].some((audio) => !audio.paused);
    if (plays || (old.dataset.key && fresh && old.dataset.key === fresh.dataset.key)) {
      event.detail.shouldSwap = false;
      return;
    }
    old.querySelectorAll('[data-flash]').forEach((number) => numbers.set(number.id, number.textContent));
    keep(old, event.detail.fragment);
    if (old.contains(document.activeElement)) focused = document.activeElement.id;
  });

  document.addEventListener('htmx:oobAfterSwap', () => {
    numbers.forEach((before, id) => {
      const number = byId(id);
      number?.classList.toggle('flash', number.textContent !== before);
    });
    numbers.clear();
    if (focused && document.activeElement === document.body) byId(focused)?.focus({ preventScroll: true });
    focused = '';
    tick();
    changed.forEach((listener) => listener());
  });

  // Live: an event stream. The server beats each second; three seconds without one are a lost connection.

  const LOST_AFTER = 2800;
  const AGAIN_AFTER = 1000;
  let stream = null;
  let lastBeat = performance.now();
  let clockAhead = live?.dataset.now ? Number(live.dataset.now) - Date.now() : 0; // the server's clock before ours, in ms
  let paused = false;

  // Callers are offered to nobody whose desk has lost its connection. An agent who looks at another page is still there; a
  // beat comes even while the page is in the background.

  const HERE_EVERY = 10_000;
  let saidHere = -HERE_EVERY;

  const sayHere = () => {
    if (performance.now() - saidHere < HERE_EVERY) return;
    saidHere = performance.now();
    fetch('/desk/here', { method: 'POST', headers: { 'X-Form-Token': words.token, 'HX-Request': 'true' } })
      .catch(() => { saidHere = -HERE_EVERY; });
  };

  // A browser may freeze a page in the background: its scripts stop, callers are no longer offered to it, and rightly so, since
  // it could not show them. Chromium leaves pages alone that hold a Web Lock (its FreezingPolicy; "Freezing on Energy Saver",
  // Chrome for Developers, 2025), so a live page holds one, shared with its agent's other pages, until it is closed. Where that
  // does not help, the page says that it is there again as soon as it goes on.

  const stayAwake = () => {
    navigator.locks?.request('hotline-live', { mode: 'shared' }, () => new Promise(() => {}))
      .catch(() => {}); // the page is being left
    document.addEventListener('resume', () => {
      saidHere = -HERE_EVERY;
      sayHere();
    });
  };

  const show = (html) => htmx.swap(document.body, html, { swapStyle: 'none' });

  const beat = () => {
    lastBeat = performance.now();
    if (!bar.hidden && !paused && lastBeat > heldUntil) {
      say('');
      alive.forEach((listener) => listener());
    }
  };

  const connect = () => {
    stream = new EventSource(live.dataset.live);
    stream.addEventListener('parts', (event) => { show(event.data); beat(); });
    stream.addEventListener('beat', (event) => { clockAhead = Number(event.data) - Date.now(); beat(); sayHere(); });
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
      saidHere = -HERE_EVERY; // to be said at once when the connection is back
      stream.close();
      setTimeout(reconnect, AGAIN_AFTER);
    });
  };

  // What was held back while a message played comes when it stops; a message that is dealt with stops.

  document.addEventListener('pause', async () => {
    try {
      const answer = await fetch(live.dataset.parts, { headers: { 'HX-Request': 'true' } });
      if (answer.ok) show(await answer.text());
    } catch {
      // the stream notices a lost connection
    }
  }, true);

  document.addEventListener('submit', (event) => {
    event.target.closest('li')?.querySelector('audio')?.pause();
  }, true);

  const reconnect = async () => {
    try {
      const answer = await fetch(live.dataset.parts, { headers: { 'HX-Request': 'true' } });
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

  if (live) {
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
  }

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

  // Forms: when one does not arrive, or comes too late, the page says so.

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

  // Keys: one letter or digit each, none while typing; they can be switched off (WCAG 2.1.4). In a list J and K go from row
  // to row, and what can be done with a row has a key that works while the row, or something in it, has the focus.

  const keysOn = byId('keys-on');
  keysOn.checked = localStorage.getItem('hotline-keys') !== 'off';
  keysOn.addEventListener('change', () => localStorage.setItem('hotline-keys', keysOn.checked ? 'on' : 'off'));

  const ownKeys = new Map(); // what a page's own script does at a key

  const go = (step) => {
    const rows = [...document.querySelectorAll('[data-row]')];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
  };

  const press = (key) => {
    const row = document.activeElement.closest('[data-row]');
    const target = row?.querySelector(`[data-row-key="${key}"]`)
      ?? document.querySelector(`button[data-key="${key}"], a[data-key="${key}"]`);
    if (target) {
      target.click();
    } else {
      document.querySelector(`[data-focus-key="${key}"]`)?.focus();
    }
  };

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input:not([type=radio], [type=checkbox]), textarea, select');
    if (event.key === 'Escape' && typing) typing.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key === '?') {
      byId('keys').showModal();
    } else if (keysOn.checked) {
      const key = event.key.toLowerCase();
      if (ownKeys.has(key)) ownKeys.get(key)();
      else if (key === 'j') go(1);
      else if (key === 'k') go(-1);
      else if (/^[a-z0-9/]$/.test(key)) press(key);
      else return;
    } else {
      return;
    }
    event.preventDefault();
  });

  tick();
  if (live) {
    connect();
    stayAwake();
  } else {
    sayHere();
    setInterval(sayHere, HERE_EVERY);
  }

  return {
    words,
    /** Calls back whenever parts of the page have changed. */
    onChange: (listener) => changed.push(listener),
    /** Calls back when a lost connection is there again. */
    onAlive: (listener) => alive.push(listener),
    /** Does something at a key of this page only. */
    onKey: (key, action) => ownKeys.set(key, action),
  };
})();
