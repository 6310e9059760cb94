import { command, commandFailed, type Command } from '#platform/cli/command.ts';
import { sealFinished, verifyAudit } from './seal.ts';

const count = (value: number, one: string, many = `${one}s`): string =>
  `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;

const verifyCommand = command({
  name: 'audit verify',
  summary: 'Recompute the audit’s chain of seals; fails at the first batch that was tampered with',
  usage: '',
  json: true,
  options: {},
  async run({ db, out }) {
    const state = await verifyAudit(db);
    out.answer({ sound: state.firstUnsound === null, ...state }, ({ batches, sealedEvents, unsealedEvents }) =>
      state.firstUnsound === null
        ? `The audit is sound: ${count(sealedEvents, 'event')} in ${count(batches, 'sealed batch', 'sealed batches')}, ${count(unsealedEvents, 'event')} not sealed yet.`
        : `The audit was tampered with: batch ${state.firstUnsound} of ${batches} does not match its seal.`,
    );
    if (state.firstUnsound !== null) throw commandFailed(`Batch ${state.firstUnsound} is the first that is unsound.`);
  },
});

const sealCommand = command({
  name: 'audit seal',
  summary: 'Seal what has been audited since the last seal',
  usage: '',
  json: true,
  options: {},
  async run({ db, out }) {
    const sealed = await sealFinished(db);
    out.answer({ sealed }, () => (sealed === 0 ? 'There was nothing to seal.' : `Sealed ${count(sealed, 'event')}.`));
  },
});

/** The commands about the audit. */
export const commands: readonly Command[] = [verifyCommand, sealCommand];
