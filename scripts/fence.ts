import { existsSync } from 'node:fs';
import { filesUnder } from './testing/kinds.ts';
import { runTool } from './testing/processes.ts';

/** One import that a rule forbids. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** What dependency-cruiser saw: every module it analysed, and what is forbidden among their imports. */
export interface Fence {
  readonly modules: readonly string[];
  readonly violations: readonly Violation[];
}

interface Cruise {
  modules: { source: string; dependencies: unknown[]; couldNotResolve?: boolean }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

const folders = ['src', 'demo', 'bench', 'e2e', 'test', 'scripts'];

/** Holds the imports of a tree (the project, or a copy with planted faults) against the rules of its own configuration. */
export async function cruise(root: string): Promise<Fence> {
  const present = folders.filter((folder) => existsSync(`${root}/${folder}`));
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...present];
  const { output } = await runTool('depcruise', args, { cwd: root });
  const start = output.indexOf('{');
  if (start < 0) throw new Error(`dependency-cruiser did not answer: ${output}`);
  const { modules, summary } = JSON.parse(output.slice(start)) as Cruise;
  return {
    modules: modules
      .map((module) => module.source)
      .filter((source) => /^(?:src|demo|bench|e2e|test|scripts)\//.test(source)),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

/** TypeScript files on disk that the cruise did not analyse: a fence that looks at nothing finds nothing. */
export function overlooked(root: string, fence: Fence): string[] {
  const seen = new Set(fence.modules);
  return folders
    .flatMap((folder) => filesUnder(root, folder))
    .filter((file) => file.endsWith('.ts') && !seen.has(file));
}

async function main(): Promise<void> {
  const root = process.cwd();
  const fence = await cruise(root);
  const missed = overlooked(root, fence);
  for (const { rule, from, to } of fence.violations) console.log(`✖ ${rule}\n    ${from}\n    → ${to}`);
  for (const file of missed) console.log(`✖ not analysed: ${file}`);
  console.log(`${fence.modules.length} modules, ${fence.violations.length} violations`);
  if (fence.modules.length === 0 || fence.violations.length > 0 || missed.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
