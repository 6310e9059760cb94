// Keys of a form that has sent itself. Whoever presses on through them means the form, not the page it brings: pressed in the
// order in which they stand, with no pause, they are held back and dropped at the first pause. Any other letter among them
// makes all of it words, and nothing of those is lost.

const SENT = 'sp-sent-itself';
/** Milliseconds without a key that end the pressing on. */
const PAUSE = 500;
/** Milliseconds after which a form sent before is none of this page's. */
const STALE = 20_000;

let keys = '';
let held = '';
let timer;

/** Says that a form sends itself, and which keys somebody may still press for it, in their order. */
export function sentItself(its) {
  sessionStorage.setItem(SENT, JSON.stringify({ at: Date.now(), its }));
}

/** Takes up on the next page what the form before it said. */
export function begin() {
  const { at = 0, its = '' } = JSON.parse(sessionStorage.getItem(SENT) ?? '{}');
  sessionStorage.removeItem(SENT);
  if (Date.now() - at > STALE) return;
  keys = its;
  wait();
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(release, PAUSE);
}

/** Whether letters are the keys of the form, each after the one before it. */
function inOrder(text) {
  let from = 0;
  for (const letter of text.toLowerCase()) {
    const found = keys.indexOf(letter, from);
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}

/** Holds letters back where they go on along the keys of the form; false where they do not, or nothing is held back here. */
export function hold(text) {
  if (keys === '' || text === '' || !inOrder(held + text)) return false;
  held += text;
  wait();
  return true;
}

/** Ends it; answers what was held back, which stands in front of what follows. */
export function release() {
  clearTimeout(timer);
  const text = held;
  [keys, held] = ['', ''];
  return text;
}

document.addEventListener('pointerdown', release, { capture: true });
