//! Encounters as they are gathered, and the meetings made of them.

use super::Reader;
use super::people::{Person, PersonId, leading_rank};
use super::subjects::{Named, subjects};
use crate::grammar::TokenRange;
use crate::grammar::{DatePhrase, PlacePhrase};
use crate::model::{
    Act, By, Country, DiagnosticKind, Meeting, MeetingKind, Office, Part, Participant, Place, Rank, Rule, Span,
    Subject, Topic,
};
use std::iter;

/// A value, and the rule that gave it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<T> {
    pub(super) value: T,
    pub(super) rule: Rule,
}

impl<T> Given<T> {
    /// What a rule makes of a value.
    pub(super) fn by(rule: Rule) -> impl Fn(T) -> Self {
        move |value| Self { value, rule }
    }
}

/// The words that tell something, and the rule by which they do.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) rule: Rule,
    pub(super) words: TokenRange,
}

/// When, where and what a signing was of, told before who signed.
#[derive(Debug)]
pub(super) struct SigningTold {
    /// The sentence that tells it.
    pub(super) sentence: usize,
    pub(super) date: Option<Given<DatePhrase>>,
    pub(super) place: Option<Given<PlacePhrase>>,
    pub(super) topics: Vec<Raised>,
}

/// An encounter in the making.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub(super) kind: MeetingKind,
    pub(super) told: Told,
    pub(super) span: Span,
    pub(super) date: Option<Given<DatePhrase>>,
    pub(super) place: Option<Given<PlacePhrase>>,
    pub(super) occasion: Option<Given<Span>>,
    pub(super) principals: Vec<PersonId>,
    pub(super) attendees: Vec<PersonId>,
    pub(super) topics: Vec<Raised>,
    pub(super) source: Option<Span>,
    /// Told by a word that says no more than that people met.
    pub(super) vague: bool,
    /// Told by what was discussed in it, not by a word for an encounter.
    pub(super) by_act: bool,
    /// Unnamed people took part, of whom only the kind is told.
    pub(super) crowd: bool,
    /// A visit to the country of whoever writes, which names it by no name: "arrived in the country".
    pub(super) homewards: bool,
    /// Held on the sidelines of the encounter told before it.
    pub(super) aside: bool,
}

/// A topic and who raised it.
#[derive(Debug, Clone)]
pub(super) struct Raised {
    pub(super) told: Told,
    pub(super) tokens: TokenRange,
    pub(super) span: Span,
    pub(super) act: Act,
    pub(super) by: Option<PersonId>,
    /// Fixed by the encounter itself: what a message is about.
    pub(super) subject: Option<Subject>,
}

impl Event {
    /// Whether another report can be of this encounter.
    pub(super) fn is_same(&self, other: &Event) -> bool {
        let shared = other.principals.iter().filter(|id| self.principals.contains(id)).count();
        let all = shared > 0 && (shared == other.principals.len() || shared == self.principals.len());
        // What is said when credentials are handed over belongs to it.
        let audience = self.kind == MeetingKind::Credentials
            && matches!(other.kind, MeetingKind::Meeting | MeetingKind::Talks | MeetingKind::Reception)
            && other.date.is_none();
        let kinds =
            self.kind == other.kind || audience || (self.vague || other.vague) && !self.is_apart() && !other.is_apart();
        // Two who met beside a conference of many did not hold another.
        if self.kind == MeetingKind::Conference
            && other.kind != self.kind
            && self.principals.len() > other.principals.len()
        {
            return false;
        }
        // One who received a crowd may meet anybody else.
        if self.crowd && self.principals.len() == 1 {
            return false;
        }
        let enough =
            shared >= 2 || other.principals.len() == 1 || self.principals.len() == 1 && self.kind == other.kind;
        all && kinds && enough
    }

    /// Whether all of these people are sides of it.
    pub(super) fn is_between(&self, ids: &[PersonId]) -> bool {
        ids.iter().all(|id| self.principals.contains(id))
    }

    /// "during his reception", "attended the reception": what an encounter was that only what was said in it told of.
    pub(super) fn call_it(&mut self, kind: MeetingKind) {
        let tells = matches!(kind, MeetingKind::Talks | MeetingKind::Reception | MeetingKind::Call);
        if tells && self.by_act && self.vague && self.principals.len() >= 2 {
            self.kind = kind;
            self.vague = false;
        }
    }

