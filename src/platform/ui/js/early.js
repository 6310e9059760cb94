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
