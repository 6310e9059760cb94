import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { screen } from './red-flag/red-flag.ts';
import { languageWords } from './request/words.ts';
import { unscreened, unscreenedWords } from './unscreened.ts';

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
    for (const text of ['café, naïve, 38.5 °C', 'β blocker, 20 µg', 'Zoë Ångström'])
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
