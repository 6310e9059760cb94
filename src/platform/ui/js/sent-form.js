// A form is sent as it stood when Enter or its button was pressed, however long it has to wait for that; and a box whose
// form is on its way takes no more letters, and says so, since they would reach nobody.

/** Milliseconds after which a form whose page never came takes letters again. */
const PATIENCE = 20_000;

/** A copy of a form as it stands now, ready to be sent in its place. */
export function asItStands(form, submitter) {
  const copy = document.createElement('form');
  copy.hidden = true;
  copy.method = submitter?.getAttribute('formmethod') ?? form.getAttribute('method') ?? 'get';
  copy.setAttribute('action', submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '');
  for (const [name, value] of new FormData(form, submitter))
    copy.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  return copy;
}

/** Sends such a copy. Its own method, since a field may be called submit. */
export function sendCopy(copy) {
  document.body.append(copy);
  HTMLFormElement.prototype.submit.call(copy);
  copy.remove();
}

/** Lets the boxes of a form that is on its way take no more letters. */
export function hold(form) {
  const boxes = [...form.elements].filter((box) => 'readOnly' in box && box.type !== 'hidden' && !box.readOnly);
  const note = Object.assign(document.createElement('p'), { className: 'kept kept--failing' });
  note.setAttribute('role', 'status');
  form.append(note);
  const late = (event) => {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
      note.textContent = 'Sent as it stood. What you type now is not added.';
  };
  for (const box of boxes) {
    box.readOnly = true;
    box.addEventListener('keydown', late);
  }
  setTimeout(() => {
    for (const box of boxes) {
      box.readOnly = false;
      box.removeEventListener('keydown', late);
    }
    note.remove();
  }, PATIENCE);
}
