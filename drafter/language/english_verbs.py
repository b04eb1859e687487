"""The verbs of recommendations in English, each with its strength.

The five strengths are the action categories of UPR Info's database, devised by Edward R. McMahon: "The
Universal Periodic Review: A Work in Progress" (Friedrich-Ebert-Stiftung, September 2012) and "Framing the
Picture: UPR Info Database Action Category" (UPR Info, 26 May 2020). 1 asks others for support or shares
information; 2 continues what is done already; 3 considers; 4 acts in general; 5 acts in a way that can be
seen to be done. The database gives a few verbs for each category; the others were sorted by their meaning.
"""

import re

from drafter.language.review_words import ActionVerbs
from drafter.patterns import pattern

_MINIMAL = """
    appeal; ask; call; call for; call on; call upon; request; seek; share; urge
"""
_CONTINUING = """
    build on; build upon; carry on; continue; keep; keep on; keep up; maintain; persevere; persist;
    preserve; proceed; pursue; remain; retain; sustain; uphold
"""
_CONSIDERING = """
    analyse; assess; consider; contemplate; deliberate; discuss; envisage; envision; evaluate; examine;
    explore; give consideration; look at; look into; ponder; re-evaluate; re-examine; reconsider; reflect;
    rethink; review; study; take into account; take into consideration; take note; think; weigh; weigh up
"""
_GENERAL = """
    accelerate; acknowledge; act; address; advance; aim; aspire; attempt; bolster; boost; champion;
    combat; commit; consolidate; contribute; cooperate; counter; deal with; deepen; emphasise; enable;
    encourage; endeavour; engage; enhance; enrich; ensure; expedite; facilitate; fight; focus; foster;
    fulfil; further; give attention; give priority; guarantee; help; honour; improve; incentivise;
    inspire; intensify; invigorate; mainstream; make efforts; make progress; make sure; maximise;
    minimise; mitigate; mobilise; modernise; nurture; observe; optimise; oversee; pledge; prioritise;
    promote; protect; raise awareness; raise the profile; reaffirm; reinforce; reinvigorate; remember;
    respect; respond; safeguard; see to; speed up; stand; step up; step up efforts; stimulate; strengthen;
    strive; support; tackle; take; take measures; treat; try; upgrade; value; work; work on; work towards
"""
_SPECIFIC = """
    abandon; abolish; abrogate; absolve; abstain; accede; accept; accommodate; account; accredit; achieve;
    acquit; adapt; add; adhere; adjourn; adjudicate; adjust; administer; admit; adopt; advertise; advise;
    align; allocate; allot; allow; amend; annul; apologise; appear; apply; appoint; apportion; apprehend;
    approve; approximate; arbitrate; arrange; arrest; ascertain; assign; assist; attach; attend; audit;
    authorise; award; ban; bar; begin; benchmark; bind; block; brief; bring; bring about; bring back;
    bring before; bring forward; bring in; bring into force; bring together; broadcast; broaden; budget;
    build; build up; buy; calculate; cancel; cap; care for; carry out; caution; cease; centralise;
    certify; chair; change; charge; check; circulate; cite; clarify; classify; clear; close; close down;
    codify; cofinance; cofund; collaborate; collate; collect; combine; commence; commission; communicate;
    commute; compel; compensate; compile; complement; complete; comply; computerise; conclude; condemn;
    condition; conduct; confer; confine; confirm; confiscate; conform; confront; consent; constitute;
    construct; consult; contest; contract; control; convene; convert; convey; convict; coordinate;
    correct; count; cover; create; credit; criminalise; cross-check; curb; curtail; cut; cut back; cut
    off; decentralise; decide; declare; declassify; decline; decrease; decriminalise; dedicate; deduct;
    defend; defer; define; defray; delegate; delete; deliver; demand; demilitarise; demobilise; demolish;
    deny; depathologise; depenalise; deploy; depoliticise; deport; deposit; deregister; deregulate;
    derogate; deschedule; describe; design; designate; desist; destigmatise; destroy; detail; detain;
    deter; determine; develop; devise; devote; digitalise; digitise; direct; disable; disaggregate;
    disallow; disapply; disarm; disband; disburse; discard; discharge; disclose; disconnect; discontinue;
    discourage; disentangle; dismantle; dismiss; disperse; display; dispose; disqualify; disseminate;
    dissolve; distinguish; distribute; diversify; divert; divide; do away with; do not; document; donate;
    double; downschedule; draft; draw; draw up; drop; earmark; educate; elaborate; elect; eliminate;
    embark; embed; employ; empower; enact; end; endorse; endow; enforce; enlarge; enlist; enquire; enrol;
    enshrine; entitle; entrench; entrust; equalise; equip; eradicate; erase; erect; establish; estimate;
    evacuate; evict; exchange; excise; exclude; execute; exempt; exercise; exhume; exonerate; expand;
    explain; export; expose; expunge; extend; extinguish; extradite; favour; feed; file; fill; finalise;
    finance; find; fine; finish; fix; follow; follow through; follow up; forbid; forgive; form; formalise;
    formulate; fortify; forward; free; freeze; fund; furnish; gather; gazette; generate; get; give; give
    effect to; give up; grade; grant; group; guide; halt; halve; hand; hand back; hand over; handle;
    harmonise; have; hear; hire; hold; host; house; humanise; identify; immunise; impeach; implement;
    import; impose; impound; inaugurate; include; incorporate; increase; indict; individualise; inform;
    initiate; inquire; inscribe; insert; inspect; install; instate; institute; institutionalise; instruct;
    insulate; insure; integrate; intercept; interpret; interrupt; intervene; interview; introduce;
    invalidate; invest; investigate; invite; invoke; involve; isolate; issue; join; judge; justify; label;
    launch; lay; lay down; lead; lease; leave; legalise; legislate; lengthen; let; levy; liaise; liberate;
    license; lift; limit; link; list; listen; lobby; localise; locate; lodge; log; look after; lower;
    make; make available; make it; make use of; make way; manage; mandate; manufacture; map; mark; match;
    measure; mediate; meet; mention; merge; model; modify; monitor; move; name; narrow; negotiate;
    nominate; notify; nullify; obey; oblige; obtain; offer; offset; open; open up; operate;
    operationalise; oppose; opt; order; organise; orient; outlaw; outline; outsource; overhaul; overpool;
    overrule; overturn; pardon; parole; participate; partner; pass; pass on; pause; pay; pay back;
    penalise; permit; phase in; phase out; pick up; pilot; place; plan; plant; post; postpone; practise;
    prepare; prescribe; present; prevent; print; privatise; probe; process; procure; produce; prohibit;
    prolong; propose; prosecute; prove; provide; provision; publicise; publish; punish; purchase; purge;
    put; put an end to; put aside; put in place; put right; put up; quadruple; qualify;
    quantify; quarantine; quash; question; raise; rank; rate; ratify; rationalise; re-establish; reach;
    read; realise; reallocate; reassign; rebuild; recall; recategorise; receive; recertify; reclassify;
    recognise; recommend; reconstitute; reconvene; record; recover; recriminalise; recruit; rectify;
    redact; redeem; redefine; redeploy; redesign; redirect; redistribute; redraft; redress; reduce; refer;
    refine; refocus; reform; reformulate; refrain; reframe; refund; refurbish; refuse; register;
    regularise; regulate; rehabilitate; rehear; rehire; rehouse; reimburse; rein in; reinstate;
    reintegrate; reintroduce; reiterate; reject; relax; release; relieve; relinquish; relocate; rely;
    remand; remedy; remind; remit; remodel; remove; remunerate; rename; render; renew; renounce; renovate;
    reopen; reorganise; reorient; reorientate; repair; repatriate; repay; repeal; replace; replenish;
    reply; report; reprimand; republish; require; reschedule; rescind; rescue; research; resentence;
    reserve; reset; resettle; reshape; resolve; resource; restart; restore; restrain; restrict;
    restructure; resume; retract; retrain; retry; return; reunite; reveal; reverse; revert; revise;
    revisit; revive; revoke; reward; reword; rewrite; rezone; rid; ring-fence; ringfence; roll back; roll
    out; rotate; rule; rule out; run; sanction; save; scale back; scale down; scale up; schedule; scrap;
    screen; seal; search; second; secure; segregate; seize; select; sell; send; sensitise; sentence;
    separate; sequence; serve; set; set aside; set down; set forth; set out; set up; settle; shelter;
    shield; shift; shorten; show; shut; shut down; sign; simplify; socialise; solve; source; spare;
    specify; spell out; spend; sponsor; staff; stagger; stamp out; stand down; stand up; standardise;
    start; state; station; stay; stem; sterilise; stipulate; stock; stock up; stop; store; streamline;
    strike; strike down; strike out; structure; subject; submit; subscribe; subsidise; substitute;
    summarise; summon; supersede; supervise; supplement; supply; suppress; surrender; survey; suspend;
    swap; synchronise; systematise; tailor; take back; take down; take off; take on; take out; take over;
    take part; take up; tally; target; tax; teach; tell; tender; terminate; test; throw out; tie; tighten;
    tolerate; top up; trace; track; trade; train; transcribe; transfer; transform; translate; transmit;
    transport; transpose; treble; trigger; triple; turn; unblock; uncap; uncover; undergo; undertake;
    underwrite; undo; unfreeze; unify; unite; unlock; unseal; update; use; utilise; vacate; vaccinate;
    validate; vary; verify; vest; vet; veto; view; visit; vote; waive; warn; weed out; welcome; widen;
    wind down; wind up; wipe; withdraw; withhold; write; write off
"""

