import type { ConceptWords } from './words.ts';

/** Words that say that what was once over is there again; and words that only sound so: paperwork and people that come back. */
export const comeBack: ConceptWords = {
  'come-back': `
    (it|its|that|this|theyre|they|pain|pains|thing|symptoms|numbness|headache|weakness|feeling|tightness|bleeding|swelling|rash|fever|fits|seizures|dizziness|breathlessness|pressure) (is|are|s|has come|have come|came|coming|is coming|are coming|all|right|now) back,
    (its|theyre|is|are) (all |now |just |definitely |)(back|come back|coming back|came back) (|again|now|with|and|worse),
    (its|theyre|has|have|had|just|it|they) (now |just |all |)(come|came|coming|returned|returning) back,
    its (back|returned|returning), theyre back, its (all |) back, (has|have|its|just|it|pain|they|symptoms) (now |just |suddenly |)returned,
    is returning, are returning, come back again, coming back again, gone again,
    (feel|feels|feeling|felt|seem|seems|look|looks|looking|sound|sounds|acting|behaving|breathing) (|just |exactly |very |much |almost |all |really )(the |)same,
    (its|it is|this is|that is|thats|hes|shes|he is|she is|im|i am|they are|all) (|just |exactly |very |much |almost |all |really )the same (|as|again|now|feeling|pain|thing),
    exactly the same, exactly (like|as|how) (|it |i |he |she |they )(was|did|felt|had|before|then|that),
    (that |the |)same (pain|pains|feeling|feelings|symptoms|symptom|sensation|signs|headache|numbness|weakness|tightness|ache|heaviness|breathlessness|rash|fever|confusion|dizziness),
    same (thing|things) (again|now|is|has|happened|happening|happens|today|tonight|this|in|on|all), doing the same, did the same,
    (got|have|having|getting|has) (exactly |)the same (again|thing|now|pain|feeling|symptoms),
    same as (|it was |i was |he was |she was |i did |i felt |i had |he did |she did )(then|before|that time|last time|that day|that night|the first time|when),
    like (it|i|he|she|they|we) (did|was|were|had|felt|looked|got) (|back )(then|that time|that day|before|last time|the first time|when),
    like (then|before|that time|that day|the last time|last time|the first time|the other time|the time before),
    like that (again|time|day|now), like (it|this) again, (feel|feels|feeling) (|like |it |that |this |like it |like that |like this )again,
    (the |) way (it|i|he|she|they) (did|felt|was|were|started|began|looked) (|back )(then|before|that time|that day|last time|the first time),
    (did|felt|was|were|had|looked) (then|that time) (|too|again), (did|felt|was|had) back then,
    reminds me of (then|that time|it|the first time|last time), takes me (straight |right |)back to,
    (happening|happened|starting|started|beginning|begun) (|all |to me |to him |to her )(over |)again, all over again,
    having (another|one again|it again|them again), (got|get|having) (it|them|one) again, doing it again, at it again,
    its happening, it is happening, happened (again|today|tonight|just now), on me again, had another (|one)`,
  'not-come-back': `
    (results|result|bloods|test|tests|letter|letters|form|forms|referral|scan|xray|sample|samples|swab|prescription|script|report|smear|email|text|message|parcel|card) (has|have|is|are|) (|now |just |all )(come|came|coming) back,
    (has|have|just) (come|came|coming) back (from|to me|to you|to us|to work|home), (is |are |its |all |came |come |)back to (normal|work|school|himself|herself|myself|usual|square one),
    back (at|in) (work|school|college|uni|the country|england|the uk|town),
    (came|come|coming) back (clear|normal|negative|fine|ok|positive|borderline|inconclusive),
    returned (from|to|home|my|your|the|a call|the call), (got|get|getting|have) (the |my |a |)(same) (medication|tablets|dose|prescription),
    (got|get) it again (from|at|on), (got|get|having) them again (from|at|on), same (feeling|thing) (about|for),
    same as (last year|last month|every year|usual|always|normal|the last one|my last|my old), the same as (last year|last month|every year|usual|always|normal|the last one|my last|my old),
    (its|it is|this is|that is|thats) the same as (last year|last month|every year|usual|always|normal|the last one|my last|my old),
    (same|like) (one|ones|dose|doctor|nurse|place|tablets|medicine|pharmacy|form|letter) as (before|last time)`,
};
