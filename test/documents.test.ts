import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

const root = path.join(import.meta.dirname, '..');
const HAZARDS = 'docs/safety/hazard-log.md';
const notOurs = new Set(['node_modules', 'data', 'coverage', 'test-results', 'playwright-report']);

const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Every document of the project, relative to its root. */
function documents(folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || notOurs.has(at) ? [] : documents(at);
    return at.endsWith('.md') ? [at] : [];
  });
}

/** The text without what only looks like a link: code, in blocks or in a line. */
function prose(text: string): string {
  return text.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');
}

/** The fragments a document can be linked to by, as code hosts make them from headings. */
function anchors(text: string): Set<string> {
  const headings = [...text.replaceAll(/^```[^]*?^```/gm, '').matchAll(/^#+ (.*)$/gm)].map((match) => match[1] ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** What is wrong with the relative links and pictures of a document. */
function brokenLinks(file: string): string[] {
  const links = [...prose(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return links.flatMap((link) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [to = '', fragment] = link.split('#');
    const target = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
    if (!existsSync(path.join(root, target))) return [`${file}: ${link} leads nowhere`];
    if (fragment === undefined || !target.endsWith('.md')) return [];
    return anchors(textOf(target)).has(fragment) ? [] : [`${file}: ${link} has no such heading`];
  });
}

/** What is wrong with the code and tests that a hazard's controls name. */
function brokenEvidence(log: string): string[] {
  const paths = [...log.matchAll(/`((?:src|test|migrations|e2e|demo)\/[^`\s]+)`/g)].map((match) => match[1] ?? '');
  const missing = paths.filter((named) => !existsSync(path.join(root, named))).map((named) => `${named} is not there`);
  const proofs = [...log.matchAll(/`([^`\s]+\.(?:test|spec)\.ts)`:? “([^”]+)”/g)];
  const unproven = proofs.flatMap(([, file = '', title = '']) => {
    if (!existsSync(path.join(root, file))) return [];
    return textOf(file).includes(title) ? [] : [`${file} has no test “${title}”`];
  });
  return [...missing, ...unproven];
}

describe('The documents', () => {
  test('link only to what is there', () => {
    const all = documents();
    assert.ok(all.length > 20, `only ${all.length} documents were found`);
    assert.deepEqual(all.flatMap(brokenLinks), []);
  });

  test('name in the hazard log only code and tests that exist', () => {
    assert.deepEqual(brokenEvidence(textOf(HAZARDS)), []);
  });

  test('give each hazard a control with its proof, or say that there is none', () => {
    const hazards = textOf(HAZARDS).split(/^### /m).slice(1);
    assert.ok(hazards.length >= 19, `only ${hazards.length} hazards were found`);
    for (const hazard of hazards) {
      const name = hazard.split('\n')[0] ?? '';
      assert.match(hazard, /\.(?:test|spec)\.ts`:? “|No test proves it yet/, name);
      for (const part of ['Cause', 'Effect', 'Initial', 'Residual', 'Owner', 'Status'])
        assert.ok(hazard.includes(`**${part}**`), `${name} says nothing of ${part}`);
    }
  });

  test('estimate the risk of each hazard as the matrix says', () => {
    const log = textOf(HAZARDS);
    const rows = [...log.matchAll(/^\| (very high|high|medium|low|very low) +((?:\| \d +)+)\|$/gm)];
    const severities = ['minor', 'significant', 'considerable', 'major', 'catastrophic'];
    const risks = new Map(
      rows.flatMap(([, likelihood = '', cells = '']) =>
        [...cells.matchAll(/\d/g)].map(([risk], at) => [`${likelihood}, ${severities[at] ?? ''}`, risk] as const),
      ),
    );
    assert.equal(risks.size, 25);
    const estimates = [...log.matchAll(/likelihood ([a-z ]+), severity ([a-z]+), risk (\d)/g)];
    assert.ok(estimates.length >= 38, `only ${estimates.length} estimates were found`);
    for (const [said, likelihood = '', severity = '', risk] of estimates)
      assert.equal(risk, risks.get(`${likelihood}, ${severity}`), said);
  });

  test('are found out when a link, a path or a title is wrong', () => {
    const title = ['no', 'such', 'title'].join(' ');
    assert.equal(brokenEvidence(`\`src/nowhere.ts\`, \`test/documents.test.ts\`: “${title}”`).length, 2);
    assert.deepEqual([...anchors('## What to do when …\n')], ['what-to-do-when-']);
  });
});