_NOUNS = """
    access act address advance aim appeal approach arrest attempt audit award ban bar begin block boost
    broadcast budget build call cap care cause caution chair change charge check commission complement
    compromise condition conduct contact contest contract control cost count counter cover credit cut
    demand design detail display document double draft drop effect end engage estimate exchange exempt
    exercise export favour feed fight file fill find fine focus form free fund further grade grant group
    guarantee guide halt hand help hold host house import increase influence initiate insert interview
    invite issue judge label launch lead lease leave levy license limit link list log lower mandate map
    mark match measure merit model monitor move name need offer order orient outline overhaul pardon
    parole partner pass pause pay permit pilot place plan plant pool post practise present press print
    probe process produce progress project purchase question raise rank rate reach read record reform
    refund refuse register release remand remedy repair repeal report request research reserve resource
    respect result return review reward rid rule run sanction save schedule screen seal search second
    sentence separate set shelter shield shift show sign source spare sponsor staff stand start state
    station stay stem step stock stop store strike structure study subject supplement supply support
    surrender survey swap target tax tender test tie trace track trade train transfer transform transport
    treat trigger trust turn undertake update upgrade use value veto view visit vote welcome work
"""
_ADJECTIVES = """
    advance appropriate approximate clear close complete correct deliberate direct double elaborate empty
    equal exempt express fit free further intimate legitimate live lower moderate narrow open perfect
    present second secure separate set subject welcome
"""
_OTHER_ENDINGS = """
    clockwise concise demise disguise enterprise exercise expertise franchise likewise merchandise
    otherwise paradise precise premise prize promise rise size sunrise surprise treatise wise
"""


