/** Everyday words that stand a slip or two from a clinical one, and mean what they say. */
export const ordinaryWords = `
accent amused amusing ancient anklet append appended apprehensive apprentice aspiring attach attached attained
attracted badder bailing bash bathes bathing battle beach beaches bedding beefing beeping beet befriend bending
berating blaster bleaching bleary bleating bleep bleeping bleeps blend blending blends blessing bloated blocker blond
blooded bloodwork bloom bloop blurted bluster bottled bowed bower bowers bowling bowls boyfriends braces braiding
braised breach breached breaches breaching breadth breast breasts breeches breed breeding breeds bribing brood
browsing bruiser bullocks bussing buttons carves cash cashing causing caves cheat chemically chess chests chesty choir
choker chore chose chowing chugging clashing clerical cloning closings coaches coaching coke coked collage collared
collars collate collating colleague colleagues collect collected collecting college collusion comical compulsions
concession concessions conclusion conclusions confessed confession confided confidential confined confirm confirmation
confirmed conjured conscience conscientious consciously constrictor constructed consulted consulting contraception
contraceptive contract contracted contractor contractors contracts contradictions contraption contraptions contusion
contusions conversed conversing conversion conversions cooked couch couched couching coughdrops coupling coursing
courting couscous crash crashing crest crossing crouching cruising crunching crusading cursing cussing cuttings dash
delicious deliriously desirous dialectic diameter ding diuretic doping droning drooled droppings drunks drying dunk
dyeing erection factored failing fain fainter fanning farting fasten faster fasting fawning feature featured feint
fining fittings fiver flash flashed flasher flatters flaunting flinging flint flirting flitting floated floater floats
flowers flutters fosters fractures fronting gash gassing generals genial girlfriends grain grin groan grown gusting
harsh hash haves headcase headed heading headset heady heal healed healing health healthy hears heartaches hearted
hearth hearts hearty heaters heave heel heels hides hikes hires hive hoist hunting hurling hurtling inaction inception
indebted indicted indignation inducted induction infections inferred infested inflamed inflammation inflated inflation
inflection inflections infliction infraction ingestion inhale injections injure inserted insertion inspected
inspection insured intention invented invention inverted invested jerkin join joined joining joins knock knocker lash
likeness lisp loveless marsh mash mediation medical medically medicare medicate medicated medicating medicinal
meditation meditations midlife migrant migrate migrating moment moments monument monuments morphing nappa nippy
numbers overcoming overdo overdoing overdone overdue overjoyed overrode overuse overused parcel pardner parent parents
parlayed partial partially particular partly partners pennant pile piles pilled pilly pleasure poignant poised polls
pregabalin pressured presume prison pull pulls puncher pupil raced raged raked rapped rasp rated ration raved razed
reactive reactor reaped refraction relation resection retraction roped rush saddled saddles sallow sash scabbing
scaled scalped scarring scolded scurrying sealing searing seating securely secures seedling seizes sell selling
serenely setting severing severity severn shacking shading shaming shaping sharing sharking sharpness shearing
sheeting shell shelled shelling shelving shilling shimmering shirtless shortens shortest shorties shots shouldered
showering shrugging shudder skating skiff slavering slots slugging slumming slumping slurping smartness smearing
smelled smelting smuggling snaking sneaking sniff snots snubbing snuggling sobbing sodden softness soreness sots
sounder spangled sparring spats spell spelled spelling spiff sprain sprained spurred squaring squiring stabbings
stabilised stabiliser stable stacking staffing staging staining staking stalling stapling starling starring starving
stashing stating steaming sterling stiffs stirring stocking stockings stokes stoma straddled straddling straggler
strain strained stranded stranger strike strikes stringed stringing strobe strobes strode stroked stroker strove
stubbed subbing surfing surging swabbed swabbing swatting sweeping sweeten swerving swill swilling swirling tableau
tabled tables tacked tangling temperate temperatures template temple temples temporary tentacle tentacles testifies
textile textiles though thought threat throaty through throughout throwing tickling tickly tightly tights tilling
tinkling tinting toddle toddlers toddy tonguing trash trickle troubled tumble tummies twinkling unbeatable unbreakable
unconsciously unreadable usable vacuum vaginas venting violet visions visit visited visiting visits voicing volume
voting waists warfare wash weakens weaknesses weariness weeding weekness weeping wellness wetness wheeling whizzing
wore wort writ writs yesterdays
`;
