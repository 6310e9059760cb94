// One call, quicker by keyboard: Escape leaves a box for the keys, and what is asked and offered follows the words.
// Nothing moves while someone types: what changed comes when the server has kept it.
import { keysOf, typing, unsettle } from './keys.js';

const words = document.getElementById('words');
const advice = document.getElementById('advice');

const ownPage = document.querySelector('#words-form [name=page]')?.value;

/** What is fetched anew belongs to this window: what was written here since is no change by somebody else. */
function claim() {
  for (const field of advice.querySelectorAll('form:not([action$="/apart"]) input[name=page]')) field.value = ownPage;
}

/** The Book button says what it books; until a time is chosen there is nothing to book. */
function nameBooking() {
  const button = document.getElementById('book-now');
  if (!button) return;
  const chosen = document.querySelector('input[name="offer"]:checked');
  button.disabled = !chosen;
  const label = button.querySelector('span');
  const says = chosen ? chosen.dataset.book : 'Choose a time';
  if (label && label.textContent !== says) label.textContent = says;
}

/** What the server last kept of the words, and whether somebody has pressed Enter after them: written, now the first time. */
let kept = words?.defaultValue;
let wantsFirst = false;

/** Chooses the first time once there is nothing left to ask. It is booked by a key of its own, after it has been seen. */
function chooseFirst() {
  if (!wantsFirst || words.value !== kept) return;
  wantsFirst = false;
  const first = document.getElementById('offer-1');
  if (!first || document.querySelector('.ask:not(.ask--answered), input[name="offer"]:checked')) return;
  first.checked = true;
  nameBooking();
  unsettle();
}

/** Fetches the page again and takes what is below the words, keeping a choice already made. */
async function follow() {
  const chosen = document.querySelector('input[name="offer"]:checked')?.value;
  // After a form that was refused or searched, the address is the form's; the call stands at its own.
  const [call = location.pathname] = /^\/calls\/[^/]+/.exec(location.pathname) ?? [];
  const answer = await fetch(call, { headers: { accept: 'text/html', 'sp-refresh': 'yes' }, redirect: 'manual' }).catch(
    () => undefined,
  );
  if (!answer?.ok || !advice) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('advice');
  // A red flag, an end or somebody else's booking changes the whole page.
  if (!fresh) {
    history.scrollRestoration = 'manual';
    return location.reload();
  }
  if (advice.contains(document.activeElement) && document.activeElement !== document.body) return;
  const before = keysOf(advice);
  advice.replaceChildren(...fresh.childNodes);
  claim();
  if (chosen) {
    const same = [...advice.querySelectorAll('input[name="offer"]')].find((one) => one.value === chosen);
    if (same) same.checked = true;
  }
  if (keysOf(advice) !== before) unsettle();
  takeWords(page);
  kept = page.getElementById('words')?.defaultValue;
  chooseFirst();
}

/** Words somebody else has written stand here too where nobody has written in this window. */
function takeWords(page) {
  for (const name of ['words', 'notes']) {
    const field = document.getElementById(name);
    if (!page.getElementById(name) || document.activeElement === field || field.value !== field.defaultValue) return;
  }
  const form = document.getElementById('words-form');
  for (const name of ['words', 'notes']) {
    const field = document.getElementById(name);
    field.value = field.defaultValue = page.getElementById(name).defaultValue;
  }
  form.elements.seen.value = page.querySelector('#words-form [name=seen]').value;
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !typing(event.target)) return;
  event.preventDefault();
  event.target.blur();
});

if (words && advice) {
  document.getElementById('words-form')?.addEventListener('sp:kept', () => void follow());
  // Enter says that it is written; a new line is Shift and Enter.
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || event.isComposing)
      return;
    event.preventDefault();
    wantsFirst = true;
    words.blur();
    chooseFirst();
  });
  document.addEventListener('change', (event) => {
    if (event.target.name === 'offer') nameBooking();
  });
  new MutationObserver(nameBooking).observe(advice, { childList: true });
  advice.addEventListener('sp:fresh', ({ detail }) => {
    claim();
    takeWords(detail);
  });
  window.addEventListener('pageshow', nameBooking);
  nameBooking();
}
