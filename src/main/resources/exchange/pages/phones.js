// The page: one phone at /phone?number=…, the introduced ones side by side at /.

import { follow } from '/pages/follow.js';
import { Phone, clock, spaced } from '/pages/phone.js';

const network = await (await fetch('/network')).json();
const hotline = network.numbers;
const named = Object.fromEntries(network.phones.map((phone) => [phone.number, phone.name]));
const asked = new URLSearchParams(location.search).get('number')?.trim().replace(/^(?=\d)/, '+');
const flows = new URLSearchParams(location.search).get('flows')?.match(/^[0-9a-f]{4,40}$/)?.[0];
const shown = asked ? [asked] : network.phones.slice(0, 2).map((phone) => phone.number);
if (shown.length === 0) shown.push('+6281234567890');

const phones = shown.map((number) => new Phone(number, named, hotline, {
  chosen: choose,
  savesCalls: network.savesCalls,
  flows,
}));
if (flows) {
  document.querySelector('.draft').hidden = false;
  document.querySelector('.draft b').textContent = flows;
}
document.getElementById('phones').replaceChildren(...phones.map((phone) => phone.root));
let current;
choose(phones[0]);

function choose(phone) {
  current = phone;
  phones.forEach((one) => { one.chosen = phones.length > 1 && one === phone; });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select')) return;
  if (/^[0-9*#]$/.test(event.key)) current.press(event.key);
  else if (event.key === 'Enter' && !event.target.matches('button, summary, a')) current.go();
  else if (event.key === 'Escape') current.stop();
  else return;
  event.preventDefault();
});

const complaints = document.getElementById('complaints');
const lines = document.querySelector('#lines ol');
let count = 0;

function complain(at, text) {
  count += 1;
  complaints.querySelector('ol').append(row([['time', clock(at)], ['b', text]]));
  counted();
}

function counted() {
  complaints.classList.toggle('bad', count > 0);
  complaints.querySelector('.count').textContent = count === 0
    ? 'No complaints: Twilio would accept all that Hotline said'
    : `${count} ${count === 1 ? 'complaint' : 'complaints'}: Twilio would not accept this`;
}

function row(cells) {
  const line = document.createElement('li');
  for (const [name, text] of cells) {
    const cell = document.createElement(name);
    cell.textContent = text;
    line.append(cell);
  }
  return line;
}

function tell(line) {
  lines.append(row([['time', clock(line.at)], ['span', named[line.number] ?? spaced(line.number)], ['div', line.text]]));
  while (lines.children.length > 200) lines.firstElementChild.remove();
  lines.scrollTop = lines.scrollHeight;
}

/** All anew, at the start and when a lost connection is there again. */
function restore(now) {
  count = 0;
  complaints.querySelector('ol').replaceChildren();
  now.complaints.forEach((complaint) => complain(complaint.at, complaint.text));
  counted();
  lines.replaceChildren();
  now.lines.forEach(tell);
}

follow(shown, {
  connection: (up) => { document.querySelector('.lost').hidden = up; },
  told: (event, what) => {
    if (event === 'network') restore(what);
    else if (event === 'line') {
      if (what.kind === 'complaint') complain(what.at, what.text);
      tell(what);
    } else {
      phones.find((phone) => phone.number === what.number)?.told(event, what);
    }
  },
});
