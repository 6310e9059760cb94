import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AidLine } from '../red-flag/aid/aid.ts';
import { aidOf } from '../red-flag/aid/all.ts';
import type { RedFlagCategoryId } from '../red-flag/category.ts';
import { redFlagCategories } from '../red-flag/categories/all.ts';
import { redFlagCategory, spokenOf } from '../red-flag/red-flag.ts';
import { pronounsFor } from './person.ts';
import { sendsFor } from './rescue.ts';
import { saidAlone, stopWords, type StopWords } from './stop.ts';

type Speaking = Parameters<typeof stopWords>[1];
const unknown: Speaking = { forOther: false, who: pronounsFor(undefined), called: undefined };
const person = (name: string, sex: string, age: number): Speaking => ({
  ...{ forOther: true, who: pronounsFor(sex), called: { name, sex, ageYears: age }, byParent: age < 18 },
});
const people = {
  baby: person('Amir', 'male', 0),
  child: person('Ella', 'female', 7),
  herself: { ...person('Ann', 'female', 40), forOther: false },
  grown: person('Joan', 'female', 80),
};

function stop(ids: readonly RedFlagCategoryId[], speaking: Speaking = unknown): StopWords {
  const flags = ids.map((id) => ({ level: redFlagCategory(id).level, category: redFlagCategory(id) }));
  return stopWords(flags, speaking) ?? assert.fail('nothing is said');
}
const linesOf = ({ advice }: StopWords): string[] => advice.flatMap(({ lines }) => lines);
const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;

/** Each two dangers of one person, and each by itself. */
const every = Object.entries(people).flatMap(([who, speaking]) =>
  redFlagCategories.flatMap((first) =>
    redFlagCategories.map((second) => {
      const ids = [...new Set([first.id, second.id])];
      return { who, ids, title: `${who}: ${ids.join(' and ')}`, words: stop(ids, speaking) };
    }),
  ),
);

describe('Two dangers in one call', () => {
  test('are both said, the gravest first, and help is asked for once and before all else', () => {
    const { say, advice, needs999 } = stop(['self-harm', 'chest-pain', 'stroke'], people.grown);
    assert.ok(needs999);
    assert.match(say[0] ?? '', /^Please call 999 now and stay with Joan\. Her chest pain/);
    assert.match(say[2] ?? '', /^Thank you for telling me\./);
    assert.equal(advice.at(-1)?.name, 'Suicidal thoughts, self-harm or a mental health crisis');
    for (const { title, words } of every) {
      const asked = /call 999 now|to A&E now|triage line now|24-hour line now|putting you through/g;
      const text = words.say.join(' ').replaceAll(/[^.?!]*have hurt yourself, call 999 now\./g, '');
      assert.equal(count(text, asked), 1, title);
      if (words.needs999) assert.match(words.say[0] ?? '', /^Please (?:call 999|go to A&E|take|ring)/, title);
    }
  });

  test('send nobody elsewhere who waits for an ambulance, and say nothing of when one would be needed', () => {
    for (const { title, words } of every) {
      if (!words.comes) continue;
      const all = [...words.say, ...linesOf(words)].join(' ');
      assert.doesNotMatch(all, /A&E|that is 999|triage line|24-hour line|on the way|early pregnancy unit/, title);
      assert.equal(count(all, /call 999/g), 1, title);
    }
  });

  test('a disclosure with an injury: 999 first, then how to reach them safely', () => {
    for (const [who, speaking] of Object.entries(people))
      for (const ids of [
        ['abuse', 'major-injury'],
        ['major-injury', 'abuse'],
      ] as const) {
        const { say, act, safeContactFirst, comes } = stop(ids, speaking);
        assert.ok(comes && safeContactFirst, who);
        assert.match(act?.now ?? '', /rings 999 now/, who);
        assert.match(say[0] ?? '', /^Please call 999 now/, who);
        assert.match(say[1] ?? '', /safe way to reach you[\s\S]*55 on a mobile/, who);
      }
    assert.match(stop(['self-harm', 'abuse'], people.herself).say[0] ?? '', /safe way to reach you/);
  });

  test('never say two things of one matter: how to lie, what to drink, whether to leave them alone', () => {
    for (const { title, ids, who, words } of every) {
      const shown = new Set(linesOf(words));
      const all = ids.flatMap((id) => Object.values<readonly AidLine[]>({ ...aidOf(id).until }).flat());
      const matters = new Map<string, Set<string>>();
      for (const { text, about } of all) {
        const said = text.replaceAll('the baby', 'your baby').replaceAll('the child', 'your child');
        if (about && (shown.has(text) || shown.has(said)))
          matters.set(about, (matters.get(about) ?? new Set<string>()).add(said));
      }
      for (const [matter, texts] of matters)
        assert.equal(texts.size, 1, `${title}: ${matter}: ${[...texts].join(' | ')}`);
      const text = [...words.say, ...shown].join(' ');
      assert.ok(!(text.includes('stay with') && /alone/.test(text) && who !== 'herself' && words.comes), title);
      assert.ok(!(/Nothing to eat or drink|No feeds/i.test(text) && /offering feeds|drink water/.test(text)), title);
    }
  });

  test('do not keep somebody still who must be laid on the side', () => {
    const lines = linesOf(stop(['major-injury', 'seizure'], people.grown)).join(' ');
    assert.match(lines, /do not move them, unless they are in danger, have a fit or will not wake/);
    assert.match(lines, /lay them on their side/);
  });

  test('raised by words and by an answer are one danger, said as it stands', () => {
    const { say, advice } = stop(['chest-pain', 'chest-pain']);
    assert.deepEqual(say, [saidAlone(redFlagCategory('chest-pain'))]);
    assert.equal(advice.length, 1);
  });

  test('without an ambulance keep every word on when to call 999', () => {
    const { say, needs999, advice } = stop(['testicular-pain', 'self-harm']);
    assert.ok(!needs999);
    assert.match(say[1] ?? '', /have hurt yourself, call 999 now/);
    assert.match(linesOf(stop(['hot-joint'])).join(' '), /that is 999/);
    assert.equal(advice.length, 2);
    const steroids = { ...redFlagCategory('known-illness'), level: 'same-day-duty' as const };
    const missed = stopWords([{ level: 'same-day-duty', category: steroids }], people.herself);
    assert.match(missed?.say.join(' ') ?? '', /worse quickly\./);
    assert.doesNotMatch(missed?.say.join(' ') ?? '', /999/, 'nobody is told to say it to a 999 that is not rung');
  });
});

