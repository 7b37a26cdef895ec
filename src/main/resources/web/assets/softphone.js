// The softphone on the desk: rung like any other phone, answered with a click. It reaches the carrier through its Voice SDK.
'use strict';

(() => {
  const box = document.querySelector('[data-softphone]');
  const part = (name) => box.querySelector(`[data-${name}]`);
  let device;
  let call;

  function show(state) {
    box.dataset.state = state;
    part('says').textContent = box.dataset[state];
    part('answer').hidden = state !== 'ringing';
    part('take').hidden = state !== 'open';
    part('mute-it').hidden = state !== 'open';
    part('hang-up').hidden = state !== 'ringing' && state !== 'open';
  }

  function showMute(muted) {
    part('mute-it').setAttribute('aria-pressed', String(muted));
    part('mute-it').textContent = muted ? box.dataset.unmute : box.dataset.mute;
  }

  async function token() {
    const answer = await fetch('/desk/softphone-token', {method: 'POST', headers: {'X-Form-Token': box.dataset.token}});
    if (!answer.ok) {
      throw new Error(`no token: ${answer.status}`);
    }
    return (await answer.json()).token;
  }

  function over() {
    call = undefined;
    show(device.state === 'registered' ? 'ready' : 'off');
  }

  function rings(incoming) {
    call = incoming;
    showMute(false);
    show('ringing');
    call.on('accept', () => show('open'));
    for (const end of ['cancel', 'disconnect', 'reject', 'error']) {
      call.on(end, over);
    }
  }

  // An unsteady line comes back by itself; until then nobody reaches this browser, and the page says so.
  function again() {
    if (!call) {
      show('off');
    }
    setTimeout(start, 5000);
  }

  async function start() {
    try {
      if (device) {
        device.updateToken(await token());
        if (device.state !== 'registered') {
          await device.register();
        }
        return;
      }
      device = new window.Twilio.Device(await token(), {closeProtection: true});
      device.on('registered', () => call || show('ready'));
      device.on('unregistered', () => call || show('off'));
      device.on('incoming', rings);
      device.on('tokenWillExpire', start);
      device.on('error', (error) => {
        // 31401, 31402: the browser gives us no microphone
        if ([31401, 31402].includes(error.code)) {
          show('denied');
        } else {
          again();
        }
      });
      await device.register();
    } catch {
      again();
    }
  }

  part('answer').addEventListener('click', () => call.accept());
  part('take').addEventListener('click', () => call.sendDigits('1'));
  part('hang-up').addEventListener('click', () => (box.dataset.state === 'ringing' ? call.reject() : call.disconnect()));
  part('mute-it').addEventListener('click', () => {
    call.mute(!call.isMuted());
    showMute(call.isMuted());
  });
  start();
})();
