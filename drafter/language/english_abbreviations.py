"""Abbreviations of the field and of the United Nations in English, each with what it stands for.

A reader at the United Nations needs no expansion of those in ``KNOWN``: the names of the Organization and of
its best-known bodies, which its own documents use without one, and abbreviations that are words by now.
"""

from drafter.language.review_words import Abbreviations
from drafter.patterns import pattern

_KNOWN = """
    AD AI AIDS AM ASEAN BA BBC BC BCE CBD CCTV CD CE CEDAW CEO CNN COVID DNA DOI DVD EU FAO FAQ FM FRG GDP GDR
    GPS HIV HTML ICT ID ILO IMF INTERPOL IOM ISBN ISSN IT Interpol LGBT LGBTI LGBTI+ LGBTIQ LGBTIQ+
    LGBTQ LGBTQ+ LGBTQI LGBTQI+ LSD MA MD MDMA MP MPS NATO NB NGO OHCHR OK OSCE PDF PM PO PS PhD Q&A RNA
    RSVP SARS SMS SOS THC TV UAE UK UN UNAIDS UNDP UNESCO UNFPA UNGA UNHCR UNICEF UNODC UPR URL US USA
    USB USSR VAT WFP WHO WWW
"""
_EXPANSIONS = """
    ACHPR: African Commission on Human and Peoples' Rights
    AOD: alcohol and other drugs
    ARV: antiretroviral medicine
    ART: antiretroviral therapy
    ATS: amphetamine-type stimulant
    BBV: blood-borne virus
    BBI: blood-borne infection
    BMT: buprenorphine maintenance treatment
    CAT: Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment
    CBO: community-based organisation
    CBT: cognitive behavioural therapy
    CCPCJ: Commission on Crime Prevention and Criminal Justice
    CCPR: Human Rights Committee
    CDDC: compulsory drug detention centre
    CDT: compulsory drug treatment
    CED: Committee on Enforced Disappearances
    CERD: Committee on the Elimination of Racial Discrimination
    CESCR: Committee on Economic, Social and Cultural Rights
    CJS: criminal justice system
    CMW: Committee on Migrant Workers
    CND: Commission on Narcotic Drugs
    CoE: Council of Europe
    CPT: European Committee for the Prevention of Torture
    CRC: Convention on the Rights of the Child
    CRPD: Convention on the Rights of Persons with Disabilities
    CSE: comprehensive sexuality education
    CSO: civil society organisation
    CSW: Commission on the Status of Women
    CTC: community treatment centre
    DAA: direct-acting antiviral
    DCR: drug consumption room
    DDR: drug demand reduction
    DEA: Drug Enforcement Administration
    DIC: drop-in centre
    DOTS: directly observed treatment, short course
    DRC: Democratic Republic of the Congo
    DRD: drug-related death
    DTC: drug treatment court
    DTO: drug trafficking organisation
    DUI: driving under the influence
    ECHR: European Convention on Human Rights
    ECtHR: European Court of Human Rights
    ECOSOC: Economic and Social Council
    EECA: Eastern Europe and Central Asia
    EHRA: Eurasian Harm Reduction Association
    EJK: extrajudicial killing
    EMCDDA: European Monitoring Centre for Drugs and Drug Addiction
    EUDA: European Union Drugs Agency
    FATF: Financial Action Task Force
    FGM: female genital mutilation
    GANHRI: Global Alliance of National Human Rights Institutions
    GBV: gender-based violence
    GCDP: Global Commission on Drug Policy
    GHB: gamma-hydroxybutyrate
    GP: general practitioner
    HAT: heroin-assisted treatment
    HBV: hepatitis B virus
    HCV: hepatitis C virus
    HRBA: human rights-based approach
    HRC: Human Rights Council
    HRD: human rights defender
    HRI: Harm Reduction International
    HRW: Human Rights Watch
    HTS: HIV testing services
    IACHR: Inter-American Commission on Human Rights
    IACtHR: Inter-American Court of Human Rights
    IATT: inter-agency task team
    ICC: International Criminal Court
    ICCPR: International Covenant on Civil and Political Rights
    ICD: International Classification of Diseases
    ICERD: International Convention on the Elimination of All Forms of Racial Discrimination
    ICESCR: International Covenant on Economic, Social and Cultural Rights
    ICJ: International Court of Justice
    ICMW: International Convention on the Protection of the Rights of All Migrant Workers
    ICPPED: International Convention for the Protection of All Persons from Enforced Disappearance
    ICRC: International Committee of the Red Cross
    IDP: internally displaced person
    IDPC: International Drug Policy Consortium
    IDU: people who inject drugs
    IEC: information, education and communication
    IGO: intergovernmental organisation
    IHRL: international human rights law
    INCB: International Narcotics Control Board
    INPUD: International Network of People who Use Drugs
    IPV: intimate partner violence
    LEA: law enforcement agency
    LEAD: law enforcement assisted diversion
    LMIC: low- and middle-income country
    LOI: list of issues
    LOIPR: list of issues prior to reporting
    M&E: monitoring and evaluation
    MAT: medication-assisted treatment
    MHPSS: mental health and psychosocial support
    MLA: mutual legal assistance
    MMT: methadone maintenance treatment
    MOH: Ministry of Health
    MOI: Ministry of the Interior
    MOJ: Ministry of Justice
    MoH: Ministry of Health
    MoI: Ministry of the Interior
    MoJ: Ministry of Justice
    MOUD: medication for opioid use disorder
    MSM: men who have sex with men
    MSW: male sex worker
    NAP: national action plan
    NCD: non-communicable disease
    NDCS: national drug control strategy
    NDS: national drug strategy
    NEP: needle exchange programme
    NHRC: National Human Rights Commission
    NHRI: national human rights institution
    NIDA: National Institute on Drug Abuse
    NMIRF: national mechanism for implementation, reporting and follow-up
    NMRF: national mechanism for reporting and follow-up
    NPM: national preventive mechanism
    NPS: new psychoactive substance
    NSEP: needle and syringe exchange programme
    NSP: needle and syringe programme
    OAMT: opioid agonist maintenance treatment
    OAS: Organization of American States
    OAT: opioid agonist treatment
    ODA: official development assistance
    OECD: Organisation for Economic Co-operation and Development
    OPC: overdose prevention centre
    OPCAT: Optional Protocol to the Convention against Torture
    OPD: organisation of persons with disabilities
    OPS: overdose prevention site
    OST: opioid substitution therapy
    OUD: opioid use disorder
    PEP: post-exposure prophylaxis
    PHC: primary health care
    PLHIV: people living with HIV
    PLWHA: people living with HIV
    PMTCT: prevention of mother-to-child transmission
    PNSP: prison needle and syringe programme
    PrEP: pre-exposure prophylaxis
    PTSD: post-traumatic stress disorder
    PWD: persons with disabilities
    PWID: people who inject drugs
    PWUD: people who use drugs
    RDR: risk and damage reduction
    RUN: Recovered Users Network
    SADC: Southern African Development Community
    SCS: supervised consumption site
    SDG: Sustainable Development Goal
    SIF: supervised injecting facility
    SIS: supervised injection site
    SMR: Standard Minimum Rules for the Treatment of Prisoners
    SOGI: sexual orientation and gender identity
    SOGIE: sexual orientation and gender identity and expression
    SOGIESC: sexual orientation, gender identity and expression, and sex characteristics
    SOP: standard operating procedure
    SPT: Subcommittee on Prevention of Torture
    SR: Special Rapporteur
    SRH: sexual and reproductive health
    SRHR: sexual and reproductive health and rights
    STD: sexually transmitted disease
    STI: sexually transmitted infection
    SUD: substance use disorder
    SuR: State under Review
    TB: tuberculosis
    TNI: Transnational Institute
    THN: take-home naloxone
    UDHR: Universal Declaration of Human Rights
    UHC: universal health coverage
    UNCAT: Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment
    UNCT: United Nations country team
    UNGASS: special session of the General Assembly
    UNSDCF: United Nations Sustainable Development Cooperation Framework
    UNTOC: United Nations Convention against Transnational Organized Crime
    VAW: violence against women
    VAWG: violence against women and girls
    VCT: voluntary counselling and testing
    VNR: voluntary national review
    WCADP: World Coalition Against the Death Penalty
    WDR: World Drug Report
    WGAD: Working Group on Arbitrary Detention
    WGEID: Working Group on Enforced or Involuntary Disappearances
    WHRD: woman human rights defender
    WHRIN: Women and Harm Reduction International Network
    WMA: World Medical Association
    WUD: women who use drugs
    WWUD: women who use drugs
    YPUD: young people who use drugs
    YWUD: young women who use drugs
"""
_COUNTRY_CODES = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR
    BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL
    COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK
    FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV
    HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO
    LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG
    MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN
    PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE
    SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO
    TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKX XRU YEM ZAF ZMB
    ZWE
