import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { screen } from './red-flag/red-flag.ts';
import { languageWords } from './request/words.ts';
import { unscreened, unscreenedWords } from './unscreened.ts';

const evaluation = join(import.meta.dirname, '../../../docs/safety/evaluation');
const english = { language: 'en', needs: [] };
const kindOf = (text: string, patient: Parameters<typeof unscreened>[0]['patient'] = english): string | undefined =>
  unscreened({ texts: [text, ''], patient })?.kind;

describe('Words the screening is deaf to', () => {
  test('are those in another script, whatever the record says', () => {
    assert.equal(kindOf('сильная боль в груди'), 'script');
    assert.equal(kindOf('胸がとても痛いです pain'), 'script');
    assert.equal(kindOf('cough for a week, and she said boli сърцето'), 'script', 'a part not screened is told of too');
    assert.equal(kindOf('सीने में दर्द'), 'script');
    assert.equal(kindOf('سينه درد'), 'script');
    for (const text of ['the café was naïve about 38.5 °C', 'β blocker, 20 µg', 'Zoë Ångström rang for her tablets'])
      assert.equal(kindOf(text), undefined, text);
    assert.equal(kindOf(''), undefined);
  });

  test('are those of somebody whose language is another, or who needs an interpreter', () => {
    const polish = unscreened({ texts: ['chest ok'], patient: { language: 'pl', needs: [] } });
    assert.deepEqual(polish, { kind: 'language', language: 'pl' });
    assert.match(unscreenedWords(polish, languageWords), /Only English is screened, and the language is Polish/);
    assert.equal(kindOf('sick note', { language: 'en', needs: [{ code: 'bsl' }] }), 'language');
    assert.equal(kindOf('sick note', { language: 'en', needs: [{ code: 'hearing' }] }), undefined);
    assert.equal(kindOf('sick note', undefined), undefined);
  });

  test('may be those of which many are unknown, as in another language in Latin letters', () => {
    for (const text of [
      'no puedo respirar',
      'boli mnie w klatce piersiowej',
      'nu pot respira',
      'je ne peux pas respirer',
      'nao consigo respirar',
      'nefes alamiyorum',
      'negaliu kvepuoti',
      'xanuun laabta ah',
      'mujhe saans nahi aa raha',
      'Brustschmerzen',
      'infarto',
      'She says me duele mucho el pecho desde ayer, please ring',
    ]) {
      assert.deepEqual(screen(text), [], text);
      assert.equal(kindOf(text), 'unknown', text);
    }
    assert.match(unscreenedWords({ kind: 'unknown' }, languageWords), /unknown to the screening: only English/);
    for (const text of [
      '',
      'yes',
      'cough',
      'Levothyroxine',
      'bru',
      'headac',
      'tennis elbow',
      'Dr Rahmani please',
      'cant breath proply, chst pian',
    ])
      assert.equal(kindOf(text), undefined, text);
  });

  test('are seldom said of English: of at most 2 in 100 texts that nobody here learnt from', async () => {
    const texts = await Promise.all(
      ['1', '5', '6'].map(async (set) =>
        parse<{ text: string }>(await readFile(join(evaluation, `red-flags-${set}-apart.csv`)), { columns: true }),
      ),
    );
    const all = texts.flat();
    const doubted = all.filter(({ text }) => kindOf(text) !== undefined);
    assert.ok(all.length > 900 && doubted.length <= all.length * 0.02, `${doubted.length} of ${all.length}`);
  });

  test('may be those whose letters stand apart, which are read together first', () => {
    for (const [text, category] of [
      ['c h e s t p a i n', 'chest-pain'],
      ['c-h-e-s-t p-a-i-n since breakfast', 'chest-pain'],
      ['I c a n t  b r e a t h e', 'breathlessness'],
      ['i c a n t b r e a t h e', 'breathlessness'],
      ['he had a s_e_i_z_u_r_e', 'seizure'],
      ['s.u.i.c.i.d.e', 'self-harm'],
    ] as const) {
      assert.deepEqual(
        screen(text).map((finding) => finding.category),
        [category],
        text,
      );
      assert.equal(kindOf(text), 'apart', text);
    }
    assert.equal(screen('she said c h e s t p a i n again')[0]?.words, 'c h e s t p a i n');
    for (const text of ['U T I again', 'vitamin b, c, d', 'hep a b', 'I am 5 ft 2 i think', 'plan A or B'])
      assert.equal(kindOf(text), undefined, text);
  });
});
