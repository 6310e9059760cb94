// What scripts add to pages that already work without them.
import { initAll } from './nhsuk-frontend.js';
import './when.js';
import './keys.js';
import './keep-form.js';
import './lock.js';
import './live.js';

initAll();
document.querySelector('[data-flash]')?.focus();
