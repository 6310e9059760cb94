import { parsePhone, showPhone } from '#kernel/phone.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { command, commandFailed, wrongUsage, type Command } from '#platform/cli/command.ts';
import { sayOfPractice } from '../commands/practice.ts';
import { hoursSaid } from '../practice-said.ts';

const sayCommand = command({
  name: 'practice say',
  summary: 'Say on what number patients ring a practice and when it is open, for their pages and letters',
  usage: '--practice CODE [--phone NUMBER] [--open DAYS=FROM-TO …]',
  json: true,
  options: {
    practice: { value: 'CODE', description: 'The practice' },
    phone: { value: 'NUMBER', description: 'The number patients ring' },
    open: {
      value: 'DAYS=FROM-TO',
      many: true,
      description:
        'When it is open, like 1-5=08:00-18:30 (1 is Monday); give it again for other days. It replaces what was said',
    },
  },
  async run({ db, options, out }) {
    const code = (options.practice ?? '').trim().toUpperCase();
    if (code === '' || (options.phone === undefined && options.open.length === 0))
      throw wrongUsage('practice say needs --practice CODE, and --phone NUMBER or --open DAYS=FROM-TO');
    const phone = options.phone === undefined ? null : parsePhone(options.phone);
    if (options.phone !== undefined && phone === null)
      throw wrongUsage(`--phone: "${options.phone}" is no telephone number`);
    const hours = hoursSaid(options.open);
    if (!hours.ok) throw wrongUsage(`--open: "${hours.error}" is not written like 1-5=08:00-18:30`);
    const opening = options.open.length === 0 ? null : hours.value;
    const context = { db, actor: systemActor('the command line', null), act: { action: 'say-of-practice' } };
    const known = await sayOfPractice(context, { code, phone, opening });
    if (known === undefined) throw commandFailed(`There is no practice ${code}.`);
    out.answer(known, ({ name, phone: rung, opening: open }) =>
      [
        `${name}: ${rung === null ? 'number not known' : showPhone(rung)}`,
        ...Object.entries(open ?? {}).map(([day, [from, to]]) => `day ${day}: ${from} to ${to}`),
      ].join('\n'),
    );
  },
});

/** The command that says of a practice what published data does not. */
export const practiceCommands: readonly Command[] = [sayCommand];
