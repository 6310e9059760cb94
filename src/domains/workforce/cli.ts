import { groupByName, groups } from '#domains/network/index.ts';
import { systemActor } from '#platform/auth/actor.ts';
import { command, commandFailed, wrongUsage, type Command } from '#platform/cli/command.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { endOwnLimit } from './commands/arrange.ts';
import { clinicians } from './queries.ts';
import { sayLimitRefused } from './refused.ts';

/** The one clinician of the acting group with that name or id. */
async function theClinician(context: Context, wanted: string): Promise<{ id: string; name: string }> {
  const everyone = await transaction(context, (tx) => clinicians(tx, { q: '', role: '', practice: '', left: false }));
  const found = everyone.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  const [one, ...more] = found;
  if (!one) throw commandFailed(`There is no clinician called ${wanted} in this group`);
  if (more.length > 0)
    throw commandFailed(
      `There are several: give --clinician one of ${found.map(({ id, roleName, practiceName }) => `${id} (${roleName}, ${practiceName})`).join(', ')}`,
    );
  return one;
}

const endLimitCommand = command({
  name: 'limit end',
  summary: 'End a clinician’s own safe limit from a day: the group’s holds for them again',
  usage: '--group NAME --clinician NAME|ID --from DATE --source TEXT [--sure NUMBER]',
  json: true,
  options: {
    group: { value: 'NAME', description: 'The group' },
    clinician: { value: 'NAME|ID', description: 'The clinician' },
    from: { value: 'DATE', description: 'The first day without it, like 2027-04-01' },
    source: { value: 'TEXT', description: 'Why, such as a decision and its date' },
    sure: { value: 'NUMBER', description: 'Their limit goes up to this by it, and that is meant' },
  },
  async run({ db, options, out }) {
    const { group: name, clinician, from, source, sure } = options;
    if (name === undefined || clinician === undefined) throw wrongUsage('limit end needs --group and --clinician');
    const group = await groupByName(db, name);
    if (!group) {
      const names = (await groups(db)).map((each) => each.name).join(', ');
      throw commandFailed(`There is no group called ${name}: there ${names === '' ? 'is none yet' : `are ${names}`}`);
    }
    const actor = systemActor('the command line', group.id);
    const context = { db, actor, act: { action: 'end-own-limit' } };
    const one = await theClinician(context, clinician.trim());
    const asked = await endOwnLimit(context, one.id, { from, source });
    const meant = !asked.ok && asked.error.kind === 'rises' && sure === String(asked.error.rise.to);
    const ended = meant ? await endOwnLimit(context, one.id, { from, source, sure: asked.error.meant }) : asked;
    if (!ended.ok) {
      const why = sayLimitRefused(ended.error).map(({ text }) => text);
      const how = ended.error.kind === 'rises' ? [`give --sure ${ended.error.rise.to}`] : [];
      throw commandFailed([...why, ...how].join(': '));
    }
    const day = ended.value.toString();
    out.answer(
      { clinician: one.id, name: one.name, from: day },
      () => `The group’s limit holds for ${one.name} from ${day}.`,
    );
  },
});

/** The commands about safe limits. */
export const commands: readonly Command[] = [endLimitCommand];
