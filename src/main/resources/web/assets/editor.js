// The editor of a flow file: line numbers, and problems that lead to their place. Keeping what is typed is htmx's.
'use strict';

(() => {
  const text = document.querySelector('[data-editor]');
  const gutter = document.querySelector('.gutter');
  const file = text.dataset.editor;

  const problems = () => {
    const worst = new Map(); // by line
    document.querySelectorAll('#edit-problems [data-line]').forEach((link) => {
      if (link.dataset.file === file) worst.set(Number(link.dataset.line), true);
    });
    return worst;
  };

  const number = () => {
    const wrong = problems();
    const lines = text.value.split('\n').length;
    gutter.replaceChildren(...Array.from({ length: lines }, (_, at) => {
      const line = document.createElement('span');
      line.textContent = `${wrong.has(at + 1) ? '● ' : ''}${at + 1}\n`;
      line.classList.toggle('wrong-line', wrong.has(at + 1));
      return line;
    }));
    gutter.scrollTop = text.scrollTop;
  };

  // Once for each picture: a browser tells of each line of what is pasted, and of a whole file hundreds of times.
  let numbering = 0;
  const numberSoon = () => {
    cancelAnimationFrame(numbering);
    numbering = requestAnimationFrame(number);
  };

  const go = (line, column) => {
    const lines = text.value.split('\n');
    const at = Math.min(Math.max(1, line), lines.length);
    const before = lines.slice(0, at - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const place = before + Math.min(Math.max(0, column - 1), lines[at - 1].length);
    text.focus({ preventScroll: true });
    text.setSelectionRange(place, place);
    const height = parseFloat(getComputedStyle(text).lineHeight);
    text.scrollTop = Math.max(0, (at - 4) * height);
    text.scrollIntoView({ block: 'nearest' });
  };

  const goToHash = () => {
    const [, line, column] = location.hash.match(/^#(\d+):(\d+)$/) ?? [];
    if (line) go(Number(line), Number(column));
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-line]');
    if (link?.dataset.file !== file) return;
    event.preventDefault();
    go(Number(link.dataset.line), Number(link.dataset.column));
  });

  // Each text says which one it takes the place of, so that another window is not overwritten: the one that the server is known
  // to have, or one that was sent since and may have come there. EditorView.mark reckons the same.

  const MOST_SENT = 9;

  const mark = (words) => {
    let hash = 0;
    for (let at = 0; at < words.length; at++) hash = (Math.imul(31, hash) + words.charCodeAt(at)) | 0;
    return `${(hash >>> 0).toString(16)}-${words.length}`;
  };

  const form = text.form;
  const { seen } = form.elements;
  let kept = text.value;
  let sent = kept;
  let isRefused = false;

  const take = () => {
    sent = text.value;
    const [known, ...since] = seen.value.split(' ');
    seen.value = [known, ...since.slice(1 - MOST_SENT), mark(sent)].join(' ');
  };

  const answered = (status) => {
    isRefused = status === 409;
    if (status === 200) kept = sent;
    if (status === 200 || isRefused) seen.value = mark(kept);
  };

  form.addEventListener('htmx:beforeRequest', take);
  form.addEventListener('htmx:afterRequest', (event) => answered(event.detail.xhr.status));

  form.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.xhr.status !== 409) return;
    event.detail.shouldSwap = true; // it says that nothing was kept
    event.detail.isError = false;
  });

  // What was typed in the last moment before the page is left is kept as well, and before the next page is asked for. What
  // cannot be kept keeps the page open until its reader knows.

  const typed = () => new URLSearchParams(new FormData(form));

  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || text.value === kept || isRefused) return;
    event.preventDefault();
    try {
      const body = typed();
      take();
      const answer = await fetch(form.action, { method: 'POST', body, headers: { 'HX-Request': 'true' } });
      answered(answer.status);
      if (isRefused) htmx.swap(document.body, await answer.text(), { swapStyle: 'none' });
    } finally {
      if (!isRefused) location.assign(link.href);
    }
  });

  addEventListener('beforeunload', (event) => {
    if (isRefused && text.value !== kept) event.preventDefault();
  });

  addEventListener('pagehide', () => {
    if (text.value !== kept && !isRefused) navigator.sendBeacon(form.action, typed());
  });

  text.addEventListener('input', numberSoon);
  text.addEventListener('scroll', () => { gutter.scrollTop = text.scrollTop; });
  page.onChange(number);
  number();
  goToHash();
})();
