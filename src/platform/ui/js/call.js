// One call, quicker by keyboard: the words have the focus from the start, Escape leaves them for the keys, and what is
// asked and offered follows the words. Nothing moves while someone types: what changed comes when the server has kept it.

const words = document.getElementById('words');
const advice = document.getElementById('advice');

/** Nobody who has begun to type elsewhere is moved: the page may have come before this script. */
function settle(field) {
  if (document.activeElement === null || document.activeElement === document.body) field.focus();
}

/** The Book button says what it books; until a time is chosen there is nothing to book. */
function nameBooking() {
  const button = document.getElementById('book-now');
  if (!button) return;
  const chosen = document.querySelector('input[name="offer"]:checked');
  button.disabled = !chosen;
  const label = button.querySelector('span');
  if (label) label.textContent = chosen ? chosen.dataset.book : 'Choose a time';
}

/** Fetches the page again and takes what is below the words, keeping a choice already made. */
async function follow() {
  const chosen = document.querySelector('input[name="offer"]:checked')?.value;
  // After a form that was refused or searched, the address is the form's; the call stands at its own.
  const [call = location.pathname] = /^\/calls\/[^/]+/.exec(location.pathname) ?? [];
  const answer = await fetch(call, { headers: { accept: 'text/html' }, redirect: 'manual' }).catch(() => undefined);
  if (!answer?.ok || !advice) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.getElementById('advice');
  // A red flag, an end or somebody else's booking changes the whole page.
  if (!fresh) return location.reload();
  if (advice.contains(document.activeElement) && document.activeElement !== document.body) return;
  advice.replaceChildren(...fresh.childNodes);
  if (chosen) {
    const same = [...advice.querySelectorAll('input[name="offer"]')].find((one) => one.value === chosen);
    if (same) same.checked = true;
  }
}

if (words && advice) {
  document.getElementById('words-form')?.addEventListener('sp:kept', () => void follow());
  document.addEventListener('change', (event) => {
    if (event.target.name === 'offer') nameBooking();
  });
  new MutationObserver(nameBooking).observe(advice, { childList: true });
  words.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      words.blur();
    }
  });
  // Where the words are still to come they are what is typed next; where they stand the keys answer at once.
  if (words.dataset.first !== undefined && !document.querySelector('.check, .people, #typed')) settle(words);
  const search = document.getElementById('typed');
  if (search && search.value === '' && words.value === '' && !document.querySelector('.people')) settle(search);
  window.addEventListener('pageshow', nameBooking);
  nameBooking();
}
