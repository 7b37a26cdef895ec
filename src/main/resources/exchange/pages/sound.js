// What a phone sounds like: the hotline's voice, audio files, and the tones of keys and lines.

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const KEYS = '123456789*0#';

let audio;
const context = () => (audio ??= new AudioContext());

/** Sounds several frequencies together for a while. */
function tone(frequencies, seconds, volume = 0.06, after = 0) {
  const at = context();
  const gain = at.createGain();
  gain.gain.setValueAtTime(volume, at.currentTime + after);
  gain.gain.setTargetAtTime(0, at.currentTime + after + seconds, 0.01);
  gain.connect(at.destination);
  return frequencies.map((frequency) => {
    const wave = at.createOscillator();
    wave.frequency.value = frequency;
    wave.connect(gain);
    wave.start(at.currentTime + after);
    wave.stop(at.currentTime + after + seconds + 0.1);
    return wave;
  });
}

/** One phone's ear: what it hears now can be cut off. */
export class Ear {
  #on = true;
  #playing;
  #ringing;

  get on() { return this.#on; }

  set on(value) {
    this.#on = value;
    if (!value) this.silence();
  }

  /** The two tones of a key: ITU-T Q.23. */
  key(key) {
    const place = KEYS.indexOf(key);
    if (this.#on && place >= 0) tone([ROWS[Math.floor(place / 3)], COLUMNS[place % 3]], 0.12);
  }

  hear(sound) {
    if (!this.#on) return;
    if (sound.kind === 'speech') this.#speak(sound);
    else if (sound.kind === 'audio') this.#play(sound);
    else if (sound.kind === 'tone') this.#line(sound.text);
  }

  #speak(sound) {
    const speech = window.speechSynthesis;
    if (!speech) return;
    const words = new SpeechSynthesisUtterance(sound.text);
    words.lang = sound.language ?? 'en-US';
    const voices = speech.getVoices();
    const language = words.lang.split('-')[0];
    words.voice = voices.find((v) => v.lang === words.lang) ?? voices.find((v) => v.lang.startsWith(language)) ?? null;
    speech.speak(words);
  }

  #play(sound) {
    this.#playing?.pause();
    this.#playing = new Audio(sound.audio);
    this.#playing.volume = 0.5;
    this.#playing.play().catch(() => { /* the browser wants a click first; the caption is there */ });
  }

  #line(name) {
    if (name === 'beep') tone([1000], 0.25);
    else if (name === 'ringing') tone([425], 1);
  }

  ring(on) {
    clearInterval(this.#ringing);
    if (!on || !this.#on) return;
    const once = () => [0, 0.5].forEach((after) => tone([480, 620], 0.35, 0.05, after));
    once();
    this.#ringing = setInterval(once, 3000);
  }

  /** Cuts off what sounds. */
  silence() {
    window.speechSynthesis?.cancel();
    this.#playing?.pause();
    this.#playing = undefined;
    this.ring(false);
  }
}
