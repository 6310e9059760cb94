/** One way of putting a person in a place, and what it costs: a whole number, 0 or more. */
export interface Pair {
  readonly person: number;
  readonly place: number;
  readonly cost: number;
}

/** Who is to be put where: people and places are numbered from 0. */
export interface MatchingProblem {
  /** What it costs to leave each person without a place; there are as many people. */
  readonly unmatched: readonly number[];
  /** The group each place belongs to; there are as many places. */
  readonly groupOf: readonly number[];
  /** How many of its places each group can give. */
  readonly room: readonly number[];
  readonly pairs: readonly Pair[];
}

/** The place of each person, or undefined, and what all of it costs. */
export interface Matching {
  readonly placeOf: readonly (number | undefined)[];
  readonly cost: number;
}

/** Edges of each person, one after another: those of person p stand from `first[p]` to before `first[p + 1]`. */
interface Edges {
  readonly first: Int32Array;
  readonly place: Int32Array;
  readonly cost: Float64Array;
}

/** The matching so far, and the price of every node that keeps all reduced costs at 0 or more. */
interface State {
  readonly edges: Edges;
  readonly problem: MatchingProblem;
  readonly inGroup: readonly number[][];
  readonly placeOf: Int32Array;
  readonly personAt: Int32Array;
  readonly used: Int32Array;
  readonly price: Float64Array;
  readonly nodes: { readonly places: number; readonly groups: number; readonly end: number };
}

/**
 * The cheapest way of all to put people in places, each place taken once, each group giving no more than its room, and each
 * person in a place or left out at their own cost. Successive shortest paths (Edmonds and Karp 1972): one search a person.
 */
export function cheapestMatching(problem: MatchingProblem): Matching {
  const state = begin(problem);
  for (let person = 0; person < problem.unmatched.length; person += 1) augment(state, person);
  const placeOf = [...state.placeOf].map((place) => (place < 0 ? undefined : place));
  let cost = 0;
  for (let person = 0; person < placeOf.length; person += 1) {
    const place = placeOf[person];
    cost += place === undefined ? (problem.unmatched[person] ?? 0) : costOf(state.edges, person, place);
  }
  return { placeOf, cost };
}

function begin(problem: MatchingProblem): State {
  const [people, places, groups] = [problem.unmatched.length, problem.groupOf.length, problem.room.length];
  const inGroup: number[][] = problem.room.map(() => []);
  problem.groupOf.forEach((group, place) => inGroup[group]?.push(place));
  return {
    ...{ problem, inGroup, edges: edgesOf(problem) },
    placeOf: new Int32Array(people).fill(-1),
    personAt: new Int32Array(places).fill(-1),
    used: new Int32Array(groups),
    price: new Float64Array(people + places + groups + 1),
    nodes: { places: people, groups: people + places, end: people + places + groups },
  };
}

function edgesOf({ unmatched, pairs }: MatchingProblem): Edges {
  const first = new Int32Array(unmatched.length + 1);
  for (const { person } of pairs) first[person + 1] = (first[person + 1] ?? 0) + 1;
  for (let at = 1; at < first.length; at += 1) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
  const next = first.slice();
  const [place, cost] = [new Int32Array(pairs.length), new Float64Array(pairs.length)];
  for (const pair of pairs) {
    const at = next[pair.person] ?? 0;
    next[pair.person] = at + 1;
    place[at] = pair.place;
    cost[at] = pair.cost;
  }
  return { first, place, cost };
}

function costOf({ first, place, cost }: Edges, person: number, wanted: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = first[person] ?? 0; at < (first[person + 1] ?? 0); at += 1)
    if (place[at] === wanted) least = Math.min(least, cost[at] ?? least);
  return least;
}

