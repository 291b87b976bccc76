//! PLOVER: the event types, modes, contexts, quad classes and sectors of the Political Language Ontology for Verifiable Event
//! Records (codebook of 2021, Open Event Data Alliance).

use crate::validate::{Check, ProblemCode, Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// The sixteen event types of PLOVER.
    pub enum PloverType {
        /// Agree, promise or offer to cooperate.
        Agree = "AGREE",
        /// Meet, visit, negotiate, talk by phone.
        Consult = "CONSULT",
        /// Express support, sign or ratify an agreement, recognise, start relations.
        Support = "SUPPORT",
        /// Concede in words: ease restrictions, declare a ceasefire, express regret.
        Concede = "CONCEDE",
        /// Cooperate materially to the benefit of both sides.
        Cooperate = "COOPERATE",
        /// Give material aid: money, arms, relief, asylum.
        Aid = "AID",
        /// Retreat in deed: withdraw, release, return, disarm, hold fire, resign.
        Retreat = "RETREAT",
        /// Request or demand.
        Request = "REQUEST",
        /// Accuse, criticise, condemn, investigate, sue.
        Accuse = "ACCUSE",
        /// Reject or refuse.
        Reject = "REJECT",
        /// Threaten.
        Threaten = "THREATEN",
        /// Protest collectively.
        Protest = "PROTEST",
        /// Reduce relations: sanctions, expulsions, cancelled meetings, broken ties.
        Sanction = "SANCTION",
        /// Move forces short of their use.
        Mobilize = "MOBILIZE",
        /// Repress or restrict: arrest, ban, seize, censor.
        Coerce = "COERCE",
        /// Use force.
        Assault = "ASSAULT",
    }
}

vocabulary! {
    /// The quad class of an event type (table "Quad categories in PLOVER").
    pub enum Quad {
        /// Words that cooperate.
        VerbalCooperation = "verbal_cooperation",
        /// Deeds that cooperate.
        MaterialCooperation = "material_cooperation",
        /// Words in conflict.
        VerbalConflict = "verbal_conflict",
        /// Deeds in conflict.
        MaterialConflict = "material_conflict",
    }
}

impl PloverType {
    /// The quad class of the type.
    pub const fn quad(self) -> Quad {
        match self {
            Self::Agree | Self::Consult | Self::Support | Self::Concede => Quad::VerbalCooperation,
            Self::Cooperate | Self::Aid | Self::Retreat => Quad::MaterialCooperation,
            Self::Request | Self::Accuse | Self::Reject | Self::Threaten | Self::Sanction => {
                Quad::VerbalConflict
            }
            Self::Protest | Self::Mobilize | Self::Coerce | Self::Assault => Quad::MaterialConflict,
        }
    }

    /// The modes that the codebook gives the type; empty where it gives none.
    pub const fn modes(self) -> &'static [PloverMode] {
        use PloverMode::*;
        match self {
            Self::Consult => &[Visit, ThirdParty, Multilateral, Phone],
            Self::Aid => &[Economic, Military, Humanitarian, Asylum],
            Self::Retreat => &[Withdraw, Release, Return, Disarm, Ceasefire, Access, Resign],
            Self::Request | Self::Reject => &[Assist, Change, Yield, Meet],
            Self::Threaten => &[Restrict, Ban, Arrest, Relations, Expel, Territory, Violence],
            Self::Protest => &[Demo, Riot, StrikeGeneral, StrikeLimited, StrikeHunger, Boycott, Obstruct],
            Self::Sanction => &[Convict, Cancel, Expel, Withdraw, Sever],
            Self::Mobilize => &[Troops, Weapons, Police],
            Self::Coerce => {
                &[Confiscate, Restrict, Ban, Censor, Curfew, MartialLaw, Arrest, Deport, Withhold]
            }
            Self::Assault => &[
                Abduct,
                Beat,
                Torture,
                Execute,
                Sexual,
                Assassinate,
                Destroy,
                Primitive,
                Firearms,
                Explosives,
                SuicideAttack,
                HeavyWeapons,
            ],
            Self::Agree | Self::Support | Self::Concede | Self::Cooperate | Self::Accuse => &[],
        }
    }
}

