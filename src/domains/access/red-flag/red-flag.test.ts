import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { learn } from './likeness.ts';
import { screen } from './red-flag.ts';

const found = (text: string, patient = {}): string[] => screen(text, patient).map((finding) => finding.category);

function flags(text: string, category: string, patient = {}): void {
  assert.ok(found(text, patient).includes(category), `${text} → ${found(text, patient).join(', ') || 'nothing'}`);
}

describe('Screening someone’s own words', () => {
  test('Word order, small words and gaps do not hide a danger', () => {
    for (const text of [
      'tight chest',
      'chest is really tight',
      'my chest it just feels so so tight',
      'tightness, in my chest',
    ]) {
      flags(text, 'chest-pain');
    }
  });

  test('Misspelling, missing apostrophes, capitals and words run together do not hide a danger', () => {
    flags('my dad cant breath properly', 'breathlessness');
    flags('CHEST PIAN', 'chest-pain');
    flags('chestpain', 'chest-pain');
    flags('unconcious on the sofa', 'collapse');
    flags('sucidal', 'self-harm');
    flags('bleedingg heavilyy', 'bleeding');
    flags('CHESTPAINANDSWEATING', 'chest-pain');
    flags('crushingchestpain', 'chest-pain');
    flags('ch3st pa1n', 'chest-pain');
    flags('str0ke, come quick', 'stroke');
    for (const text of ['physiotherapistappointment', 'painkillersprescription', 'B12 and covid19 jab'])
      assert.deepEqual(screen(text), [], text);
  });

  test('What is heard only once an unseen character is read as a space stands in the order of the text as well', () => {
    const starts = screen('crushing chest pain, pulse\u200bis 178 and wont come down').map(({ start }) => start);
    assert.deepEqual(starts, [0, 9]);
  });

  test('It is heard whoever speaks: the person, a relative, a receptionist', () => {
    flags('I cannot breathe', 'breathlessness');
    flags("she can't breathe", 'breathlessness');
    flags('pt unable to breathe', 'breathlessness');
  });

  test('The finding gives their exact words and where they stand', () => {
    const text = 'Hello. My  CHEST’s   tight, pls ring';
    const [finding] = screen(text);
    assert.ok(finding);
    assert.equal(finding.words, text.slice(finding.start, finding.end));
    assert.equal(finding.words, 'CHEST’s   tight');
  });

  test('Negation softens and never silences', () => {
    const [denied] = screen('no chest pain');
    assert.deepEqual([denied?.category, denied?.softened], ['chest-pain', true]);
    const listed = screen('No fever, chest pain or breathlessness');
    assert.ok(listed.some((finding) => finding.category === 'chest-pain' && finding.softened));
    const [unrelieved] = screen('chest pain, no relief');
    assert.deepEqual([unrelieved?.category, unrelieved?.softened], ['chest-pain', false]);
    const [appetite] = screen('no appetite and chest pain');
    assert.deepEqual([appetite?.category, appetite?.softened], ['chest-pain', false]);
    assert.equal(screen('not breathing')[0]?.softened, false);
  });

  test('One plain mention is enough, however often it is denied elsewhere', () => {
    const findings = screen('No chest pain on Monday. Chest pain today.');
    assert.ok(findings.some((finding) => finding.category === 'chest-pain' && !finding.softened));
  });

  test('Everyday sayings and paperwork stay quiet', () => {
    for (const text of [
      'died laughing',
      'heart attack when I saw the bill',
      'my back is killing me',
      'I stroke the cat',
      'repeat prescription for my inhaler',
      'chest x-ray results',
      'head of HR letter',
      'overdose of paperwork',
      'sick note for my heart bypass last year',
      'letter about my stroke clinic appointment',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  test('Flu with aches all over, drops that did nothing and other plain requests stay quiet', () => {
    for (const text of [
      'temperature of 38 and aching all over',
      'fever and aching all over since yesterday think its flu',
      'the drops the doctor gave me did nothing',
      'drops from the chemist did nothing for the itch',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
    flags('he keeps dropping his cup', 'stroke');
    flags('fever, aching and his belly is rock hard', 'severe-abdomen');
  });

  test('What is told as long over stays quiet, unless the text speaks of now, or it is harm to oneself or abuse', () => {
    assert.deepEqual(found('perforated appendix as a kid, do I need anything on my record'), []);
    assert.deepEqual(found('brain bleed in 2011, can I fly'), []);
    assert.deepEqual(found('she had meningitis as a baby, she is 15 now'), []);
    assert.deepEqual(found('when I was five I had a seizure, do I put it on the form'), []);
    flags('seizure as a baby, 15 now and had one today', 'seizure');
    flags('bleeding heavily with my second, 12 weeks', 'pregnancy');
    flags('I had a stroke in 2019, my arm has gone weak', 'stroke');
    flags('stroke in 2019 face is drooping', 'stroke');
    flags('had a heart attack in 2010 and chest pain', 'chest-pain');
    flags('chest pain like I had years ago', 'chest-pain');
    flags('he had a seizure at school', 'seizure');
    flags('took an overdose in my twenties, thinking about it every day', 'poisoning');
    flags('raped years ago, want to talk', 'abuse');
  });

  test('What was long over is a danger again where the text says that it has come back, paperwork beside it or not', () => {
    flags('had a stroke years ago, it feels like that again', 'stroke');
    flags('had sepsis two years ago and feel exactly like I did then', 'sepsis');
    flags('I had a blood clot on my lung 5 years ago and it feels the same', 'breathlessness');
    flags('I have a review for my stroke next week but my arm feels like it did then', 'stroke');
    flags('I do not know why, I had pancreatitis in 2017 and it is back', 'severe-abdomen');
    assert.deepEqual(found('had a stroke years ago, need my repeat again'), []);
    assert.deepEqual(found('sepsis two years ago, it has never come back, want to know about vaccines'), []);
    assert.deepEqual(found('had a stroke in 2013, how do I stop it happening again'), []);
    assert.deepEqual(found('had a stroke years ago, my blood results have come back'), []);
    assert.deepEqual(found('Stroke ten years ago. Is the repeat the same as last month'), []);
  });

  test('A course, a form, a saying or a machine that borrows the words of danger stays quiet', () => {
    for (const text of [
      'do you run any choking courses',
      'please post the seizure diary form, fit free nine years',
      'my daughter wants to help with your sepsis audit',
      'mum would have a fit if she knew',
      'knocked out by how kind the nurse was',
      'the ticket machine swallowed my coin',
      'bored with this cold, nose like a tap',
      'my watch said 58 when I was sat reading',
      'usual salbutamol please, down to the last few puffs',
      'I have funny taste in my mouth since the antibiotics',
      'her cat looked in through our window',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
    flags('he is having a fit', 'seizure');
    flags('salbutamol every hour, twenty puffs and no better', 'breathlessness');
    flags('oxygen 88 on the finger thing', 'breathlessness');
    flags('my nose has been pouring blood for an hour', 'bleeding');
    flags('he swallowed a coin', 'poisoning');
  });

  test('Spots that fade when pressed stay quiet, those that do not are flagged', () => {
    assert.deepEqual(found('little spots on her cheeks fade when I press, she is bouncing round'), []);
    flags("spots on her legs don't fade when I press", 'unwell-child');
    flags('her spots are still there when I press', 'unwell-child');
    flags('her rash looks the same when I press it with a glass', 'unwell-child');
  });

  test('Paperwork around a plain danger does not quiet it', () => {
    flags('I need a sick note, I have chest pain', 'chest-pain');
    flags('repeat prescription please and I think dad is having a stroke', 'stroke');
    flags('died laughing at the film but now my chest is really tight', 'chest-pain');
  });

  test('Words alone decide the grave case: a plan is 999, a thought is for the duty clinician today', () => {
    assert.equal(screen('feeling suicidal')[0]?.level, 'same-day-duty');
    assert.ok(screen('I have a plan and I am going to end it tonight').some((finding) => finding.level === '999'));
  });
});

describe('Who it is about', () => {
  test('A fever is a red flag in a baby under 3 months, by the words or by the record', () => {
    flags('6 week old with a temperature', 'infant-fever');
    flags('she has a temperature', 'infant-fever', { ageYears: 0.1 });
    assert.ok(!found('he has a temperature of 38', { ageYears: 7 }).includes('infant-fever'));
    assert.ok(!found('my 10 month old has a temperature of 38').includes('infant-fever'));
  });

  test('An age is not a temperature', () => {
    assert.deepEqual(found('my teenager is well and I am 40'), []);
    flags('my toddler has a fever of 40 and is floppy', 'unwell-child');
  });

  test('How long an illness has lasted is not an age', () => {
    assert.ok(!found('cough for 6 weeks and a temperature', { ageYears: 40 }).includes('infant-fever'));
  });

  test('Bleeding in pregnancy is a red flag, by the words or by the record', () => {
    flags('34 weeks pregnant and spotting', 'pregnancy');
    flags('some spotting this morning', 'pregnancy', { pregnant: true });
    assert.deepEqual(found('some spotting between periods'), []);
  });

  test('A child who is drowsy is not an adult whose tablets make him drowsy', () => {
    flags('my toddler is very drowsy', 'unwell-child');
    assert.ok(!found('these tablets make me drowsy', { ageYears: 50 }).includes('unwell-child'));
  });

  test('The record never takes away what the words say', () => {
    flags('my 5 week old has a fever', 'infant-fever', { ageYears: 34 });
  });
});

describe('The second reading', () => {
  test('Words no wording foresaw are flagged for their likeness to the list, and marked so', () => {
    const findings = screen("he's off his food, gone a dreadful colour and keeps slumping sideways since this morning");
    assert.ok(findings.length > 0);
    assert.ok(findings.every((finding) => finding.words.length > 0));
  });

  test('It learns the same from the same list, whenever asked', () => {
    const lessons = [
      { features: new Set(['a', 'b']), category: 'stroke' as const },
      { features: new Set(['b', 'c']), category: undefined },
    ];
    const [one, two] = [learn(lessons), learn(lessons)];
    assert.equal(one.probability(['a', 'b']), two.probability(['a', 'b']));
    assert.ok(one.probability(['a']) > one.probability(['c']));
    assert.equal(
      one.nearest(['a'], () => true),
      'stroke',
    );
  });
});

describe('Long and hostile texts', () => {
  test('Ten thousand characters are screened to their end, whatever they are, and the last of them counts', () => {
    for (const unit of [
      'My chest has been tight since Tuesday, no fever. ',
      'no no no chest ',
      'a',
      "'.,",
      'breathe cant ',
      'zqxj ',
    ]) {
      const text = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000);
      const ending = screen(`${text}. Crushing chest pain now`).filter(({ start }) => start >= text.length);
      assert.ok(
        ending.some(({ category }) => category === 'chest-pain'),
        unit,
      );
    }
  });

  test('Empty, foreign and odd characters are no trouble', () => {
    for (const text of ['', ' ', '…', '🙂🙂', '\u0000', 'constructor __proto__ toString', '胸が痛い', '\ud800']) {
      assert.deepEqual(found(text), [], JSON.stringify(text));
    }
  });
});

describe('A grown patient’s child who tells', () => {
  const categories = (text: string, ageYears: number): string[] =>
    screen(text, { ageYears }).map(({ category }) => category);

  test('is not taken for who is ill', () => {
    const told = "it's just not right, I don't feel myself, been a bit wobbly and my daughter said I should ring";
    assert.deepEqual(categories(told, 82), []);
    assert.ok(!categories('I am very thirsty, losing weight and tired, my daughter noticed', 45).includes('child-dka'));
  });

  test('is still a child where the record says so, the words give an age, or the child is what is told of', () => {
    assert.ok(categories('my daughter is floppy and hot, she is 3', 34).includes('unwell-child'));
    assert.ok(categories('my son says his tummy hurts, he is just not right, he is 4', 40).includes('unwell-child'));
    assert.ok(categories('my daughter said I should ring, my son is floppy', 60).includes('unwell-child'));
    assert.ok(categories('my daughter said she is just not right', 6).includes('unwell-child'));
  });
});

describe('Keys pressed too late, before the first word', () => {
  const categories = (text: string): string[] => screen(text).map(({ category }) => category);

  test('hide no danger that begins with it', () => {
    for (const [text, category] of [
      ['picant breathe properly', 'breathlessness'],
      ['ichest pain', 'chest-pain'],
      ['ifloppy and hot', 'sepsis'],
      ['icollapsed in the shop', 'collapse'],
      ['pisuicidal', 'self-harm'],
      ['pioverdosed on paracetamol', 'poisoning'],
      [' apiunresponsive baby', 'collapse'],
    ] as const)
      assert.ok(categories(text).includes(category), text);
    assert.deepEqual(
      screen('picant breathe').map(({ words, start }) => [words, start]),
      [['cant breathe', 2]],
    );
  });

  test('and make none of words that begin with those letters', () => {
    for (const text of ['back pain for a week', 'pill check', 'hips ache', 'bill question', 'about hayfever'])
      assert.deepEqual(categories(text), [], text);
  });
});

test('Characters nobody sees hide no danger, whether they stand within a word or between two', () => {
  const categories = (text: string) => screen(text).map(({ category }) => category);
  for (const unseen of ['\u200B', '\u200D', '\u2060', '\u00AD', '\u200E']) {
    assert.deepEqual(categories(`took${unseen}an${unseen}overdose`), ['poisoning']);
    assert.deepEqual(categories(`can't${unseen}breathe`), ['breathlessness']);
    assert.deepEqual(categories(`crushing che${unseen}st pain`), ['chest-pain']);
  }
});