describe('A danger at the desk', () => {
  const atDesk = Object.entries(people).flatMap(([who, speaking]) =>
    redFlagCategories.map(({ id }) => ({ who, id, words: stop([id], { ...speaking, atDesk: true }) })),
  );

  test('is not handled as a call: nobody rings from home, unlocks a door, holds a line or is told to ring 999', () => {
    for (const { who, id, words } of atDesk) {
      const all = [...words.say, ...linesOf(words), words.act?.now, words.act?.otherwise].join(' ');
      assert.doesNotMatch(all, /front door|55 on a mobile|another line|put(?:ting)? you through|call is put/i, id);
      if (words.comes) assert.doesNotMatch(words.say.join(' '), /Please call 999|\bcall 999\b/, `${who}: ${id}`);
    }
  });

  test('has staff ring 999 and fetch a clinician of the building, and asks whether who is ill is there', () => {
    const herself = stop(['chest-pain'], { ...people.herself, atDesk: true });
    assert.match(herself.say[0] ?? '', /^I am ringing 999 for you now\. Stay here with me\./);
    assert.equal(herself.act?.now, 'Ring 999 now, from here');
    assert.match(herself.act.otherwise, /clinician in the building.*defibrillator\. Stay with her\./);
    const mother = stop(['stroke'], { ...people.grown, atDesk: true });
    assert.match(mother.say[0] ?? '', /^I am ringing 999 now\. Is Joan here with you\?/);
    for (const { words } of atDesk.filter(({ words: { act } }) => act))
      assert.match(words.act?.otherwise ?? '', /clinician/);
    assert.match(stop(['hearing'], { ...people.herself, atDesk: true }).say.join(' '), /fetching the duty doctor/);
  });
});

describe('First aid for a collapse', () => {
  test('begins with breathing', () => {
    for (const speaking of [people.grown, people.child, people.baby])
      assert.match(linesOf(stop(['collapse'], speaking))[0] ?? '', /breath/);
  });
});