vocabulary! {
    /// How an event was carried out. Each mode belongs to some event types: see [`PloverType::modes`].
    pub enum PloverMode {
        /// CONSULT: the actor visits, the recipient hosts.
        Visit = "visit",
        /// CONSULT: a third party hosts.
        ThirdParty = "third-party",
        /// CONSULT: in an alliance or international organisation.
        Multilateral = "multilateral",
        /// CONSULT: by phone or another remote medium.
        Phone = "phone",
        /// AID: money, loans, grants.
        Economic = "economic",
        /// AID: arms, training, personnel.
        Military = "military",
        /// AID: relief.
        Humanitarian = "humanitarian",
        /// AID: asylum.
        Asylum = "asylum",
        /// RETREAT: forces leave an area; SANCTION: an actor leaves a body or recalls its people.
        Withdraw = "withdraw",
        /// RETREAT: captives are released.
        Release = "release",
        /// RETREAT: property is returned.
        Return = "return",
        /// RETREAT: weapons are given up.
        Disarm = "disarm",
        /// RETREAT: a ceasefire is carried out.
        Ceasefire = "ceasefire",
        /// RETREAT: third parties are let in.
        Access = "access",
        /// RETREAT: an official resigns.
        Resign = "resign",
        /// REQUEST, REJECT: exchange, relations or help.
        Assist = "assist",
        /// REQUEST, REJECT: a change of policy, government or institutions.
        Change = "change",
        /// REQUEST, REJECT: release, end of sanctions, ceasefire.
        Yield = "yield",
        /// REQUEST, REJECT: meetings and negotiations.
        Meet = "meet",
        /// THREATEN, COERCE: restrict movement or freedoms.
        Restrict = "restrict",
        /// THREATEN, COERCE: ban persons or organisations.
        Ban = "ban",
        /// THREATEN, COERCE: arrest, detain, imprison.
        Arrest = "arrest",
        /// THREATEN: suspend relations or talks.
        Relations = "relations",
        /// THREATEN, SANCTION: expel from a country or body.
        Expel = "expel",
        /// THREATEN: occupy territory.
        Territory = "territory",
        /// THREATEN: use violence.
        Violence = "violence",
        /// PROTEST: a demonstration.
        Demo = "demo",
        /// PROTEST: a violent riot.
        Riot = "riot",
        /// PROTEST: a general strike.
        StrikeGeneral = "strike-gen",
        /// PROTEST: a strike in some branches.
        StrikeLimited = "strike-lim",
        /// PROTEST: a hunger strike.
        StrikeHunger = "strike-hun",
        /// PROTEST: a boycott.
        Boycott = "boycott",
        /// PROTEST: passage is obstructed.
        Obstruct = "obstruct",
        /// SANCTION: a court finds guilty or liable.
        Convict = "convict",
        /// SANCTION: meetings or dialogues are cancelled.
        Cancel = "cancel",
        /// SANCTION: ties are cut or reduced in another way.
        Sever = "sever",
        /// MOBILIZE: armed personnel or units.
        Troops = "troops",
        /// MOBILIZE: weapons are readied.
        Weapons = "weapons",
        /// MOBILIZE: police or security units.
        Police = "police",
        /// COERCE: property is seized.
        Confiscate = "confiscate",
        /// COERCE: publications are banned or restricted.
        Censor = "censor",
        /// COERCE: a curfew.
        Curfew = "curfew",
        /// COERCE: a state of emergency or martial law.
        MartialLaw = "martial-law",
        /// COERCE: individuals are deported.
        Deport = "deport",
        /// COERCE: public goods are withheld.
        Withhold = "withhold",
        /// ASSAULT: abduct, kidnap, hijack.
        Abduct = "abduct",
        /// ASSAULT: beat.
        Beat = "beat",
        /// ASSAULT: torture.
        Torture = "torture",
        /// ASSAULT: execute by judgment.
        Execute = "execute",
        /// ASSAULT: sexual violence.
        Sexual = "sexual",
        /// ASSAULT: assassinate.
        Assassinate = "assassinate",
        /// ASSAULT: destroy property.
        Destroy = "destroy",
        /// ASSAULT: with blades, fire, stones.
        Primitive = "primitive",
        /// ASSAULT: with rifles, pistols, light machine guns.
        Firearms = "firearms",
        /// ASSAULT: with mines and bombs.
        Explosives = "explosives",
        /// ASSAULT: suicide attack.
        SuicideAttack = "suicide-attack",
        /// ASSAULT: with crew-served weapons, missiles, aircraft.
        HeavyWeapons = "heavy-weapons",
    }
}