    /// Kinds that are never told by the words of another kind.
    pub(super) fn is_apart(&self) -> bool {
        matches!(self.kind, MeetingKind::Message | MeetingKind::Signing | MeetingKind::Credentials | MeetingKind::Visit)
    }

    /// One of several encounters told of at once: the same but for who met. What the first of all raised, the first of the two
    /// did in it.
    pub(super) fn of_pair(&self, pair: [PersonId; 2]) -> Event {
        let first = self.principals.first();
        let by = |by: PersonId| if Some(&by) == first { pair[0] } else { by };
        let topics = self.topics.iter().map(|topic| Raised { by: topic.by.map(by), ..topic.clone() });
        Event { principals: pair.to_vec(), topics: topics.collect(), ..self.clone() }
    }

    /// Takes over what another report of the same encounter adds.
    pub(super) fn absorb(&mut self, other: Event) {
        for id in other.principals {
            if !self.principals.contains(&id) {
                self.attendees.retain(|attendee| *attendee != id);
                self.principals.push(id);
            }
        }
        for id in other.attendees {
            if !self.principals.contains(&id) && !self.attendees.contains(&id) {
                self.attendees.push(id);
            }
        }
        if self.vague && !other.vague {
            self.kind = other.kind;
            self.told = other.told;
            self.vague = false;
        }
        self.span.end = self.span.end.max(other.span.end);
        self.date = self.date.take().or(other.date);
        self.place = self.place.take().or(other.place);
        self.occasion = self.occasion.or(other.occasion);
        self.source = self.source.or(other.source);
        self.topics.extend(other.topics);
    }
}

/// As many encounters as "the meetings" can be: the last ones. No bulletin tells of more at once, and each of them takes over
/// what is said of all.
const MOST_AT_ONCE: usize = 32;

/// What a mention counts for in the size of a meeting, in bytes: two numbers.
const MENTION: usize = 16;

/// How much a meeting holds, in bytes: the texts that may stand in other meetings too, and the mentions.
fn size(meeting: &Meeting) -> usize {
    let people = meeting.participants.iter().flat_map(|person| {
        let offices = person.offices.iter();
        let offices =
            offices.flat_map(|office| iter::once(&office.title).chain(&office.institution).chain(&office.portfolio));
        person.name.iter().chain(&person.honorifics).chain(&person.organization).chain(offices)
    });
    let phrases = people.chain(&meeting.occasion).map(|phrase| phrase.text.len());
    let topics = meeting.topics.iter().map(|topic| topic.text.len());
    let mentions = meeting.participants.iter().map(|person| person.mentions.len() * MENTION);
    phrases.chain(topics).chain(mentions).sum()
}

