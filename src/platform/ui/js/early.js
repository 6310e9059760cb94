// Runs before anything is drawn: tells the style sheets that scripts work here.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('nhsuk-frontend-supported');

// Letters typed before the scripts of the page have come, for typed-on.js.
{
  let text = '';
  const hear = ({ key, target, ctrlKey, metaKey, altKey }) => {
    if (key.length === 1 && !ctrlKey && !metaKey && !altKey && !target.matches?.('input, textarea, select'))
      text += key;
  };
  document.addEventListener('keydown', hear, { capture: true });
  globalThis.spEarly = () => {
    document.removeEventListener('keydown', hear, { capture: true });
    return text;
  };
}

// Lock pressed before the scripts have come waits for lock.js, which keeps what is half-written. Where it never comes, the
// screen locks all the same once the page has loaded.
{
  let pressed;
  const hold = (event) => {
    if (!event.target.matches('form[data-lock]')) return;
    event.preventDefault();
    pressed = event.target;
  };
  const release = () => {
    document.removeEventListener('submit', hold, { capture: true });
    return pressed;
  };
  document.addEventListener('submit', hold, { capture: true });
  window.addEventListener('load', () => {
    if (globalThis.spLockPressed) release()?.submit();
  });
  globalThis.spLockPressed = () => {
    delete globalThis.spLockPressed;
    return release() !== undefined;
  };
}