describe('What is said fits whom it is about', () => {
  test('a baby neither drives, sits, uses an inhaler nor unlocks a door, and is never spoken to', () => {
    for (const { who, title, words } of every) {
      if (who !== 'baby') continue;
      const all = [...words.say, ...linesOf(words)].filter((line) => !/maternity|weeks|pregnan/i.test(line)).join(' ');
      assert.doesNotMatch(
        all,
        /Do not drive|inhaler|sit up|sit down|abdominal thrusts,|if you have been given/i,
        title,
      );
      assert.doesNotMatch(all, /\bAre you breath|your chest|have hurt yourself|Childline|you feel well/, title);
    }
    assert.match(linesOf(stop(['breathlessness'], people.baby))[0] ?? '', /^Hold your baby upright/);
    assert.match(linesOf(stop(['breathlessness'], { ...people.baby, byParent: false }))[0] ?? '', /^Hold the baby/);
  });

  test('a child is helped by whoever is with them', () => {
    for (const { who, title, words } of every)
      if (who === 'child')
        assert.doesNotMatch(linesOf(words).join(' '), /Do not drive|Samaritans|you have been given/, title);
    assert.match(linesOf(stop(['self-harm'], people.child)).join(' '), /Childline/);
    assert.doesNotMatch(linesOf(stop(['severe-abdomen'], people.child)).join(' '), /[Pp]regnan/);
  });

  test('where nobody has been found yet the words decide', () => {
    const infant = stop(['breathlessness'], { ...unknown, spokenOf: 'infant' });
    assert.match(linesOf(infant)[0] ?? '', /^Hold the baby upright/);
    assert.match(infant.act?.now ?? '', /^The caller rings 999/);
    assert.match(stop(['unwell-child'], { ...unknown, spokenOf: 'infant' }).say[0] ?? '', /The baby needs/);
    assert.equal(spokenOf('i am 30 weeks pregnant and the baby is moving less'), undefined);
    assert.deepEqual(['my baby is floppy', 'my son, 6, fell'].map(spokenOf), ['infant', 'child']);
    assert.match(stop(['infant-fever']).say[0] ?? '', /take them to A&E now\. A baby under 3 months/);
  });

  test('what befalls only a child is not said of the grown-up whose record it is', () => {
    assert.match(stop(['unwell-child'], people.herself).say[0] ?? '', /stay with them\. The child needs/);
  });
});

test('Where another service replaces the ambulance the whole page says so', () => {
  for (const [id, heading, act] of [
    ['eye', 'Stop. Get her to A&E now', 'She goes to A&E now'],
    ['pregnancy', 'Stop. Get her the maternity team now', 'She rings the maternity triage line now'],
    ['chemo-fever', 'Stop. Get her the chemotherapy line now', 'She rings the chemotherapy 24-hour line now'],
  ] as const) {
    const words = stop([id], people.herself);
    assert.deepEqual([words.heading, words.act?.now, words.comes], [heading, act, false]);
    assert.match(words.act?.otherwise ?? '', /ring 999 yourself/);
    assert.equal(stop([id, 'chest-pain'], people.herself).heading, 'Stop. Get her an ambulance now');
  }
});

describe('A threat to life from somebody', () => {
  const raised = (ids: readonly RedFlagCategoryId[]): Parameters<typeof stopWords>[0] =>
    ids.map((id) => ({ level: '999', category: redFlagCategory(id) }));

  test('asks 999 for the police, and for an ambulance as well where anyone is hurt', () => {
    const words = stopWords(raised(['abuse']), people.herself) ?? assert.fail('nothing is said');
    assert.equal(words.heading, 'Stop. Get her the police now');
    assert.match(
      words.then,
      /^Ask for an ambulance as well if anyone is hurt, or was held by the neck\. No appointment/,
    );
    assert.deepEqual([words.act?.now, words.tell, words.sends], ['She rings 999 now', 'Tell 999', 'the police']);
    assert.ok(words.comes && words.needs999 && words.safeContactFirst);
  });

  test('with another danger to life asks for both, and for the ambulance alone where nobody threatens', () => {
    const both = stopWords(raised(['abuse', 'chest-pain']), people.herself);
    assert.equal(both?.heading, 'Stop. Get her an ambulance and the police now');
    assert.equal(both.sends, 'an ambulance and the police');
    assert.equal(stop(['abuse', 'chest-pain'], people.herself).heading, 'Stop. Get her an ambulance now');
    assert.equal(sendsFor([{ level: 'same-day-duty', category: { id: 'abuse' } }]), 'the ambulance');
  });
});

describe('A danger that words only resemble', () => {
  const seizure = redFlagCategory('seizure');
  const guess = { level: '999', category: seizure, basis: 'likeness' } as const;

  test('is said to be serious, and is called by no name as if it were known', () => {
    const words = stopWords([guess], people.grown) ?? assert.fail('nothing is said');
    assert.match(words.say.join(' '), /^Please call 999 now and stay with Joan\. What you tell me could be serious/);
    assert.doesNotMatch(words.say.join(' '), /seizure/);
    assert.deepEqual([words.names, words.told], [['Sounds like seizure or fit'], ['Sounds like seizure or fit']]);
    assert.deepEqual(
      words.advice.map(({ name, guessed }) => [name, guessed]),
      [['Sounds like seizure or fit', true]],
    );
  });

  test('is known once it was also said in its words, or answered', () => {
    const known = { ...guess, basis: 'wording' } as const;
    for (const both of [
      [guess, known],
      [known, guess],
    ]) {
      const words = stopWords(both, people.grown) ?? assert.fail('nothing is said');
      assert.deepEqual(words.names, [seizure.name]);
      assert.match(words.say.join(' '), /Note when the seizure began/);
    }
  });
});
