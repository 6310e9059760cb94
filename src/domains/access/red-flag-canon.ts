/** The parts of a word that matter when small words are brought to one form. */
interface Placed {
  readonly word: string;
  readonly end: number;
  readonly sentence: number;
}

const singles: Readonly<Record<string, string>> = {
  cannot: 'cant', carnt: 'cant', cnt: 'cant', canot: 'cant', cannae: 'cant', caint: 'cant', cantt: 'cant', kant: 'cant', cudnt: 'couldnt', coudnt: 'couldnt', couldent: 'couldnt',
  dnt: 'dont', dosnt: 'doesnt', dosent: 'doesnt', doesent: 'doesnt', dosen: 'doesnt', dusnt: 'doesnt', isent: 'isnt', wont: 'wont', wount: 'wont', wnt: 'wont', didint: 'didnt', dident: 'didnt',
  hasent: 'hasnt', havent: 'havent', avent: 'havent', havnt: 'havent', hav: 'have', havin: 'having', hving: 'having', ve: 'have', goin: 'going', gona: 'gonna', gunna: 'gonna', feelin: 'feeling', breathin: 'breathing', bleedin: 'bleeding',
  asma: 'asthma', astma: 'asthma', azma: 'asthma', ashma: 'asthma', proply: 'properly', propply: 'properly', propaly: 'properly', speek: 'speak', tawk: 'talk', wk: 'week', collaped: 'collapsed', clapsed: 'collapsed', colapse: 'collapse', sezure: 'seizure', dropt: 'dropped', dropd: 'dropped', numbb: 'numb', num: 'numb', blud: 'blood', tite: 'tight', pane: 'pain', payne: 'pain', hart: 'heart', belli: 'belly', bellie: 'belly', stumick: 'stomach', stumach: 'stomach', vomet: 'vomit', swolled: 'swollen', leggs: 'legs', arme: 'arm', ankel: 'ankle', babby: 'baby', babie: 'baby', bby: 'baby', preg: 'pregnant', pregers: 'pregnant', hosp: 'hospital', ambo: 'ambulance', siezing: 'seizing', faynted: 'fainted', dizy: 'dizzy', dissy: 'dizzy', feva: 'fever', hi: 'hi',
  realy: 'really', rly: 'really', reely: 'really', relly: 'really', v: 'very', vry: 'very', alot: 'lots', abit: 'bit', abt: 'about', wiv: 'with', n: 'and', nd: 'and', thru: 'through',
  u: 'you', ur: 'your', r: 'are', bcoz: 'because', cos: 'because', coz: 'because', becos: 'because', becuase: 'because', tmrw: 'tomorrow', tho: 'though', summat: 'something', sumthing: 'something', sumat: 'something', smth: 'something', someting: 'something',
  anythin: 'anything', nothin: 'nothing', nowt: 'nothing', owt: 'anything', mi: 'my', meself: 'myself', mysel: 'myself', mself: 'myself', hisself: 'himself', theirself: 'themself', wannabe: 'wannabe', dieing: 'dying', dyeing: 'dying', hubbys: 'hubby', me: 'me',
  hubbie: 'hubby', moms: 'mum', mom: 'mum', mam: 'mum', ma: 'mum', mums: 'mum', dads: 'dad', nans: 'nan', sons: 'son', daughters: 'daughter', husbands: 'husband', wifes: 'wife', wives: 'wife', partners: 'partner', babys: 'baby', babies: 'baby', childs: 'child', toddlers: 'toddler', grandads: 'grandad', fathers: 'father', mothers: 'mother', brothers: 'brother', sisters: 'sister', boyfriends: 'boyfriend', girlfriends: 'girlfriend', residents: 'resident', patients: 'patient',
  whos: 'who', thats: 'that', wots: 'that', wat: 'what', iv: 'ive', i: 'i', minuets: 'minutes', minits: 'minutes', hrs: 'hours', hr: 'hour', wks: 'weeks', yrs: 'years', tmrow: 'tomorrow', tonite: 'tonight', suddnely: 'suddenly',
};

const pairs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  can: { not: 'cant', t: 'cant' }, could: { not: 'couldnt' }, do: { not: 'dont' }, does: { not: 'doesnt' }, did: { not: 'didnt' }, is: { not: 'isnt' }, was: { not: 'wasnt' },
  are: { not: 'arent' }, has: { not: 'hasnt' }, have: { not: 'havent' }, had: { not: 'hadnt' }, will: { not: 'wont' }, would: { not: 'wouldnt' }, don: { t: 'dont' }, doesn: { t: 'doesnt' }, isn: { t: 'isnt' }, won: { t: 'wont' }, hasn: { t: 'hasnt' }, haven: { t: 'havent' }, didn: { t: 'didnt' }, couldn: { t: 'couldnt' },
  i: { am: 'im', have: 'ive', will: 'ill', m: 'im', ve: 'ive' }, he: { is: 'hes', has: 'hes', s: 'hes' }, she: { is: 'shes', has: 'shes', s: 'shes' }, it: { is: 'its', has: 'its', s: 'its' }, they: { are: 'theyre', have: 'theyve' },
  want: { to: 'wanna' }, going: { to: 'gonna' }, my: { self: 'myself' }, her: { self: 'herself' }, him: { self: 'himself' }, them: { selves: 'themselves' }, any: { more: 'anymore' }, some: { one: 'someone', body: 'somebody', thing: 'something' }, no: { body: 'nobody' }, black: { outs: 'blackouts' }, a: { lot: 'lots' },
};

/** Brings small words to one form, so that "I am", "I’m" and "im", or "cannot", "can not" and "carnt", are read alike. */
export function canonical<T extends Placed>(tokens: readonly T[]): T[] {
  const brought: T[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const next = tokens[at + 1];
    const follower = own(pairs, token.word);
    const joined = follower === undefined || next?.sentence !== token.sentence ? undefined : own(follower, next.word);
    if (joined !== undefined && next !== undefined) {
      brought.push({ ...token, word: joined, end: next.end });
      at += 1;
    } else {
      const single = own(singles, token.word);
      brought.push(single === undefined ? token : { ...token, word: single });
    }
  }
  return brought;
}

// Words come from people: "constructor" must not find what every object inherits.
function own<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
