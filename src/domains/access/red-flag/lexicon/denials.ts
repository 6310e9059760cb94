import type { ConceptWords } from './words.ts';

/** Words that deny, words that only seem to, and words behind a denial that take it back. */
export const denials: ConceptWords = {
  negator: `
    no, not, nil, none, without, w o, denies, denied, denying, never, dont, doesnt, didnt, isnt, wasnt, arent,
    hasnt, havent, hadnt, aint, neither, nor, free of, free from, negative for, no sign of, no signs of, rule out,
    ruled out, no history of, nothing like, absence of, no more, no longer`,
  'not-negator': `
    not sure, dont know, not only, not just, no idea, no relief, no better, not better, not getting better,
    no wonder, not long, no improvement, not improving, dont understand, not stop, not stopping, not going away,
    no change, no reason, not right, not well, not good, no one, no longer able, not helping, not working,
    not coping, doesnt feel right, dont feel right, dont feel well, not feeling well, not feeling right,
    not feeling good, not eaten, not eating, not slept, not sleeping, not drinking, no sleep, no appetite,
    no energy, not himself, not herself, not myself, not being funny, dont want to bother, dont want to waste,
    didnt want to bother, dont like to bother, not usually, not normally, never had, never felt, never known,
    never experienced, not happy, dont want to make a fuss, not urgent, not an emergency, no answer, not able,
    never usually, no joke, not joking, not been, not moving, no warning, no bowel, not eased, not easing,
    no appointments, no appointment, not until, not answering, dont have an appointment, havent got an appointment,
    without (my|his|her|the|mum|any) (gtn |gtn spray|nitro |angina |blue |)(spray|gtn|nitro|inhaler|puffer|pump|tablets|oxygen), without (gtn|spray|oxygen),
    without (me |him |her |us |even |my |his |her |)(knowing|noticing|realising|realizing|feeling|meaning|warning|control),
    not normal, not yet, not seen, dont remember, cant remember,
    (no|not|never|doesnt|dont|didnt|hasnt|havent|hadnt|isnt|arent|wasnt|wont|aint) (|any |a |once |ever |really |real )(let up|letup|let off|let it up|stop|stops|stopped|stopping|eases|ease|easing|eased|end|ended|ending|settle|settles|settled|settling|shift|shifts|shifted|shifting|budge|budged|gone|going|go away|goes away|went away|cease|ceases|ceased|lift|lifts|lifted|lifting|given up|give up|wear off|worn off|subside|subsided|respite|break from|break in|rest from|escape from|disappeared|leaves me|left me),
    not a (day|night|hour|minute|moment|second) (|goes by |passes |passed |has passed |gone by )(without|free of|free from),
    (never|not|isnt|wasnt|hardly ever|rarely|seldom) (without|free of|free from),
    (wouldnt|couldnt|cant|not|dont) (say|saying|claim|tell you) (|that )(|i |he |she |theres |ive |ive got |hes |shes |its |i have |there is |it is )(no|not|without|dont have|havent got)`,
  // Behind a denial: it was there before.
  'had-it': `
    had (it|one|them|that), had (some|a bit|a little|a spell|a bout|a few|two|three|several|both|all of them|pain|pains|thoughts|terrible|bad) (earlier|this morning|this am|this afternoon|this evening|tonight|last night|yesterday|overnight|today|before|in the night|during the night|through the night|first thing|just now|all (day|night|morning|afternoon|evening|weekend)|on and off|off and on|on waking|when i woke|when (he|she) woke|at (breakfast|lunch|lunchtime|dinner|tea|teatime|work|school|night|home|the time)|(an|half an|one|two|a couple of) (hour|hours) (ago|back|earlier)|(a few|ten|twenty|thirty|five|10|15|20|30) (minutes|mins) (ago|back|earlier)|for (a|an|half|about|over|nearly|ten|twenty|five|a few|several|some|hours|ages|minutes|most)),
    (was|were|did|had|has been|have been|been) (|it |bad |really bad |awful |terrible |there |worse |like it |like that |so |very |a bit |much )(earlier|this morning|this am|this afternoon|this evening|tonight|last night|yesterday|overnight|today|before|in the night|during the night|through the night|first thing|just now|all (day|night|morning|afternoon|evening|weekend)|on and off|off and on|on waking|when i woke|when (he|she) woke|at (breakfast|lunch|lunchtime|dinner|tea|teatime|work|school|night|home|the time)|(an|half an|one|two|a couple of) (hour|hours) (ago|back|earlier)|(a few|ten|twenty|thirty|five|10|15|20|30) (minutes|mins) (ago|back|earlier)|for (a|an|half|about|over|nearly|ten|twenty|five|a few|several|some|hours|ages|minutes|most)),
    (it|that|they|there) (was|were|did|came|comes|started|starts|lasted|happened|happens|goes|went|gets|got|does|returned|stopped|passed|eased|settled|wore off|cleared|faded|had been),
    its (been|worse|back|there|gone|eased|stopped|passed|settled|worn|come back|come and gone),
    (came|comes|come) (and (went|go|goes)|on|back|up), passed off, wore off, but (i |he |she |they |it |)(was|were|did|had been|has been|have been),
    (was|were|did) though, told me otherwise`,
  'not-had-it': `
    had (it|one|them|that) (checked|looked|out|done|removed|scanned|tested|seen|sorted|ruled), (it|that) was (a|an|the|my|his|her|just a|only a),
    (it|that|there) (gets|got|goes|went) (to|me|on my), there was (a|an|no)`,
  // "Not once has it stopped".
  ended: `stopped, stop, stops, let up, lets up, eased, ease, eases, gone, gone away, gone off, settled, settle, lifted, shifted, budged, improved, subsided, left me, worn off, let me be`,
  // Behind a denial: it is there again as soon as the person does something.
  'then-again': `
    (unless|except|except when|except if|only when|only if|until|till|apart from when|other than when|but when|but if|but whenever|but once|but every time|but as soon as|but the minute|but the moment|only|whenever|as soon as|when) (i|he|she|they|you|we|im|hes|shes) (walk|walks|walked|climb|climbs|move|moves|lie|lies|lay|bend|cough|breathe|exert|stand|stands|get up|gets up|go up|goes up|go upstairs|run|runs|lift|rush|talk|talks|speak|do anything|does anything|try to|try and),
    (unless|except|except when|except on|only when|only on|only with|only after|until|apart from|apart from when|apart from on|other than when|other than on|but|but when|but on|but with|but after|but going|except going) (|i am |im |hes |shes |up |upstairs |up the |on |with |on the |going up |going up the )(walking|exertion|moving|movement|climbing|stairs|the stairs|exercise|exerting|effort|hills|a hill|the hill|uphill|inclines|standing|running|lying flat|lying down|bending)`,
  // What limits a denial to this minute or to rest; words that say who tells.
  'for-now': `
    now, right now, just now, at the moment, at moment, atm, at present, presently, currently, this minute, this second, today, tonight, as we speak, as such, yet,
    (when|while|whilst|if) (|i |he |she |im |hes |shes |i am )(|just )(sit|sits|sitting|sat|rest|rests|resting|still|lying|lie|lay|laying) (|still|down|quietly|here|there),
    at rest, at all, sitting (|still|down|here|quietly), sat (|still|down|here), resting, lying (|still|down), keeping still, keep still,
    (wife|husband|partner|mum|dad|daughter|son|carer|neighbour|friend|she|he|they) (says|said|tells|told|reports|thinks), apparently, admits, admitted, says, said, reports`,
  // A part of the body that has a complaint of its own.
  'other-part': `
    knee(|s), hip(|s), foot, feet, ankle(|s), toe(|s), heel(|s), back, wrist, thumb, finger(|s), ear(|s), tooth, nose, leg(|s), calf, calves, groin`,
};
