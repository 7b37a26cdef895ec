// One phone on the page: shows what the network tells of it, and tells the network what its owner does.

import { Ear } from '/pages/sound.js';

const LETTERS = { 2: 'ABC', 3: 'DEF', 4: 'GHI', 5: 'JKL', 6: 'MNO', 7: 'PQRS', 8: 'TUV', 9: 'WXYZ', 0: '+' };
const WORDS = { idle: 'Idle', dialing: 'Calling…', ringing: 'Ringing', talking: 'On a call' };
const OUTCOMES = { completed: 'Call ended', busy: 'Line busy', 'no-answer': 'No answer', failed: 'Not reachable', canceled: 'Call canceled' };

const element = (name, className, text) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

/** +6281234567890 as +62 812 3456 7890, for the eye only. */
export const spaced = (number) => number.replace(/^(\+62|\+1|\+\d\d)(\d{2,3}?)(\d{3,4})(\d{4})$/, '$1 $2 $3 $4');
export const clock = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });

/** 2026-12-25T22:00 as Fri 25 Dec 2026, 22:00: a local time, of wherever the number is. */
const day = (at) => new Date(`${at}Z`).toLocaleString('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export class Phone {
  #root;
  #ear = new Ear();
  #state = {};
  #captions = new Map();
  #outcome;
  #savesCalls;
  #dialed = false;
  #flows;
  #names;

  constructor(number, names, hotline, { chosen, savesCalls, flows }) {
    this.#savesCalls = savesCalls;
    this.#flows = flows;
    const name = names[number] ?? 'A phone';
    this.number = number;
    this.#names = { hotline: 'Hotline', network: 'Network', ...names };
    this.#root = document.getElementById('phone').content.firstElementChild.cloneNode(true);
    this.#find('.name').textContent = name;
    this.#find('.number').textContent = spaced(number);
    this.#find('.phone').setAttribute('aria-label', `Phone of ${name}, ${spaced(number)}`);
    this.#keypad();
    this.#numbers(hotline);
    this.#find('.go').onclick = () => this.go();
    this.#find('.stop').onclick = () => this.stop();
    this.#find('.sound').onclick = () => this.#toggleSound();
    this.#find('.as-if input').oninput = () => this.#asIfChanged();
    this.#find('.as-if button').onclick = () => this.#backToNow();
    this.#onSubmit('.say', (words) => this.#do('say', { words }).then(() => this.#own(words)));
    this.#onSubmit('.sms form', (body) => this.#do('text', { to: this.#to(), body }));
    this.#root.addEventListener('pointerdown', () => chosen(this));
    this.#root.addEventListener('focusin', () => chosen(this));
    setInterval(() => this.#tick(), 500);
  }

  get root() { return this.#root; }

  set chosen(on) { this.#find('.phone').classList.toggle('chosen', on); }

  /** Calls, or answers. */
  go() {
    if (this.#state.state === 'ringing') this.#do('answer');
    else if (this.#state.state === 'idle' && this.#to() && this.#find('.as-if input').reportValidity()) {
      this.#do('dial', { to: this.#to(), voiceQuery: this.#voiceQuery() });
    }
  }

  /** Hangs up, or declines. */
  stop() {
    if (this.#state.state === 'ringing') this.#do('reject');
    else if (this.#state.state !== 'idle') this.#do('hangup');
  }

  press(key) {
    const button = this.#find(`.keys [data-key="${key}"]`);
    button.classList.add('down');
    setTimeout(() => button.classList.remove('down'), 140);
    if (this.#state.state !== 'talking') {
      this.#ear.key(key);
      return;
    }
    this.#ear.silence();
    this.#ear.key(key);
    this.#own(key);
    this.#do('press', { keys: key });
  }

  #find(selector) { return this.#root.querySelector(selector); }

  #to() { return this.#find('.to select').value; }

  /** What the hotline is asked with: flows that are not live, another time. */
  #voiceQuery() {
    const at = this.#find('.as-if input').value;
    return [this.#flows && `flows=${this.#flows}`, at && `at=${at}`].filter(Boolean).join('&');
  }

  /** A time that is half typed has no value yet, but can be taken back too. */
  #asIfChanged() {
    const input = this.#find('.as-if input');
    this.#find('.as-if button').hidden = input.value === '' && !input.validity.badInput;
    this.#find('.as-if').classList.toggle('set', input.value !== '');
  }

  #backToNow() {
    this.#find('.as-if input').value = '';
    this.#asIfChanged();
    this.#find('.as-if input').focus();
  }

  #keypad() {
    for (const key of '123456789*0#') {
      const button = element('button');
      button.type = 'button';
      button.dataset.key = key;
      button.setAttribute('aria-label', { '*': 'star', '#': 'hash' }[key] ?? `${key} ${LETTERS[key] ?? ''}`.trim());
      button.append(element('b', '', key), element('span', '', LETTERS[key] ?? ''));
      button.onclick = () => this.press(key);
      this.#find('.keys').append(button);
    }
  }

  #numbers(hotline) {
    for (const number of hotline) this.#find('.to select').append(new Option(spaced(number), number));
    this.#find('.to').classList.toggle('one', hotline.length < 2);
    this.#find('.to').hidden = hotline.length === 0;
  }

  #onSubmit(selector, act) {
    this.#find(selector).onsubmit = (event) => {
      event.preventDefault();
      const input = event.target.querySelector('input');
      const words = input.value.trim();
      input.value = '';
      if (words) act(words);
    };
  }

  async #do(deed, body = {}) {
    const answer = await fetch(`/phones/${encodeURIComponent(this.number)}/${deed}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    }).catch(() => undefined);
    if (!answer?.ok) this.#note(answer ? await answer.text() : 'The network does not answer.');
  }

  /** Takes in what the network tells of this phone. */
  told(event, what) {
    if (event === 'snapshot') this.#restore(what);
    else if (event === 'state') this.#show(what);
    else if (event === 'full') this.#captions.get(what.id)?.classList.remove('sounding');
    else if (event === 'message') this.#message(what, true);
    else if (event === 'heard') {
      this.#caption(what, true);
      this.#ear.hear(what);
    }
  }

  #restore(phone) {
    this.#captions.clear();
    this.#find('.captions').replaceChildren();
    this.#find('.sms ol').replaceChildren();
    phone.heard.forEach((sound) => this.#caption(sound, false));
    phone.messages.forEach((message) => this.#message(message, false));
    if (phone.state !== 'ringing') this.#ear.ring(false); // it stopped while the connection was lost
    this.#show(phone, true);
  }

  #show(state, restored = false) {
    const before = this.#state.state;
    const call = this.#state.callSid;
    this.#state = state;
    const phone = this.#find('.phone');
    phone.dataset.state = state.state;
    phone.classList.toggle('awaited', state.awaited);
    this.#find('.incoming').hidden = state.state !== 'ringing';
    this.#find('.incoming .from').textContent = spaced(state.otherEnd ?? '');
    const at = new URLSearchParams(state.voiceQuery).get('at');
    this.#find('.as-if-note').hidden = !at;
    this.#write('.as-if-note', at ? `As if it were ${day(at)}` : '');
    this.#find('.go').disabled = !['idle', 'ringing'].includes(state.state);
    this.#find('.go span').textContent = state.state === 'ringing' ? 'Answer' : 'Call';
    this.#find('.stop').disabled = state.state === 'idle';
    this.#find('.stop span').textContent = state.state === 'ringing' ? 'Decline' : 'Hang up';
    if (before !== state.state && !restored) this.#changed(before, state, call);
    this.#tick();
  }

  #changed(before, state, call) {
    this.#ear.ring(state.state === 'ringing');
    if (state.state === 'idle') {
      this.#ear.silence();
      this.#quiet();
      if (before) this.#note(OUTCOMES[state.lastOutcome] ?? 'Call ended');
      if (call && this.#dialed && this.#savesCalls) this.#offerToSave(call);
      this.#dialed = false;
      this.#outcome = Date.now();
    }
    if (state.state === 'dialing') this.#dialed = true;
    if (state.state === 'dialing') this.#note(`Calling ${spaced(state.otherEnd)}`);
    if (state.state === 'talking' && before === 'ringing') this.#note(`Answered ${spaced(state.otherEnd)}`);
  }

  #tick() {
    const { state, since, lastOutcome } = this.#state;
    const justEnded = state === 'idle' && this.#outcome && Date.now() - this.#outcome < 4000;
    this.#write('.word', justEnded ? OUTCOMES[lastOutcome] ?? 'Call ended' : WORDS[state] ?? '…');
    const seconds = state === 'talking' && since ? Math.max(0, Math.floor((Date.now() - new Date(since)) / 1000)) : -1;
    this.#write('.timer', seconds < 0 ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
  }

  #write(selector, text) {
    const place = this.#find(selector);
    if (place.textContent !== text) place.textContent = text;
  }

  #caption(sound, fresh) {
    if (sound.kind === 'tone') {
      this.#add(element('li', 'tone', `♪ ${sound.text}`), fresh);
      return;
    }
    this.#quiet();
    const line = element('li', fresh && !sound.inFull ? 'sounding' : '');
    const who = this.#names[sound.speaker] ?? spaced(sound.speaker);
    const head = element('small');
    head.append(element('span', '', sound.language ? `${who} · ${sound.language}` : who), element('time', '', clock(sound.at)));
    const words = element('span', '', sound.kind === 'audio' ? `♪ ${sound.text}` : sound.text);
    if (sound.language) words.lang = sound.language;
    line.append(head, words);
    this.#captions.set(sound.id, line);
    this.#add(line, fresh);
  }

  #quiet() { this.#root.querySelectorAll('.captions .sounding').forEach((line) => line.classList.remove('sounding')); }

  #own(words) {
    this.#quiet();
    this.#add(element('li', 'own', words), true);
  }

  /** A call that is over can become an example for `hotline flows test`. */
  #offerToSave(call) {
    const line = element('li', 'call');
    const link = element('a', '', 'Save this call as a test');
    link.href = `/phones/${encodeURIComponent(this.number)}/calls/${encodeURIComponent(call)}/example`;
    link.download = 'recorded.yaml';
    line.append(link);
    this.#add(line, true);
  }

  #note(text) { this.#add(element('li', 'call', text), true); }

  #add(line, fresh) {
    const list = this.#find('.captions');
    if (fresh) line.classList.add('fresh');
    list.append(line);
    while (list.children.length > 300) list.firstElementChild.remove();
    list.scrollTop = list.scrollHeight;
  }

  #message(message, fresh) {
    const own = message.from === this.number;
    const bubble = element('li', (own ? 'own' : '') + (fresh ? ' fresh' : ''));
    for (const part of message.body.split(/(https?:\/\/[^\s]+)/)) {
      if (/^https?:\/\//.test(part)) {
        const link = element('a', '', part);
        link.href = part;
        link.target = '_blank';
        link.rel = 'noopener';
        bubble.append(link);
      } else {
        bubble.append(part);
      }
    }
    bubble.append(element('small', '', own ? clock(message.at) : `${spaced(message.from)} · ${clock(message.at)}`));
    const list = this.#find('.sms ol');
    list.append(bubble);
    list.scrollTop = list.scrollHeight;
  }

  #toggleSound() {
    this.#ear.on = !this.#ear.on;
    this.#find('.sound').setAttribute('aria-pressed', String(this.#ear.on));
    this.#find('.sound span').textContent = this.#ear.on ? 'Sound on' : 'Sound off';
  }
}
