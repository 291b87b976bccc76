//! Actors: who does something, and every place where the text mentions them.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::code::{CountryCode, WikidataId};
use crate::id::ActorId;
use crate::plover::Sector;
use crate::span::Span;
use crate::validate::{Check, Known, Part, ProblemCode, Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What sort of actor.
    pub enum ActorKind {
        /// A sovereign state, present or past.
        State = "state",
        /// A dependent, disputed or de facto governed territory.
        Territory = "territory",
        /// An intergovernmental organisation.
        Igo = "igo",
        /// A body of an organisation: a council, a mission, a secretariat.
        Organ = "organ",
        /// A parliament or one of its chambers.
        Legislature = "legislature",
        /// A ministry, an embassy, a court, a city hall, an office of state.
        GovernmentBody = "government_body",
        /// A political party.
        Party = "party",
        /// The forces of a state, or a part of them.
        ArmedForce = "armed_force",
        /// An armed or political group that is not a state's.
        NonStateGroup = "non_state_group",
        /// A business.
        Company = "company",
        /// A non-governmental organisation.
        Ngo = "ngo",
        /// A newspaper, agency, broadcaster or site.
        Media = "media",
        /// Another institution: a university, a think tank, a church.
        Institution = "institution",
        /// A human being.
        Person = "person",
        /// An ethnic, religious or national community.
        People = "people",
        /// Several actors that the text names as one.
        Group = "group",
        /// None of these.
        Other = "other",
    }
}

vocabulary! {
    /// By what words a mention names its actor.
    pub enum MentionBy {
        /// The name in full.
        Name = "name",
        /// Another name, an acronym or a short form.
        Alias = "alias",
        /// An adjective or noun of nationality.
        Demonym = "demonym",
        /// A description such as "the minister".
        Description = "description",
        /// A pronoun.
        Pronoun = "pronoun",
    }
}

/// A place in the text where an actor is mentioned: a span with the way of naming.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Mention {
    /// Where, and the words.
    #[serde(flatten)]
    pub span: Span,
    /// By what words the actor is named.
    pub by: MentionBy,
}

impl Part for Mention {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        check.fields(&["start", "end", "quote", "by"], |check| {
            let mut object = check.object(value)?.clone();
            let by = object.remove("by").unwrap_or_default();
            let by = check.field("by", |check| MentionBy::read(&by, check));
            // What no mention has is reported above, once.
            object.retain(|name, _| matches!(name.as_str(), "start" | "end" | "quote"));
            let span = Span::read(&Value::Object(object), check);
            Some(Self { span: span?, by: by? })
        })
    }

    fn check(&self, check: &mut Check<'_>) {
        Part::check(&self.span, check);
    }
}

part! {
    /// Someone who acts, or is acted upon.
    #[derive(Eq)]
    pub struct Actor {
        /// Identifier within the record.
        pub id: ActorId,
        /// The canonical name.
        pub name: String,
        /// What sort of actor.
        pub kind: ActorKind,
        /// The state that the actor is or belongs to.
        pub country: Option<CountryCode>,
        /// The actor that this one is a body of: the United Nations for its Security Council.
        pub parent: Option<ActorId>,
        /// The members of a group that the text lists.
        pub members: Vec<ActorId>,
        /// The PLOVER sector.
        pub sector: Option<Sector>,
        /// The Wikidata item, where it is certain.
        pub wikidata: Option<WikidataId>,
        /// Every place where the text mentions the actor, in order.
        pub mentions: Vec<Mention>,
    }
}

impl Rules for Actor {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        check.not_empty("name", seen.name);
        let Known { actor_parent_cycles, actor_member_cycles, .. } = &check.known;
        let at = check.entry_of("actors");
        let [own_parent, own_member] = [actor_parent_cycles, actor_member_cycles]
            .map(|cycles| at.is_some_and(|at| cycles.contains(&at)));
        if own_parent {
            check.field("parent", |check| {
                check.problem(ProblemCode::ParentCycle, "following `parent` from here leads back here")
            });
        }
        if own_member {
            check.field("members", |check| {
                check.problem(ProblemCode::MemberCycle, "following `members` from here leads back here")
            });
        }
        let message = "an actor is mentioned somewhere; expected at least one mention";
        check.not_empty_list("mentions", seen.mentions, message);
    }
}
