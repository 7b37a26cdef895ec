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

  // What was typed in the last moment before the page is left is kept as well, and before the next page is asked for.

  const form = text.form;
  let kept = text.value;
  let sent = kept;
  const typed = () => new URLSearchParams(new FormData(form));

  form.addEventListener('htmx:beforeRequest', () => { sent = text.value; });
  form.addEventListener('htmx:afterRequest', (event) => { if (event.detail.successful) kept = sent; });

  document.addEventListener('click', async (event) => {
    const link = event.target.closest('a[href]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || text.value === kept) return;
    event.preventDefault();
    sent = text.value;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: typed(), headers: { 'HX-Request': 'true' } });
      if (answer.ok) kept = sent;
    } finally {
      location.assign(link.href);
    }
  });

  addEventListener('pagehide', () => {
    if (text.value !== kept) navigator.sendBeacon(form.action, typed());
  });

  text.addEventListener('input', number);
  text.addEventListener('scroll', () => { gutter.scrollTop = text.scrollTop; });
  page.onChange(number);
  number();
  goToHash();
})();
