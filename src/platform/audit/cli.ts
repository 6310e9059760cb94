import { readFile } from 'node:fs/promises';
import { command, commandFailed, wrongUsage, type Command } from '#platform/cli/command.ts';
import { readKeptSeal, resumeAudit, sayResumeRefused } from './resume.ts';
import { sealFinished, sealOf, verifyAudit, type Seal } from './seal.ts';

const count = (value: number, one: string, many = `${one}s`): string =>
  `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;

const verifyCommand = command({
  name: 'audit verify',
  summary: 'Recompute the audit’s chain of seals; fails at the first batch that does not match its seal',
  usage: '',
  json: true,
  options: {},
  async run({ db, out }) {
    const state = await verifyAudit(db, 'the command line');
    const newest = (await sealOf(db)) ?? null;
    out.answer({ sound: state.firstUnsound === null, ...state, newest }, ({ batches, sealedEvents, unsealedEvents }) =>
      state.firstUnsound === null
        ? [
            `Every seal matches: ${count(sealedEvents, 'event')} in ${count(batches, 'sealed batch', 'sealed batches')} ${sealedEvents === 1 ? 'is' : 'are'} as sealed, ${count(unsealedEvents, 'event')} not sealed yet.`,
            ...(newest ? [`To keep elsewhere: ${newest.batch}|${newest.toTx}|${newest.hash}`] : []),
          ].join('\n')
        : `Batch ${state.firstUnsound} of ${batches} does not match its seal: something it covers was changed, added or removed.`,
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

async function keptIn(file: string | undefined): Promise<Seal | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, 'utf8').catch(() => {
    throw commandFailed(`--kept: ${file} cannot be read`);
  });
  const kept = readKeptSeal(text);
  if (!kept)
    throw wrongUsage(`--kept: ${file} holds no seal, which is a line like 12|34567|0f3a… (batch, number, hash)`);
  return kept;
}

const resumeCommand = command({
  name: 'audit resume',
  summary: 'After a restore into another server: verify the audit, then let this server go on with it',
  usage: '[--kept FILE]',
  json: true,
  beforeMigration: true,
  options: {
    kept: { value: 'FILE', description: 'The newest seal, as it was kept outside the database' },
  },
  async run({ db, options, out, progress }) {
    const kept = await keptIn(options.kept);
    progress.step('Verifying the chain of seals');
    const resumed = await resumeAudit(db, {
      kept,
      onProgress: (done, of) => progress.update(done, of, 'transactions'),
    });
    if (!resumed.ok) throw commandFailed(sayResumeRefused(resumed.error));
    const { batches, sealedEvents, counter, sealed } = resumed.value;
    out.answer({ ...resumed.value, comparedWithKeptSeal: kept !== undefined }, () =>
      [
        `Every seal matches: ${count(sealedEvents, 'event')} in ${count(batches, 'sealed batch', 'sealed batches')}.`,
        kept
          ? `Batch ${kept.batch} has the seal you kept.`
          : 'Not compared with a seal kept elsewhere: a dump whose newest batches were cut off would look the same. Use --kept FILE.',
        counter
          ? `This server’s transactions went on from ${counter.from} to ${counter.at}, past everything audited; ${count(sealed, 'event')} sealed.`
          : 'This server’s transactions are past everything audited already: nothing was moved.',
      ].join('\n'),
    );
  },
});

/** The commands about the audit. */
export const commands: readonly Command[] = [verifyCommand, sealCommand, resumeCommand];