def _strengths() -> dict[str, int]:
    """Return the strength of each verb and of each verb of several words, in lower case."""
    tables = (_MINIMAL, _CONTINUING, _CONSIDERING, _GENERAL, _SPECIFIC)
    return {
        " ".join(verb.split()): strength
        for strength, verbs in enumerate(tables, 1)
        for verb in verbs.split(";")
    }


_EFFORTS = r"(?:(?:its|their|all|every|any|the|more|further|additional|greater|great|joint|serious) |\w+al )*"
_MANNER = r"(?:(?:all|the|further|more|any|every|other|immediate|urgent|concrete|swift|prompt|\w+ive|\w+ary"
_MANNER += r"|\w+ate|\w+al|and|or|robust|firm|special|legislative|appropriate) |\w+, )*"

ACTION_VERBS = ActionVerbs(
    strengths=_strengths(),
    spellings=(
        (pattern(r"(?<=[a-z]{2})(?<!\bse)iz(?=e\b)"), "is"),
        (pattern(r"lyze\b"), "lyse"),
        (pattern(r"\bfulfill\b"), "fulfil"),
        (pattern(r"\benroll\b"), "enrol"),
        (pattern(r"\bendeavor\b"), "endeavour"),
        (pattern(r"\bhonor\b"), "honour"),
        (pattern(r"\bfavor\b"), "favour"),
        (pattern(r"\bpractice\b"), "practise"),
        (pattern(r"\blicence\b"), "license"),
        (pattern(r"\binstal\b"), "install"),
        (pattern(r"\bco-(?=[a-z])"), "co"),
        (pattern(r"\bring fence\b"), "ring-fence"),
    ),
    phrases=(
        (pattern(rf"take {_MANNER}(?:measures?|steps?|actions?|initiatives?)\b"), "take measures", 4),
        (pattern(rf"adopt {_MANNER}measures?\b"), "adopt measures", 4),
        (pattern(rf"make {_EFFORTS}(?:efforts?|endeavou?rs?)\b"), "make efforts", 4),
        (
            pattern(rf"(?:increase|redouble|double|undertake|deploy|expand|scale up) {_EFFORTS}efforts?\b"),
            "step up efforts",
            4,
        ),
        (pattern(r"(?:raise|increase|build|create) (?:\w+ )?awareness\b"), "raise awareness", 4),
        (pattern(r"give (?:\w+ )?(?:consideration|thought)\b"), "give consideration", 3),
        (pattern(r"(?:give|pay) (?:\w+ )?(?:attention|heed)\b"), "give attention", 4),
        (pattern(r"give (?:\w+ )?priority to\b"), "give priority", 4),
        (pattern(r"give (?:\w+ )?effect to\b"), "give effect to", 5),
        (pattern(r"(?:request|seek|ask for) (?:\w+ ){0,2}(?:assistance|support|advice)\b"), "seek", 1),
        (pattern(r"hold (?:\w+ ){0,3}(?:dialogue|discussions|debate)s?\b"), "discuss", 3),
        (pattern(r"conduct (?:\w+ )?(?:reflection|discussions)\b"), "discuss", 3),
        (pattern(r"bring\b[^.;]{1,80}?\b(?:in)?to (?:\w+ )?(?:line|conformity|compliance|accord\w*)\b"),
         "bring into line", 5),
        (pattern(r"(?:put|bring) (?:an end|a stop)\b"), "put an end to", 5),
        (pattern(r"(?:bring|hold)\b[^.;]{1,60}?\bto (?:justice|account)\b"), "bring to justice", 5),
        (pattern(r"put\b[^.;]{1,60}?\b(?:in|into) (?:place|practice|force|effect)\b"), "put in place", 5),
        (pattern(r"report (?:back|publicly|annually|yearly|to|on|within|progress)\b"), "report", 5),
        (pattern(r"(?:do not|don[’']t|not to)\b"), "do not", 5),
    ),
    verb_endings=pattern(r"[a-z-]{4,}(?:[^aeiou]i[sz]e|ify)"),
    other_verb_endings=frozenset(_OTHER_ENDINGS.split()),
    openers=pattern(
        r"\s*(?:[-–—•*·]\s+|[*_“\"'‘]+(?=\w)|#+\s+"
        r"|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z]|[IVX]{1,5})[.)]\s+|\d{1,3}(?:\.\d{1,3})+[.)]?\s+"
        r"|(?:recommendations?|r)\s*\d{1,3}\s*[.:)–-]\s*"
        r"|(?:please|also|then|always|never|(?:first|second|third|next|further)(?=,)|now|soon"
        r"|forthwith|at once|and|as soon as possible|without (?:further |any |undue )*delay)\b,?\s+"
        r"|(?!\w*(?:ppl|mpl|tipl)y\b|(?:re|al|rep|ral|tal)ly\b)[a-z]{3,}ly\b"
        r"(?:\s+and\s+[a-z]{3,}ly\b)?,?\s+"
        r"|(?:by|before|from|until|no later than|not later than|as of|in) (?:the )?"
        r"(?:(?:end|beginning|start|middle) of )?(?:\d{1,2} )?(?:[a-z]+ )?(?:20\d\d)\b,?\s+"
        r"|within (?:the next )?(?:\w+ )(?:days?|weeks?|months?|years?)(?! of)\b,?\s+)",
        re.IGNORECASE,
    ),
    infinitive=pattern(r"to\s+", re.IGNORECASE),
    conditions=pattern(
        r"(?:in|by|with|within|as|without|before|after|at|for|during|pending|until|following|through|on"
        r"|under"
        r"|where|when|wherever|whenever|if|while|from|using|together|given|upon|among|based|to)\b",
        re.IGNORECASE,
    ),
    coordination=pattern(r"\band\b"),
    nouns=frozenset(_NOUNS.split()),
    surely_verbs=frozenset({"fund", "guarantee", "initiate", "insert", "license", "repeal", "train"}),
    adjectives=frozenset(_ADJECTIVES.split()),
    after_a_noun=pattern(
        r"\s+(?:of|is|are|was|were|must|should|shall|will|would|has|have|had|remains?|needs?|do|does"
        r"|cannot|can"
        r"|may|by (?:the )?(?:police|state|government))\b"
    ),
    takes_of=frozenset({"advise", "approve", "dispose", "inform", "remind", "rid", "think", "warn"}),
    main_verb=pattern(
        r"(?:\s+(?!(?:that|which|who|whom|whose|where|when|while|how|what|whether|if|so|to|by|and|those"
        r"|as)\b)"
        r"[^\s,;.:]+){1,5}\s+(?:should|must|shall|ought|is|are|was|were|needs?|remains?|has|have)\b"
    ),
    object_start=pattern(
        r"\s+(?:the|an?|all|any|every|each|its|their|his|her|this|these|those|no|such|it|them|us|people"
        r"|persons?"
        r"|women|children|men|everyone|anyone|prisoners|detainees|young|at least|more|\d|back"
        r"|publicly|annually|regularly|yearly|every|within|both|whether|how|civil|law|community|enough"
        r"|sufficient|adequate|(?:[a-z]+ly))\b"
    ),
)  # fmt: skip
"""How a recommendation in English asks for an action."""