/** Finds the cheapest way to seat one more person, moving those already seated where that pays, and takes it. */
function augment(state: State, person: number): void {
  const { nodes, price, placeOf, personAt, used, problem } = state;
  const far = new Float64Array(nodes.end + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(nodes.end + 1).fill(-1);
  search(state, person, { far, from });
  const end = far[nodes.end] ?? 0;
  for (let node = 0; node < price.length; node += 1) price[node] = (price[node] ?? 0) + Math.min(far[node] ?? end, end);
  // Back along the path: every place on it goes to the person before it, or is given up to its group.
  for (let node = nodes.end; node !== person;) {
    const before = from[node] ?? person;
    if (node < nodes.places) {
      // Pushed off the place before it; where it goes to has been set already, or it goes without.
      if (placeOf[node] === before - nodes.places) placeOf[node] = -1;
    } else if (node < nodes.groups) {
      if (before < nodes.places) {
        placeOf[before] = node - nodes.places;
        personAt[node - nodes.places] = before;
      } else personAt[node - nodes.places] = -1;
    }
    node = before;
  }
  used.fill(0);
  for (const place of placeOf)
    if (place >= 0) used[problem.groupOf[place] ?? 0] = (used[problem.groupOf[place] ?? 0] ?? 0) + 1;
}

/** Dijkstra over reduced costs, until the end is reached for good. */
function search(state: State, person: number, { far, from }: { far: Float64Array; from: Int32Array }): void {
  const { nodes, price, problem } = state;
  const heap = heapOf();
  const done = new Uint8Array(nodes.end + 1);
  const reach = (node: number, next: number, cost: number): void => {
    const reduced = cost + (price[node] ?? 0) - (price[next] ?? 0);
    const distance = (far[node] ?? 0) + reduced;
    if (distance >= (far[next] ?? 0)) return;
    far[next] = distance;
    from[next] = node;
    heap.push(distance, next);
  };
  far[person] = 0;
  heap.push(0, person);
  for (let node = heap.pop(); node !== undefined; node = heap.pop()) {
    if (done[node] === 1) continue;
    done[node] = 1;
    if (node === nodes.end) return;
    if (node < nodes.places) {
      fromPerson(state, node, reach);
      reach(node, nodes.end, problem.unmatched[node] ?? 0);
    } else if (node < nodes.groups) fromPlace(state, node, reach);
    else fromGroup(state, node, reach);
  }
}

type Reach = (node: number, next: number, cost: number) => void;

function fromPerson({ edges, placeOf, nodes }: State, person: number, reach: Reach): void {
  for (let at = edges.first[person] ?? 0; at < (edges.first[person + 1] ?? 0); at += 1) {
    const place = edges.place[at] ?? 0;
    if (placeOf[person] !== place) reach(person, nodes.places + place, edges.cost[at] ?? 0);
  }
}

function fromPlace({ edges, personAt, nodes, problem }: State, node: number, reach: Reach): void {
  const place = node - nodes.places;
  const holder = personAt[place] ?? -1;
  if (holder >= 0) reach(node, holder, -costOf(edges, holder, place));
  else reach(node, nodes.groups + (problem.groupOf[place] ?? 0), 0);
}

function fromGroup({ inGroup, personAt, used, nodes, problem }: State, node: number, reach: Reach): void {
  const group = node - nodes.groups;
  if ((used[group] ?? 0) < (problem.room[group] ?? 0)) reach(node, nodes.end, 0);
  for (const place of inGroup[group] ?? []) if ((personAt[place] ?? -1) >= 0) reach(node, nodes.places + place, 0);
}

/** A heap of nodes by distance. */
function heapOf(): { push: (key: number, node: number) => void; pop: () => number | undefined } {
  const keys: number[] = [];
  const values: number[] = [];
  const swap = (a: number, b: number): void => {
    [keys[a], keys[b]] = [keys[b] ?? 0, keys[a] ?? 0];
    [values[a], values[b]] = [values[b] ?? 0, values[a] ?? 0];
  };
  const less = (a: number, b: number): boolean => (keys[a] ?? 0) < (keys[b] ?? 0);
  return {
    push(key, node) {
      keys.push(key);
      values.push(node);
      for (let at = keys.length - 1; at > 0 && less(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
    },
    pop() {
      const top = values[0];
      if (top === undefined) return undefined;
      swap(0, keys.length - 1);
      keys.pop();
      values.pop();
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        const child = left + 1 < keys.length && less(left + 1, left) ? left + 1 : left;
        if (child >= keys.length || !less(child, at)) return top;
        swap(at, child);
        at = child;
      }
    },
  };
}
