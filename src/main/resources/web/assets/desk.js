// The desk's own script: says in the title that the phone rings, and keeps the notes.
'use strict';

(() => {
  const desk = document.querySelector('[data-live]');
  const { words } = page;
  const byId = (id) => document.getElementById(id);

  const announce = () => {
    const ringing = document.querySelector('[data-ringing]');
    document.title = ringing ? `☎ ${ringing.dataset.ringing}` : desk.dataset.title;
  };

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

  // The list of people to hand the caller to stays as it is while somebody chooses from it; an empty one is filled.
  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    const { target, fragment } = event.detail;
    if (target.id === 'transfer' && target.open && fragment.firstElementChild?.dataset.key !== 'none') {
      event.detail.shouldSwap = false;
      const shown = byId('transfer-to');
      const fresh = fragment.querySelector('#transfer-to');
      if (shown && fresh && !shown.options.length) shown.replaceChildren(...fresh.children);
    }
  });

  // A dialog whose form has done its work is no longer needed.
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.successful) event.target.closest('[data-closes]')?.closest('dialog').close();
  });

  page.onChange(announce);
  page.onAlive(notes.retry);
  page.onKey('n', () => byId('notes')?.focus());
  page.onKey('d', () => document.querySelector('#work input[type=radio]')?.focus());
  announce();
})();