impl Reader<'_> {
    /// The encounters that "the meetings" are.
    pub(super) fn events_meant(&mut self) -> impl Iterator<Item = &mut Event> {
        let talked = |event: &&mut Event| {
            !matches!(event.kind, MeetingKind::Message | MeetingKind::Signing | MeetingKind::Visit)
        };
        let before = self.events.len().saturating_sub(MOST_AT_ONCE);
        self.events.iter_mut().skip(before).filter(talked)
    }

    /// The meetings of all encounters that hold: enough people take part in them.
    pub(super) fn meetings(&mut self, home: Option<Country>) -> Vec<Meeting> {
        let (mut events, unread): (Vec<Event>, Vec<Event>) =
            std::mem::take(&mut self.events).into_iter().partition(|event| self.holds(event));
        // A clause may be read before one that it stands in.
        events.sort_by_key(|event| event.span.start);
        self.doubt_unread(&events, &unread);
        let mut meetings = Vec::with_capacity(events.len());
        let mut room = self.limits.result;
        let mut named = Named::new();
        for event in &events {
            let date = event.date.as_ref().map(|date| self.date(&date.value));
            let most = self.limits.participants;
            let told = self.taking_part(event).take(most);
            let participants = told.map(|(person, part)| self.participant(person, part, home)).collect();
            if self.taking_part(event).nth(most).is_some() {
                let message =
                    format!("over the limit of participants, {most}: the rest are left out (Parser::max_participants)");
                self.doubt(DiagnosticKind::LimitReached, event.span, message);
            }
            let principals = event.principals.get(..most).unwrap_or(&event.principals);
            let mut topics: Vec<Topic> = Vec::new();
            for raised in &event.topics {
                let topic = self.topic(raised, principals, &mut named);
                if topics.iter().any(|known| known.span == topic.span || known.text == topic.text) {
                    continue;
                }
                if topics.len() == self.limits.topics {
                    let message = format!(
                        "over the limit of topics, {}: the rest are left out (Parser::max_topics)",
                        topics.len()
                    );
                    self.doubt(DiagnosticKind::LimitReached, topic.span, message);
                    break;
                }
                topics.push(topic);
            }
            topics.sort_by_key(|topic| topic.span);
            let meeting = Meeting {
                kind: event.kind,
                span: event.span,
                date,
                place: event
                    .place
                    .as_ref()
                    .map(|place| Place { name: self.phrase_of(place.value.name), country: place.value.country }),
                occasion: event.occasion.map(|occasion| self.phrase_of(occasion.value)),
                participants,
                topics,
                source: event.source.map(|span| self.phrase_of(span)),
            };
            let Some(left) = room.checked_sub(size(&meeting)) else {
                let (count, most) = (meetings.len(), self.limits.result);
                let message =
                    format!("only the first {count} encounters are told: all of them hold more than {most} bytes");
                self.doubt(DiagnosticKind::LimitReached, event.span, message);
                break;
            };
            room = left;
            meetings.push(meeting);
        }
        self.events = events;
        meetings
    }

    /// Those who take part in an encounter, the principals first.
    pub(super) fn taking_part<'e>(&'e self, event: &'e Event) -> impl Iterator<Item = (&'e Person, Part)> {
        let principals = event.principals.iter().map(|id| (*id, Part::Principal));
        let attendees = event.attendees.iter().filter(|id| !event.principals.contains(id));
        principals
            .chain(attendees.map(|id| (*id, Part::Attendee)))
            .filter_map(|(id, part)| self.people.get(id).map(|person| (person, part)))
    }

    /// An official by name who met whom the reading could not make out, and of whom no encounter is told.
    fn doubt_unread(&mut self, events: &[Event], unread: &[Event]) {
        use MeetingKind::{Call, Meeting, Reception, Talks};
        for event in unread.iter().filter(|event| matches!(event.kind, Meeting | Reception | Call | Talks)) {
            let official = |id: &&PersonId| {
                self.people.get(**id).is_some_and(|person| person.name.is_some() && !person.offices.is_empty())
            };
            let mut told = events.iter().flat_map(|known| &known.principals);
            if event.principals.iter().find(official).is_some_and(|one| !told.any(|id| id == one)) {
                let message = "an encounter whose other side could not be made out".to_owned();
                self.doubt(DiagnosticKind::UnreadStretch, event.span, message);
            }
        }
    }

    /// Whether enough is known of an encounter for it to be one.
    fn holds(&self, event: &Event) -> bool {
        let known = |id: &PersonId| {
            self.people
                .get(*id)
                .is_some_and(|person| person.name.is_some() || !person.offices.is_empty() && !person.is_crowd())
        };
        let official = |id: &PersonId| {
            self.people.get(*id).is_some_and(|person| {
                let post = || person.offices.iter().any(|office| office.rank != Rank::Other);
                if person.is_counterpart {
                    person.counterpart_rank.is_some() || post()
                } else {
                    !person.offices.is_empty()
                }
            })
        };
        let ranked = |id: &PersonId| official(id) && self.rank_of(*id).is_some_and(|rank| rank != Rank::Other);
        let sides = event.principals.iter().filter(|id| known(id)).count();
        let officials = event.principals.iter().filter(|id| official(id)).count();
        // Nobody reports that two nameless people met.
        let named = event.principals.iter().any(|id| self.people.get(*id).is_some_and(|person| person.name.is_some()));
        if !named {
            return false;
        }
        match event.kind {
            // A player's transfer and a tour of the wards are no visits of state.
            MeetingKind::Visit => {
                // A vice-president is of no rank of his own.
                let deputizes = |id: &PersonId| {
                    let class = |class| self.text.lexicon.office_class(class);
                    self.people.get(*id).is_some_and(|person| {
                        let mut classes = person.offices.iter().filter_map(|office| class(office.class));
                        classes.any(|class| matches!(class, "vice_president" | "deputy"))
                    })
                };
                let private = |id: &PersonId| matches!(self.rank_of(*id), Some(Rank::Director | Rank::BusinessLeader));
                let travels = |id: &PersonId| (ranked(id) || deputizes(id)) && !private(id);
                event.principals.iter().any(travels) && self.leads_somewhere(event)
            }
            MeetingKind::Message if event.vague => event.principals.len() >= 2 && event.principals.iter().all(ranked),
            MeetingKind::Message => officials >= 1 && (sides >= 2 || event.crowd || !event.topics.is_empty()),
            MeetingKind::Conference => sides >= 1 && officials >= 1,
            // To a ministry, or to nobody who is told.
            MeetingKind::Credentials
                if event.principals.iter().any(|id| self.rank_of(*id) == Some(Rank::Ambassador)) =>
            {
                true
            }
            _ => (sides >= 2 || sides == 1 && event.crowd) && officials >= 1,
        }
    }

    /// Whether a visit goes to a town or a country, and not only through the traveller's own district.
    fn leads_somewhere(&self, event: &Event) -> bool {
        if event.principals.len() > 1 {
            return true;
        }
        let Some(place) = event.place.as_ref().map(|place| &place.value) else {
            let guest =
                || event.principals.iter().filter_map(|id| self.people.get(*id)).any(|person| self.is_guest(person));
            return event.crowd || !event.attendees.is_empty() || event.homewards && guest();
        };
        let local = event.principals.iter().all(|id| {
            let country = self.people.get(*id).and_then(|person| person.country).or(self.people.home);
            let rank = self.rank_of(*id);
            country == place.country
                && matches!(
                    rank,
                    Some(
                        Rank::GovernorMayor
                            | Rank::Director
                            | Rank::MilitaryCommander
                            | Rank::HeadOfOrganization
                            | Rank::Ambassador
                    )
                )
        });
        !local || !event.attendees.is_empty()
    }

    /// Whether somebody is told to be of another country than whoever writes, or of an organisation.
    fn is_guest(&self, person: &Person) -> bool {
        person.country.map_or(person.has_organization().is_some(), |country| Some(country) != self.people.home)
    }

    fn participant(&self, person: &Person, part: Part, home: Option<Country>) -> Participant {
        let organization = person.has_organization();
        let country = self.country_of(person, home);
        let offices = person
            .offices
            .iter()
            .map(|office| Office {
                title: self.phrase_of(office.title),
                rank: match person.counterpart_rank {
                    Some(rank) if office.rank == Rank::Other => rank,
                    _ => office.rank,
                },
                institution: office.institution.map(|span| self.phrase_of(span)),
                portfolio: office.portfolio.iter().map(|span| self.phrase_of(*span)).collect(),
            })
            .collect();
        Participant {
            name: person.name.map(|span| self.phrase_of(span)),
            honorifics: person.honorifics.iter().map(|span| self.phrase_of(*span)).collect(),
            offices,
            country,
            organization: organization.map(|span| self.phrase_of(span)),
            part,
            mentions: person.mentions.clone(),
        }
    }

    /// The country that a person represents: the one that is told, else that of whoever writes.
    fn country_of(&self, person: &Person, home: Option<Country>) -> Option<Country> {
        // A counterpart is of another country than whoever writes, or it would be told; so is a special envoy whom nobody
        // at home has sent.
        let sent = person.offices.iter().any(|office| office.rank == Rank::SpecialEnvoy);
        let abroad = person.has_organization().is_some() || person.foreign || person.is_counterpart || sent;
        person.country.or(home.filter(|_| person.at_home || !abroad))
    }

    fn topic(&self, raised: &Raised, principals: &[PersonId], named: &mut Named) -> Topic {
        let by = raised
            .by
            .and_then(|id| principals.iter().position(|principal| *principal == id))
            .map_or(By::All, |index| By::Participants(vec![index]));
        let phrase = self.phrase_of(raised.span);
        let subjects = match raised.subject {
            Some(subject) => vec![subject],
            None => subjects(self.text, raised.tokens.clone(), named),
        };
        Topic { text: phrase.text, span: phrase.span, subjects, act: raised.act, by }
    }

    /// The rank that counts of a person met.
    pub(super) fn rank_of(&self, id: PersonId) -> Option<Rank> {
        self.people.get(id).and_then(|person| leading_rank(&person.offices, person.counterpart_rank))
    }
}