vocabulary! {
    /// What an event is about (table "General contexts"; `territory` is split from `resource`). Time and reality, which the
    /// codebook lists here too, are the `status` and `date` of an event.
    pub enum Context {
        /// Politics not covered by a more specific context.
        Political = "political",
        /// Military, military assistance included.
        Military = "military",
        /// Intelligence and information.
        Intelligence = "intelligence",
        /// Peacekeeping.
        Peacekeeping = "peacekeeping",
        /// Trade, finance, development.
        Economic = "economic",
        /// Diplomacy.
        Diplomatic = "diplomatic",
        /// Natural resources.
        Resource = "resource",
        /// Territory and borders.
        Territory = "territory",
        /// Cultural and educational exchange.
        Culture = "culture",
        /// Disease.
        Disease = "disease",
        /// Environment and disasters.
        EnviroDisaster = "enviro_disaster",
        /// Migrants, refugees, displaced people.
        Migration = "migration",
        /// Humanitarian assistance.
        Humanitarian = "humanitarian",
        /// National and international law without human rights.
        Legal = "legal",
        /// Human rights.
        HumanRights = "human_rights",
        /// Political rights and freedoms.
        RightsFreedoms = "rights_freedoms",
        /// Gender.
        Gender = "gender",
        /// Sexual minorities.
        Lgbt = "lgbt",
        /// Terrorism.
        Terrorism = "terrorism",
        /// Access to water, food, housing, energy, land.
        HumanSecurity = "human_security",
        /// Religions and ethnic groups.
        ReligionEthnicity = "religion_ethnicity",
        /// Government other than elections and legislation.
        Government = "government",
        /// Elections and campaigns.
        Election = "election",
        /// Legislation and parliamentary coalitions.
        Legislative = "legislative",
        /// Chemical, biological, radiological and nuclear weapons.
        Cbrn = "cbrn",
        /// Cyber attacks and crime.
        Cyber = "cyber",
        /// Norms and political institutions.
        PoliticalInstitutions = "political_institutions",
        /// Corruption.
        Corruption = "corruption",
        /// Crime.
        Crime = "crime",
        /// Murder.
        CrimeMurder = "crime_murder",
        /// Theft.
        CrimeTheft = "crime_theft",
        /// Illegal drugs.
        CrimeDrugs = "crime_drugs",
        /// Sexual crime.
        CrimeSexual = "crime_sexual",
    }
}

vocabulary! {
    /// The sector of an actor (tables "Sector Primary Codes" and "Non-state actor codes"). Media are JRN; MED is medicine.
    pub enum Sector {
        /// Government and its executive.
        Government = "GOV",
        /// Judiciary.
        Judiciary = "JUD",
        /// Legislature.
        Legislature = "LEG",
        /// State military.
        Military = "MIL",
        /// Police.
        Police = "COP",
        /// Political opposition.
        Opposition = "OPP",
        /// Political party of neither side.
        Party = "PTY",
        /// Armed opposition.
        Rebels = "REB",
        /// Paramilitaries that do not oppose the government.
        Paramilitary = "PRM",
        /// State intelligence.
        Intelligence = "SPY",
        /// Unidentified armed forces.
        UnidentifiedForces = "UAF",
        /// Civilians.
        Civilians = "CVL",
        /// Elites and former officials.
        Elites = "ELI",
        /// Business.
        Business = "BUS",
        /// Education.
        Education = "EDU",
        /// Medicine and health.
        Medicine = "MED",
        /// Labour.
        Labour = "LAB",
        /// Agriculture.
        Agriculture = "AGR",
        /// Journalists and media.
        Journalists = "JRN",
        /// Refugees and displaced persons.
        Refugees = "REF",
        /// Religious organisations.
        Religion = "REL",
        /// Civil society not covered otherwise.
        CivilSociety = "SOC",
        /// Criminals.
        Criminals = "CRM",
        /// Intergovernmental organisation.
        Igo = "IGO",
        /// Non-governmental organisation.
        Ngo = "NGO",
        /// International social movement.
        SocialMovement = "ISM",
        /// Transnational armed group.
        TransnationalMilitary = "IMG",
        /// Multinational corporation.
        Multinational = "MNC",
    }
}

part! {
    /// The PLOVER reading of an event.
    #[derive(Copy, Eq)]
    pub struct Plover {
        /// The event type.
        r#type: PloverType,
        /// How it was done, where the codebook has a mode for it.
        mode: Option<PloverMode>,
        /// The quad class; it follows from the type.
        quad: Quad,
    }
}

impl Plover {
    /// A reading without mode.
    pub const fn new(r#type: PloverType) -> Self {
        Self { r#type, mode: None, quad: r#type.quad() }
    }

    /// The same reading with a mode; `None` if the type does not have that mode.
    pub fn with_mode(self, mode: PloverMode) -> Option<Self> {
        self.r#type.modes().contains(&mode).then_some(Self { mode: Some(mode), ..self })
    }

    /// The event type.
    pub const fn r#type(self) -> PloverType {
        self.r#type
    }

    /// How it was done.
    pub const fn mode(self) -> Option<PloverMode> {
        self.mode
    }

    /// The quad class of the type.
    pub const fn quad(self) -> Quad {
        self.quad
    }
}

impl Rules for Plover {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        let Some(r#type) = seen.r#type else { return };
        if let Some(Some(mode)) = seen.mode
            && !r#type.modes().contains(mode)
        {
            let modes: Vec<_> = r#type.modes().iter().map(|mode| mode.as_str()).collect();
            let message = format!("{type} has no mode `{mode}`; it has: {}", modes.join(", "));
            check.field("mode", |check| check.problem(ProblemCode::ModeMismatch, message));
        }
        if let Some(quad) = seen.quad
            && *quad != r#type.quad()
        {
            let message = format!("{type} is {}, found {quad}", r#type.quad());
            check.field("quad", |check| check.problem(ProblemCode::QuadMismatch, message));
        }
    }
}
