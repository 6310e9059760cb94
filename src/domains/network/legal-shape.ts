/** One of the four legal forms a group of practices takes, with what it means for contracts. */
export interface LegalShape {
  readonly code: string;
  readonly name: string;
  readonly means: string;
}

/** The four shapes (domain reference, "Forms of scale"): who holds the contracts differs, so it is said on the page. */
const legalShapes: readonly LegalShape[] = [
  { code: 'merger', name: 'Merger', means: 'One merged practice holds one contract and one list' },
  {
    code: 'super-partnership',
    name: 'Super-partnership',
    means: 'Each site’s contract is kept, held on trust for the wider partnership',
  },
  {
    code: 'federation',
    name: 'Federation',
    means: 'Each practice keeps its contract; a company they own holds the shared ones',
  },
  {
    code: 'network',
    name: 'Network',
    means: 'Each practice keeps its contract; a network agreement names who is paid for the shared work',
  },
];

/** The shape of a code, if it is one. */
export function legalShape(code: string): LegalShape | undefined {
  return legalShapes.find((shape) => shape.code === code);
}