"""
_NO_ABBREVIATIONS = """
    ACT ALL AND ANNEX APR ARE ARS ATM AUD AUG BOX BRL BUT CAD CAN CET CHF CM CNY COP DEC DRAFT DUE EST
    EUR FAX FEB FOR FRI GB GBP GMT HAS HOW HQ IDR INR ISO JAN JPY JUL JUN KES KG KGS KM KZT LAW MAR MB
    MG ML MM MON MXN MYR NGN NOT NOTE NOV NOW NPR NZD OCT OUR OUT PART PHP PIN RUB SAT SEP SIM SUN TEL
    THB THE THU TUE UAH USD UTC VPN WAS WED WHY YES ZAR
"""


def _expansions() -> dict[str, str]:
    """Return what each abbreviation stands for."""
    lines = (line.partition(":") for line in _EXPANSIONS.splitlines() if line.strip())
    return {abbreviation.strip(): expansion.strip() for abbreviation, _, expansion in lines}


ABBREVIATIONS = Abbreviations(
    expansions=_expansions(),
    known=frozenset(_KNOWN.split()),
    no_abbreviations=frozenset((_COUNTRY_CODES + _NO_ABBREVIATIONS).split()),
    invariable=pattern(r"(?:people|persons|men|women|young (?:women|people)) (?:who|with|living)\b|.*s$"),
    candidate=pattern(
        r"(?<![\w/@.#$€£&+-])(?P<short>[A-Z](?:[A-Z&]|[a-z](?=[A-Z]))*[A-Z]\+?)(?P<plural>s)?"
        r"(?![\w@$€£+&/]|-\d|\.\w)"
    ),
    roman=pattern(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"),
    symbol=pattern(
        r"\b[A-Z][A-Za-z]*(?:/[\w.()-]+)+|\b[A-Z]{2,}(?:[- ]| No\.? ?)?\d[\w/.-]*|\b\d+-?[A-Z]{2,}\b"
        r"|\b(?:[A-Z]\.){2,}|\[[A-Z ]+\]"
    ),
    capitals_run=pattern(r"\b[A-Z]{2,}(?:\s+(?:[A-Z]{2,}|[AI]))+\s+[A-Z]{2,}\b"),
    introduced=pattern(
        r"(?:\w[\w’'-]*[”’\"*_]*\s*\((?:[“‘\"*_]*(?:hereafter|hereinafter|henceforth|or|the|in short"
        r"|abbreviated|also|known as|formerly)[,:]?\s+)*[“‘\"*_]*"
        r"|,?\s(?:or|known as|abbreviated (?:as|to)|called|in short,?|hereafter|for short,?)\s+[“‘\"*_]*)$"
    ),
    bracket_end=pattern(r"[”’\"*_]*(?:\)|[,;:][^()]*\)| (?:in|for) [^()]*\))"),
    explained=pattern(
        r"[”’\"*_]*(?:\s*\((?P<bracket>[^()]{5,160})\)|\s*(?:[:=–—]|-(?=\s)|, which|,? stands for|,?"
        r" short for|,? or)"
        r"\s*(?P<after>[^.;()\n]{5,160}))"
    ),
    word=pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"),
)
"""The abbreviations that an English text may use."""
