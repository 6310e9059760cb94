import { readFile } from 'node:fs/promises';
import { systemActor } from '#platform/auth/actor.ts';
import { command, commandFailed, wrongUsage, type Command } from '#platform/cli/command.ts';
import { columns } from '#platform/cli/output.ts';
import type { Database } from '#platform/db/database.ts';
import { transaction, type Context } from '#platform/db/transaction.ts';
import { scopes } from '../client.ts';
import { createClient, revokeClient, type ClientRefused } from '../commands/clients.ts';
import { clientsOfGroup } from '../queries/clients.ts';
import { groupByName, groups } from '../queries/group.ts';

const group = { value: 'GROUP', description: 'The group it belongs to; not needed where there is only one' };

async function contextFor(db: Database, name: string | undefined, action: string): Promise<Context> {
  const all = await groups(db);
  const found = name === undefined && all.length === 1 ? all[0] : name && (await groupByName(db, name));
  if (!found) {
    const names = all.map((each) => each.name).join(', ');
    throw commandFailed(
      all.length === 0 ? 'There is no group yet: make one with group create' : `--group is one of: ${names}`,
    );
  }
  return { db, actor: systemActor('the command line', found.id), act: { action } };
}

async function keyIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw commandFailed(`--jwk: ${file} cannot be read`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw commandFailed(`--jwk: ${file} is not JSON`);
  }
}

function say(refused: ClientRefused): string {
  switch (refused.kind) {
    case 'name-missing':
      return '--name is what the audit will call the program';
    case 'name-taken':
      return `There is, or was, a client called ${refused.name}: the audit knows it by that name. Choose another`;
    case 'no-scopes':
    case 'no-such-scope':
      return `--scopes: ${refused.kind === 'no-scopes' ? 'name at least one' : `there is no ${refused.scope}`}. There are ${Object.keys(scopes).join(' ')}`;
    case 'not-a-public-key':
      return `--jwk: ${refused.why}`;
  }
}

const createCommand = command({
  name: 'client create',
  summary: 'Let another program in, with what it may do; prints its private key once unless you give its public one',
  usage: '--name NAME --scopes "SCOPE …" [--jwk FILE] [--group GROUP]',
  json: true,
  options: {
    name: { value: 'NAME', description: 'What the audit will call it; never used again for another' },
    scopes: { value: 'SCOPES', description: `What it may do, divided by spaces: ${Object.keys(scopes).join(' ')}` },
    jwk: { value: 'FILE', description: 'Its public key, or key set, as JSON (RFC 7517); else a pair is made' },
    group,
  },
  async run({ db, options, out }) {
    const { name, scopes: asked } = options;
    if (name === undefined || asked === undefined)
      throw wrongUsage('client create needs --name NAME and --scopes SCOPES');
    const context = await contextFor(db, options.group, 'create-client');
    const jwk = options.jwk === undefined ? {} : { jwk: await keyIn(options.jwk) };
    const wanted = { name, scopes: asked.split(/[\s,]+/).filter((scope) => scope !== ''), ...jwk };
    const created = await createClient(context, wanted);
    if (!created.ok) throw commandFailed(say(created.error));
    out.answer(created.value, ({ id, keyId, privateKey, scopes: given }) =>
      [
        `${created.value.name} may now ask for tokens as ${id}, key ${keyId}, for:`,
        ...given.map((scope) => `  ${scope}  ${scopes[scope] ?? ''}`),
        ...(privateKey ? ['Its private key, shown this once and kept nowhere here:', JSON.stringify(privateKey)] : []),
      ].join('\n'),
    );
  },
});

const listCommand = command({
  name: 'client list',
  summary: 'List the connected programs of a group',
  usage: '[--group GROUP]',
  json: true,
  options: { group },
  async run({ db, options, out }) {
    const context = await contextFor(db, options.group, 'list-clients');
    const clients = await transaction(context, (tx) => clientsOfGroup(tx));
    out.answer(clients, (all) =>
      all.length === 0
        ? 'No program is connected.'
        : columns(
            ['Client', 'Name', 'Since', 'Revoked', 'Scopes'],
            all.map(({ id, name, createdAt, revokedAt, scopes: given }) => [
              ...[
                id,
                name,
                createdAt.toString().slice(0, 10),
                revokedAt?.toString().slice(0, 10) ?? '',
                given.join(' '),
              ],
            ]),
          ),
    );
  },
});

const revokeCommand = command({
  name: 'client revoke',
  summary: 'Shut a connected program out, at once and for good',
  usage: 'CLIENT [--group GROUP]',
  arity: [1, 1],
  json: true,
  options: { group },
  async run({ db, args, options, out }) {
    const context = await contextFor(db, options.group, 'revoke-client');
    const id = args[0] ?? '';
    if (!(await revokeClient(context, id)))
      throw commandFailed(`${id} is no client of the group that is not revoked yet: client list shows them`);
    out.answer({ id, revoked: true }, () => `${id} is revoked: its tokens no longer open anything.`);
  },
});

/** Connected programs, from the command line. */
export const clientCommands: readonly Command[] = [createCommand, listCommand, revokeCommand];
