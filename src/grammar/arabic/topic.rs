//! Topics: the noun phrases after an act, cut where an editor would cut them.

use super::name::{has_article, prefixed_article};
use crate::grammar::Cursor;
use crate::lexicon::{
    ActForm, Clitics, Cue, EncounterForm, HonorificKind, Kind, Kinds, Lead, Preposition, Sense, VerbKind,
};
use crate::model::{Act, MeetingKind, Span};

/// Words after which nobody reads on.
const MOST_WORDS: usize = 70;
/// A topic longer than this is cut before its relative clause.
const LONG: usize = 14;
/// A conjunct of fewer words stays with what it is joined to.
const OWN_TOPIC: usize = 3;

/// The joining "wa" where it stands alone.
const AND: &str = "و";
/// A pronoun so many words behind ties them to what stands before.
const TIE: usize = 6;

/// What somebody wants is told within so many words.
const WANTED: usize = 5;

/// One topic as written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TopicPhrase {
    pub(crate) tokens: std::ops::Range<usize>,
    pub(crate) span: Span,
}

/// Where one conjunct ends and the next begins.
#[derive(Debug, Clone, Copy)]
struct Joint {
    /// The last token before it is `left - 1`.
    left: usize,
    /// Its first token, and what is written together with that.
    right: usize,
    clitics: Clitics,
    kind: Join,
    /// Bound to what stands before: by a pronoun, by "between", by a row of adjectives.
    tied: bool,
    article: bool,
    /// A comma stands before it.
    comma: bool,
    /// It begins with a word that is what talks are about.
    head: bool,
    /// It may be one more of the fields that "in the fields of" lists.
    listed: bool,
    /// A further adjective of the noun before.
    row: bool,
    /// A preposition that it wants stands right behind it: "the benefiting from".
    governs: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    /// A joining "wa".
    And,
    /// A comma and nothing else.
    Comma,
    /// "in addition to", or the preposition said again: always a topic of its own.
    Also,
}

/// The topics from here on, and where they end. `clitics` are what the first word carries that is no
/// part of the topic.
pub(crate) fn topics(input: Cursor<'_>, clitics: Clitics) -> (Cursor<'_>, Vec<TopicPhrase>) {
    let (end, joints) = scan(input);
    let mut found = Vec::new();
    let mut from = input.at;
    let mut lead = clitics;
    let mut nested_row = false;
    for (nth, joint) in joints.iter().enumerate() {
        // "the popular and cultural exchanges between": a second adjective is of the same conjunct.
        // In a list with commas the next comma ends it: "supplying wheat and fuel to the island".
        let ends = |next: &&Joint| !next.row && (next.comma || !joint.comma || next.kind != Join::And);
        let until = joints.iter().skip(nth + 1).find(ends).map_or(end.at, |next| next.left);
        let words = count_words(input, joint.right, until);
        // "a number of issues and developments": how many, and not what.
        let before = count_words(input, past_number(input, from), joint.left);
        let own = match joint.kind {
            Join::Also => true,
            Join::Comma => words >= 2 && before >= 2,
            // With an article only a comma, or a word that is what talks are about, makes a topic of its own.
            // "strengthening the cooperation and the coordination": what one noun is of is one topic.
            Join::And => {
                words >= OWN_TOPIC
                    && before >= OWN_TOPIC
                    && !joint.tied
                    && !(joint.listed && (joint.article || words == OWN_TOPIC))
                    && (joint.head
                        || !joint.article
                        || joint.comma && !nested_row
                        || joint.governs && before > OWN_TOPIC)
            }
        };
        nested_row = !own && joint.kind == Join::And && (joint.article && joint.comma || nested_row);
        if own {
            push(input, from, joint.left, lead, &mut found);
            from = joint.right;
            lead = joint.clitics;
            nested_row = false;
        }
    }
    push(input, from, end.at, lead, &mut found);
    (end, found)
}

/// Past "a number of", where a topic begins so.
fn past_number(input: Cursor<'_>, from: usize) -> usize {
    let number = |c: Clitics, s| (c.at_most_conjunction() && s == Sense::Cue(Cue::Crowd)).then_some(());
    match input.to(from).find_of(Kinds::of(&[], &[Cue::Crowd]), number) {
        Some(((), rest, _)) if rest.at > from + 1 => rest.at,
        Some(((), rest, _)) if rest.is(Cue::From) => rest.at + 1,
        _ => from,
    }
}

fn count_words(at: Cursor<'_>, from: usize, to: usize) -> usize {
    (from..to).filter(|token| at.text.token(*token).is_some_and(|t| t.is_word() || t.number().is_some())).count()
}

/// Trims one topic and keeps it when there is enough of it.
fn push(input: Cursor<'_>, mut from: usize, mut to: usize, mut clitics: Clitics, found: &mut Vec<TopicPhrase>) {
    // Nothing that is read here goes on beyond the topic.
    let first_of = |cue: Cue, mut tokens: std::ops::Range<usize>, to: usize| {
        tokens.find(|token| Cursor::new(input.text, *token, to).is(cue))
    };
    loop {
        let at = Cursor::new(input.text, from, to);
        // "the importance of", "the need for": not what it is about.
        let weight = at.find_of(Kinds::of(&[], &[Cue::Weight]), |c, s| {
            (c == clitics_of(from, input.at, clitics) || c.is_none() || c == clitics)
                .then_some(s)
                .filter(|s| *s == Sense::Cue(Cue::Weight))
        });
        if let Some((_, rest, _)) = weight.filter(|(_, rest, _)| count_words(input, rest.at, to) >= 2) {
            from = rest.at;
            clitics = Clitics::default();
            // "the need to": the preposition goes too.
            if let Some(((), rest, _)) = Cursor::new(input.text, from, to)
                .find(|c, s| (c.is_none() && matches!(s, Sense::Cue(Cue::On | Cue::In))).then_some(()))
            {
                from = rest.at;
            }
            continue;
        }
        // "the kingdom's keenness on": what is wanted stands behind the preposition.
        // "(expressed the keenness of) Egypt on": the word for it may have been read with the verb.
        let behind = at.at == input.at && at.back(1).is_some_and(|before| before.is(Cue::Keenness));
        let keen = behind || at.is_with(Cue::Keenness, |c| c.preposition.is_none());
        let on = Some(from + 1..to.min(from + 7)).filter(|_| keen).and_then(|near| first_of(Cue::On, near, to));
        if let Some(on) = on.filter(|on| count_words(input, on + 1, to) >= 2) {
            from = on + 1;
            clitics = Clitics::default();
            continue;
        }
        // "his country's interest in", "the readiness to": the same with other prepositions.
        let wanted = (from + 1..to.min(from + WANTED)).filter(|_| keen).find_map(|token| {
            let at = Cursor::new(input.text, token, to);
            let glued = at.find(|c, s| {
                let preposition = matches!(c.preposition, Some(Preposition::By | Preposition::For)) && !c.conjunction;
                (preposition && matches!(s, Sense::Noun | Sense::Subject(..))).then_some(())
            });
            match at.is(Cue::In) || at.is(Cue::To) {
                true => Some((token + 1, Clitics::default())),
                false => glued.map(|((), _, clitics)| (token, clitics)),
            }
        });
        if let Some((wanted, glued)) = wanted.filter(|(wanted, _)| count_words(input, *wanted, to) >= 2) {
            from = wanted;
            clitics = glued;
            continue;
        }
        // "a political and security briefing on": what it was on.
        let about = first_of(Cue::About, from + 1..to.min(from + 6), to);
        if let Some(about) = about.filter(|about| count_words(input, about + 1, to) >= 2 && awaits_matter(at)) {
            from = about + 1;
            clitics = Clitics::default();
            continue;
        }
        // "during the coming months": when, and not what.
        let when = |c: Clitics, s| c.at_most_conjunction() && matches!(s, Sense::Cue(Cue::During));
        if at.any(when) && !at.any(|c, s| c.at_most_conjunction() && s == Sense::Noun) {
            return;
        }
        // "in particular with the improvement of": a circumstance, and no matter.
        if at.is_with(Cue::With, Clitics::at_most_conjunction) {
            return;
        }
        if at.is_mark(&['،', ',', '-', '–', ':', '/']) || at.is(Cue::About) {
            from += 1;
            continue;
        }
        // "the decisions taken, the ones about": of a long phrase the matter is what it is about.
        // "the danger arising from the mines": the same word, and no matter.
        let about = (from + 4..to).find(|token| {
            let at = Cursor::new(input.text, *token, to);
            at.is(Cue::About) && !at.is(Cue::Of)
        });
        if let Some(about) =
            about.filter(|about| count_words(input, from, to) > LONG && count_words(input, about + 1, to) >= OWN_TOPIC)
        {
            from = about + 1;
            clitics = Clitics::default();
            continue;
        }
        if let Some(((), rest, _)) =
            at.find(|c, s| (c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Blessing, _))).then_some(()))
        {
            from = rest.at;
            continue;
        }
        break;
    }
    (from, to) = unquoted(input, from, to);
    // "the releases from the dam during the summer": when, at its end.
    to = first_of(Cue::During, from + 2..to, to).unwrap_or(to);
    while to > from {
        let last = Cursor::new(input.text, to - 1, to);
        // The "wa" of what is quoted behind it.
        let joining = last.token().is_some_and(|token| token.is_word()) && last.text.text(last.at) == AND;
        let dangling = joining
            || last.is_mark(&['،', ',', '-', '–', ':', '(', '/', '…'])
            || last.any(|c, s| {
                c.at_most_conjunction()
                    && matches!(
                        s,
                        Sense::Cue(
                            Cue::In
                                | Cue::On
                                | Cue::With
                                | Cue::From
                                | Cue::To
                                | Cue::About
                                | Cue::Relative
                                | Cue::Currently
                                | Cue::Also
                                | Cue::Including
                                | Cue::Continuation
                                | Cue::Between
                        )
                    )
            });
        if !dangling {
            break;
        }
        to -= 1;
    }
    if count_words(input, from, to) > LONG {
        // What a long phrase includes is a topic of its own.
        let including = (from + OWN_TOPIC..to).find_map(|token| {
            Cursor::new(input.text, token, to)
                .find(|c, s| (c.is_none() && s == Sense::Cue(Cue::Including)).then_some(token))
                .map(|(token, rest, _)| (token, rest.at))
        });
        if let Some((at, rest)) = including.filter(|(_, rest)| {
            count_words(input, *rest, to) > OWN_TOPIC
                && !Cursor::new(input.text, *rest, to)
                    .any(|c, s| c.preposition.is_some() || matches!(s, Sense::Cue(Cue::In | Cue::On)))
        }) {
            push(input, from, at, clitics, found);
            push(input, rest, to, Clitics::default(), found);
            return;
        }
        let relative = first_of(Cue::Relative, from + OWN_TOPIC..to, to);
        // "many measures that contribute to the success of …": what hardly says anything without its clause keeps so much of it.
        let little = |relative: usize| count_words(input, from, relative) <= OWN_TOPIC;
        let joint = |relative: &usize| {
            let mut behind = relative + OWN_TOPIC..to.min(from + LONG);
            behind.find(|token| joined(Cursor::new(input.text, *token, to)).is_some())
        };
        let relative = match relative {
            Some(relative) if little(relative) => joint(&relative),
            cut => cut,
        };
        if let Some(relative) = relative {
            to = relative;
            while to > from && Cursor::new(input.text, to - 1, to).is_mark(&['،', ',']) {
                to -= 1;
            }
        }
    }
    if count_words(input, from, to) < 2 {
        return;
    }
    let span = crate::grammar::cursor::span(input.text, from..to, clitics);
    found.push(TopicPhrase { tokens: from..to, span });
}

/// A topic without the marks that it is quoted in, whole or from its beginning on.
fn unquoted(input: Cursor<'_>, mut from: usize, mut to: usize) -> (usize, usize) {
    const MARKS: &[char] = &['"', '«', '»', '“', '”'];
    // Quoted with apostrophes, once or twice.
    while to > from && Cursor::new(input.text, to - 1, to).is_mark(&['\'']) {
        to -= 1;
    }
    let is_mark = |at: usize| at < to && Cursor::new(input.text, at, to).is_mark(MARKS);
    let (opens, closes) = (is_mark(from), to > from && is_mark(to - 1));
    let inside = (from + 1..to.saturating_sub(1)).filter(|at| is_mark(*at)).count();
    // "«the declaration» and what it holds": what is opened is closed within.
    from += usize::from(opens && (closes || inside % 2 == 0));
    to -= usize::from(closes && to > from && inside % 2 == 0);
    (from, to)
}

/// Whether a noun for a report, an exchange or a document stands here, whose matter is behind a preposition.
fn awaits_matter(at: Cursor<'_>) -> bool {
    let lexicon = at.text.lexicon;
    let signed = |row: u16| {
        let document = lexicon.encounters.get(row as usize).filter(|word| word.form == EncounterForm::Noun);
        document.is_some_and(|word| word.kind == Some(MeetingKind::Signing))
    };
    // "a memorandum of understanding", "exchanging views": in more words than one.
    let whole = at.find(|c, s| {
        let named = match s {
            Sense::Encounter(row) => signed(row),
            Sense::Act(row) => lexicon
                .acts
                .get(row as usize)
                .is_some_and(|act| act.act == Act::Discussed && act.leads.has(Lead::About)),
            _ => false,
        };
        (c.at_most_conjunction() && named).then_some(())
    });
    if whole.is_some_and(|((), rest, _)| rest.at > at.at + 1) {
        return true;
    }
    at.any(|_, s| match s {
        Sense::Act(row) => lexicon.acts.get(row as usize).is_some_and(|act| {
            matches!(act.act, Act::Briefed | Act::Discussed) && act.form == ActForm::Noun && act.leads.has(Lead::About)
        }),
        _ => false,
    })
}

fn clitics_of(from: usize, start: usize, clitics: Clitics) -> Clitics {
    if from == start { clitics } else { Clitics::default() }
}

/// Reads to the end of the noun phrases and notes every joint on the way.
fn scan(input: Cursor<'_>) -> (Cursor<'_>, Vec<Joint>) {
    const NAMES: Kinds = Kinds::of(&[Kind::Organization, Kind::Country], &[]);
    let mut at = input;
    let mut joints: Vec<Joint> = Vec::new();
    let mut relative = 0usize;
    let mut between: Option<Cursor<'_>> = None;
    let mut field = false;
    let mut quotes = 0usize;
    let mut words = 0;
    // Where the comma stands that a clause was set off by before the next joint.
    let mut aside = None;
    while let Some(token) = at.token() {
        if words > MOST_WORDS {
            break;
        }
        let first = at.at == input.at;
        match token.kind {
            crate::token::Kind::Mark(mark) => {
                match mark {
                    '.' if !first => {
                        // A full stop inside an abbreviation or a number goes on.
                        break;
                    }
                    '؟' | '!' | ':' | '…' => break,
                    '«' | '“' => quotes += 1,
                    '»' | '”' => {
                        if quotes == 0 {
                            break;
                        }
                        quotes -= 1;
                    }
                    '"' => {
                        if quotes > 0 {
                            quotes -= 1;
                        } else if at.to(at.at + 1).token().is_some_and(|next| next.is_word() && next.start == token.end)
                            && token.spaced
                        {
                            quotes += 1;
                        } else {
                            break;
                        }
                    }
                    '،' | ',' | '؛' | ';' => {
                        let next = at.to(at.at + 1);
                        relative = 0;
                        if is_joined_for(next) && !is_for(input) {
                            break;
                        }
                        if next.any(|c, s| c.conjunction || matches!(s, Sense::Cue(Cue::Also | Cue::Including))) {
                            at = next;
                            continue;
                        }
                        if let Some(comma) = past_relative(next) {
                            aside = Some(at.at);
                            at = comma;
                            continue;
                        }
                        if !is_noun_like(next) {
                            break;
                        }
                        joints.push(Joint {
                            left: at.at,
                            right: next.at,
                            clitics: Clitics::default(),
                            kind: Join::Comma,
                            tied: false,
                            article: has_article(next),
                            comma: true,
                            head: false,
                            listed: false,
                            row: false,
                            governs: false,
                        });
                    }
                    _ => {}
                }
                at = at.to(at.at + 1);
                continue;
            }
            crate::token::Kind::LineEnd => break,
            crate::token::Kind::Number(_) => {
                at = at.to(at.at + 1);
                words += 1;
                continue;
            }
            crate::token::Kind::Word => {}
        }
        if !first {
            if let Some((rest, clitics)) = also(at, input) {
                joints.push(Joint {
                    left: left_of(at),
                    right: rest.at,
                    clitics,
                    kind: Join::Also,
                    tied: false,
                    article: false,
                    comma: false,
                    head: false,
                    listed: false,
                    row: false,
                    governs: false,
                });
                relative = 0;
                at = rest;
                continue;
            }
            if ends(at, relative > 0) {
                // "the releases from the dam during the summer, and the exchange of": when, and the list goes on.
                match past_time(at) {
                    Some(rest) => {
                        at = rest;
                        continue;
                    }
                    None => break,
                }
            }
            if let Some((right, clitics)) = joined(at).filter(|_| !is_joined_for(at) || is_for(input)) {
                let comma = left_of(at) < at.at;
                let head = at.is_with(Cue::TopicHead, |c| c.conjunction) || repeats_head(input, at);
                let including = at.is_with(Cue::Including, |c| c.conjunction);
                let listed = field && !comma && !head;
                let again = says_again(input, at);
                let row = row_of_adjectives(at);
                let tied = between.is_some_and(|first| !head && may_be_between(first, at))
                    || again
                    || including
                    || is_tied(at)
                    || row
                    || names_a_thing(at)
                    || shares_genitive(at)
                    || joins_organisations(input, at)
                    || raised_to(input, at)
                    || at.any(|c, s| c.conjunction && matches!(s, Sense::Ordinal(_)))
                    || !comma && !head && !owns(at);
                joints.push(Joint {
                    left: aside.take().unwrap_or_else(|| left_of(at)),
                    right,
                    clitics,
                    kind: Join::And,
                    tied,
                    article: joined_article(at),
                    comma,
                    head,
                    listed,
                    row,
                    governs: !row && governs(at),
                });
                if !tied {
                    field = false;
                }
                between = None;
                relative = 0;
            }
            if at.is_with(Cue::Relative, Clitics::at_most_conjunction) {
                relative = 4;
            }
        }
        // "in the fields of energy and transport", and not "the fields of".
        let town = at.find(|_, s| matches!(s, Sense::Town { .. }).then_some(()));
        let inside = at.is_with(Cue::Field, |c| c.preposition == Some(Preposition::By))
            || at.is(Cue::Field)
                && follows_preposition(at)
                // "in the Gaza Strip": spelled like "in the sector".
                && town.is_none_or(|((), rest, _)| rest.at == at.at + 1);
        field |= inside;
        if at.is(Cue::Between) {
            let next = at.to(at.at + 1);
            let whole = next.any(|c, s| c.is_none() && matches!(s, Sense::Cue(Cue::Abroad | Cue::Parties)));
            between = (!whole && !ends_in_dual(next)).then_some(next);
        }
        relative = relative.saturating_sub(1);
        // "the Organization for Security and Co-operation": what stands in a name is not joined.
        let name = at.find_of(NAMES, |_, s| matches!(s, Sense::Organization | Sense::Country(_)).then_some(()));
        let end = name.map_or(at.at + 1, |((), rest, _)| rest.at);
        words += end - at.at;
        at = at.to(end);
    }
    (at, joints)
}

/// "the relations of both countries, which are at their best, and ways to": past a relative clause between two commas, where the
/// list goes on.
fn past_relative(at: Cursor<'_>) -> Option<Cursor<'_>> {
    const LONGEST: usize = 10;
    if !at.any(|c, s| c.is_none() && matches!(s, Sense::Relative(_) | Sense::Cue(Cue::Relative))) {
        return None;
    }
    let comma =
        (at.at + 1..=at.at + LONGEST).map(|token| at.to(token)).find(|at| !at.token().is_some_and(|t| t.is_word()))?;
    let next = comma.to(comma.at + 1);
    let goes_on = next.any(|c, s| {
        c.conjunction
            && c.preposition.is_none()
            && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Cue(Cue::TopicHead))
    });
    let verb = next.any(|c, s| c.conjunction && matches!(s, Sense::Verb(_) | Sense::Act(_) | Sense::Encounter(_)));
    (comma.is_mark(&['،', ',']) && goes_on && !verb).then_some(comma)
}

/// Past a statement of time inside a list, or of what it is for: the comma behind it, or the word that is joined, where the list goes
/// on.
fn past_time(at: Cursor<'_>) -> Option<Cursor<'_>> {
    const LONGEST: usize = 5;
    if at.is(Cue::Purpose) {
        return past_purpose(at);
    }
    if !at.is(Cue::During) {
        return None;
    }
    let head = |word: Cursor<'_>| word.is_with(Cue::TopicHead, |c| c.conjunction);
    let end = (at.at + 1..=at.at + LONGEST)
        .map(|token| at.to(token))
        .find(|token| !token.token().is_some_and(|t| t.is_word()) || head(*token))?;
    let comma = end.is_mark(&['،', ',']);
    let next = if comma { end.to(end.at + 1) } else { end };
    let time = (at.at + 1..end.at).all(|token| !ends(at.to(token), false));
    let goes_on = next.any(|c, s| {
        c.conjunction && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Cue(Cue::TopicHead))
            || c.at_most_conjunction() && s == Sense::Cue(Cue::Also)
    });
    let verb = next.any(|c, s| c.conjunction && matches!(s, Sense::Verb(kind) if kind != VerbKind::Weak));
    ((comma || head(end)) && time && goes_on && !verb).then_some(end)
}

/// "with the aim of furthering the region, in addition to the plans": to the comma before what is added.
fn past_purpose(at: Cursor<'_>) -> Option<Cursor<'_>> {
    const LONGEST: usize = 20;
    let also = |at: Cursor<'_>| at.is_with(Cue::Also, Clitics::at_most_conjunction);
    let comma = (at.at + 1..=at.at + LONGEST)
        .map(|token| at.to(token))
        .take_while(|word| {
            word.token().is_some_and(|token| token.is_word() || token.is_mark('،') || token.is_mark(','))
        })
        .find(|word| word.is_mark(&['،', ',']) && also(word.to(word.at + 1)))?;
    (at.at + 1..comma.at).all(|token| !ends(at.to(token), false)).then_some(comma)
}

/// The token before a joint, its comma left out.
fn left_of(at: Cursor<'_>) -> usize {
    let mut left = at.at;
    while left > 0 && at.text.token(left - 1).is_some_and(|t| t.is_mark('،') || t.is_mark(',') || t.is_mark('؛')) {
        left -= 1;
    }
    left
}

/// "in addition to" and the like; or "and on", "and about" with the preposition said again.
fn also<'a>(at: Cursor<'a>, start: Cursor<'_>) -> Option<(Cursor<'a>, Clitics)> {
    let added = |c: Clitics, s| (c.at_most_conjunction() && s == Sense::Cue(Cue::Also)).then_some(());
    if let Some(((), rest, _)) = at.find_of(Kinds::of(&[], &[Cue::Also]), added) {
        // Further acts may stand behind it: "in addition to discussing …"
        let mut rest = rest;
        let clitics = rest
            .find(|c, s| (!c.conjunction && matches!(s, Sense::Act(_))).then_some(c))
            .map(|(c, after, _)| (c, after));
        if let Some((_, after)) = clitics.filter(|_| is_direct_act(rest)) {
            rest = after;
        }
        // "as well as to the cooperation": the preposition of the first said again.
        let again =
            |c: Clitics, s| (c.is_none() && matches!(s, Sense::Cue(Cue::To | Cue::On | Cue::About))).then_some(());
        let rest = rest.find(again).map_or(rest, |((), after, _)| after);
        return Some((rest, Clitics::default()));
    }
    // "and foremost among them": the words of a preposition, and none.
    if at.is_with(Cue::Including, |c| c.conjunction) {
        return None;
    }
    // "looked into the law, and into the budget": "in" is as often a place.
    const LEADS: Kinds = Kinds::of(&[], &[Cue::In, Cue::About, Cue::To, Cue::On]);
    let leads = |s| match s {
        Sense::Cue(Cue::In) => start.back(1).is_some_and(|before| before.is(Cue::In)),
        s => matches!(s, Sense::Cue(Cue::About | Cue::To | Cue::On)),
    };
    let ((), rest, _) =
        at.find_of(LEADS, |c, s| (c.conjunction && c.preposition.is_none() && leads(s)).then_some(()))?;
    Some((rest, Clitics::default()))
}

/// An act named by its verbal noun, whose topic follows at once.
fn is_direct_act(at: Cursor<'_>) -> bool {
    let lexicon = at.text.lexicon;
    at.any(|c, s| match s {
        Sense::Act(row) if c.preposition.is_none() => {
            lexicon.acts.get(row as usize).is_some_and(|act| act.leads.has(Lead::Direct) && !act.leads.has(Lead::About))
        }
        _ => false,
    })
}

/// Whether the noun phrases end before this word.
fn ends(at: Cursor<'_>, in_relative: bool) -> bool {
    let lexicon = at.text.lexicon;
    // "and the kingdom's keenness to": joined to what it is about.
    const WANTED: Kinds = Kinds::of(&[], &[Cue::Keenness, Cue::Weight]);
    if at.any_of(WANTED, |c, s| c.conjunction && matches!(s, Sense::Cue(Cue::Keenness | Cue::Weight))) {
        return false;
    }
    // "so that" ends them, but "among which" begins with the same word.
    if at.is(Cue::Including) {
        return false;
    }
    // "forward": a word that shows the ending of an accusative is no verb, whatever its letters.
    let accusative = || at.text.text(at.at).ends_with(['\u{64b}', 'ا']) && at.text.text(at.at).contains('\u{64b}');
    let noun = || {
        at.any(|c, s| c.preposition.is_none() && !c.future && matches!(s, Sense::Noun | Sense::Subject(..)))
            || accusative()
    };
    at.any(|c, s| {
        if c.preposition.is_some() {
            return false;
        }
        match s {
            Sense::Cue(cue) => match cue {
                // "the rest of the axes of the initiative": of it, and no axis of the talks.
                Cue::Agenda => !follows_construct(at) && !follows_preposition(at),
                // "and it is one of": a sentence of its own.
                Cue::They => c.is_none() && !follows_construct(at),
                Cue::Where
                | Cue::That
                | Cue::Sidelines
                | Cue::Occasion
                | Cue::Greeting
                | Cue::Presence
                | Cue::Company
                | Cue::SameOccasion
                | Cue::Plan
                | Cue::Background
                | Cue::Link
                | Cue::End => true,
                Cue::Purpose => true,
                Cue::During => !c.conjunction && at.at > 0,
                Cue::Continuation => true,
                Cue::Negation => c.conjunction,
                _ => false,
            },
            Sense::Relative(_) | Sense::Weekday(_) => true,
            // "going forward": an adverb that is spelled like a verb.
            Sense::Verb(_) | Sense::Act(_) | Sense::Encounter(_) if c.is_none() && at.is(Cue::Currently) => false,
            // A verb cannot follow a noun that waits for its genitive, nor a preposition.
            Sense::Verb(_) | Sense::Act(_) | Sense::Encounter(_)
                if c.is_none() && (follows_construct(at) || follows_preposition(at)) =>
            {
                false
            }
            Sense::Act(_) if c.is_none() && at.is(Cue::Through) => false,
            Sense::Honorific(HonorificKind::Reference, _) => c.conjunction,
            Sense::Verb(VerbKind::Weak) => false,
            Sense::Verb(_) => c.future || (c.conjunction || !in_relative) && !noun(),
            Sense::Act(row) => match lexicon.acts.get(row as usize) {
                Some(act) => match act.form {
                    ActForm::Participle => true,
                    ActForm::Past | ActForm::Present | ActForm::Passive | ActForm::Framing => {
                        let open = act.leads.has(Lead::About) && noun() && !followed_by_parties(at);
                        if c.conjunction { !open } else { !in_relative && !noun() }
                    }
                    ActForm::Noun => c.conjunction && act.leads.has(Lead::Direct) && !act.leads.has(Lead::About),
                },
                None => false,
            },
            Sense::Encounter(row) => lexicon
                .encounters
                .get(row as usize)
                .is_some_and(|word| word.form.is_finite() && (c.conjunction || !in_relative) && !noun()),
            _ => false,
        }
    })
}

/// Whether the word before is an ordinary noun without an article.
fn follows_construct(at: Cursor<'_>) -> bool {
    let Some(before) = at.back(1) else { return false };
    before.token().is_some_and(|token| token.is_word())
        && before.any_of(Kinds::of(&[Kind::Noun], &[]), |_, s| s == Sense::Noun)
        && !has_article(before)
        && !prefixed_article(before)
        && !before.text.text(before.at).ends_with('ا')
}

/// Whether the word before is a preposition.
fn follows_preposition(at: Cursor<'_>) -> bool {
    at.back(1).is_some_and(|before| {
        before.any(|c, s| {
            c.at_most_conjunction() && matches!(s, Sense::Cue(Cue::In | Cue::On | Cue::From | Cue::To | Cue::Between))
        })
    })
}

fn followed_by_parties(at: Cursor<'_>) -> bool {
    at.to(at.at + 1).any(|c, s| {
        c.is_none()
            && (matches!(s, Sense::Cue(Cue::Parties)) || matches!(s, Sense::Honorific(HonorificKind::Reference, _)))
    })
}

/// A word with a joining "wa": where it stands and what is written together with it.
fn joined(at: Cursor<'_>) -> Option<(usize, Clitics)> {
    let known = at.find(|c, _| (c.conjunction && c.preposition.is_none() && !c.future).then_some(c)).map(|(c, _, _)| c);
    if let Some(clitics) = known {
        return Some((at.at, clitics));
    }
    let whole = at.any(|c, _| c.is_none());
    let text = at.text.text(at.at);
    (!whole && text.starts_with('و') && text.chars().count() > 3)
        .then_some((at.at, Clitics { conjunction: true, ..Clitics::default() }))
}

/// "and for laying": of what is told no further matter, but where the first has its preposition too.
fn is_joined_for(at: Cursor<'_>) -> bool {
    at.any(|c, _| c.conjunction && c.preposition == Some(Preposition::For)) && !at.any(|c, _| c.at_most_conjunction())
}

fn is_for(at: Cursor<'_>) -> bool {
    at.any(|c, _| c.preposition == Some(Preposition::For))
}

fn joined_article(at: Cursor<'_>) -> bool {
    at.text.has_joined_article(at.at)
}

/// A pronoun ties a conjunct to its head: "and ways to strengthen it".
fn is_tied(at: Cursor<'_>) -> bool {
    (at.at..at.end)
        .map_while(|token| at.text.token(token).filter(|t| t.is_word()).map(|_| token))
        .enumerate()
        .take_while(|(nth, token)| *nth == 0 || joined(at.to(*token)).is_none() && !at.to(*token).is(Cue::Relative))
        .take(TIE)
        .any(|(nth, token)| {
            // "and the freedom of navigation therein"
            let therein = nth > 0 && at.to(token).is(Cue::Therein);
            therein || has_pronoun(at.to(token)) && !(nth > 0 && refers_within(at, at.to(token)))
        })
}

/// "the return of the displaced to their homes": a pronoun of many, and the many stand right there.
fn refers_within(at: Cursor<'_>, pronoun: Cursor<'_>) -> bool {
    pronoun.text.text(pronoun.at).ends_with("هم")
        && (at.at + 1..pronoun.at).any(|token| {
            let word = at.text.text(token);
            has_article(at.to(token)) && (word.ends_with("ين") || word.ends_with("ون"))
        })
}

/// Whether a word ends in a pronoun: in its letters, and the tables do not know it with them.
fn has_pronoun(at: Cursor<'_>) -> bool {
    let word = at.text.text(at.at);
    word.chars().count() > 4
        && super::ends_in_pronoun(word)
        && !at.any(|_, s| matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Cue(Cue::Divine | Cue::Homeland)))
}

/// The noun that the phrase itself began with, said again: "the ninth session … and the tenth session".
fn repeats_head(start: Cursor<'_>, at: Cursor<'_>) -> bool {
    let stem = at.text.text(at.at).strip_prefix('و').filter(|stem| stem.chars().count() >= 4);
    stem.is_some_and(|stem| (start.at..at.at).any(|token| at.text.text(token) == stem))
}

/// The same noun as one behind a preposition before: "of the committee of A and the committee of B".
fn says_again(start: Cursor<'_>, at: Cursor<'_>) -> bool {
    let word = at.text.text(at.at);
    let Some(stem) = word.strip_prefix('و').filter(|stem| stem.chars().count() >= 4) else { return false };
    (start.at + 1..at.at).any(|token| at.text.text(token).strip_prefix(['ل', 'ب']).is_some_and(|before| before == stem))
}

/// Adjectives in a row agree: "economic and cultural".
fn row_of_adjectives(at: Cursor<'_>) -> bool {
    let Some(before) = at.at.checked_sub(1) else { return false };
    let (a, b) = (at.text.text(before), at.text.text(at.at));
    let class = |word: &str| {
        if word.ends_with("ية") || word.ends_with("يه") {
            2
        } else if word.ends_with(['ي', 'ى']) || word.ends_with("يا") {
            1
        } else {
            0
        }
    };
    let bare = |word: &str| word.trim_start_matches('و').starts_with("ال");
    // "of high and great importance for": behind an adjective of degree another.
    let degree = at.to(before).any(|c, s| c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Qualifier, _)));
    if degree && !bare(a) && !bare(b) && super::is_feminine(b) {
        return true;
    }
    class(a) != 0 && class(a) == class(b) && bare(a) == bare(b)
}

/// "for desalinating and conveying the water", "ways of supporting and widening the ties": two nouns that wait for one genitive.
fn shares_genitive(at: Cursor<'_>) -> bool {
    let Some(first) =
        at.back(1).filter(|first| !has_article(*first) && !prefixed_article(*first) && !joined_article(at))
    else {
        return false;
    };
    let governed = first.any(|c, s| {
        c.preposition.is_some() && !c.conjunction && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Act(_))
    });
    let of_head = || {
        let waits = first.any(|c, s| c.is_none() && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Act(_)));
        let head = |c: Clitics, s| {
            c.at_most_conjunction()
                && matches!(s, Sense::Cue(Cue::TopicHead | Cue::Field | Cue::To | Cue::About | Cue::In))
        };
        // "to Europe and …", "in Libya and …": a place waits for nothing.
        let place =
            first.any(|c, s| c.is_none() && matches!(s, Sense::Section | Sense::Country(_) | Sense::Town { .. }));
        waits && !place && at.back(2).is_some_and(|before| !has_article(before) && before.any(head))
    };
    (governed || of_head()) && has_article(at.to(at.at + 1))
}

/// A word without an article heads a topic of its own only when something belongs to it.
fn owns(at: Cursor<'_>) -> bool {
    let next = at.to(at.at + 1);
    joined_article(at)
        || next.token().is_some_and(|token| token.is_word())
            && !(next.text.is_unknown(next.at) && super::name::prefixed_article(next))
            && !next.any(|c, s| {
                c.preposition.is_some()
                    || matches!(
                        s,
                        Sense::Cue(
                            Cue::In
                                | Cue::On
                                | Cue::To
                                | Cue::From
                                | Cue::With
                                | Cue::Between
                                | Cue::About
                                | Cue::Relative
                        )
                    )
            })
}

/// Whether a noun has its own matter behind a preposition: "the benefiting from", "the work on", "the exchange between", or an
/// adjective: "the tax reforms". "In" is as often a place.
fn governs(at: Cursor<'_>) -> bool {
    let adjective = at.any(|c, s| c.conjunction && matches!(s, Sense::Honorific(HonorificKind::Qualifier, _)));
    let next = at.to(at.at + 1);
    let purpose = |c: Clitics, s| {
        c.preposition == Some(Preposition::For) && !c.conjunction && matches!(s, Sense::Noun | Sense::Subject(..))
    };
    let wanted = next.is(Cue::From) || next.is(Cue::On) || next.any(purpose);
    let own = next.is(Cue::Between) || joined_article(at) && qualified(at, next);
    !adjective && (wanted || own && !follows_genitive(at))
}

/// Whether a noun with the article stands before that another one is of: what is joined to it is of that too, "the exchange of
/// supplies and services".
fn follows_genitive(at: Cursor<'_>) -> bool {
    let is_noun =
        |at: Cursor<'_>| at.any(|c, s| !c.conjunction && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Act(_)));
    let (Some(last), Some(of)) = (at.back(1), at.back(2)) else { return false };
    has_article(last) && !super::is_adjective(last.text.text(last.at)) && !has_article(of) && is_noun(of)
}

/// Whether an adjective of a noun stands behind it: with the article, and as feminine as it, which a plural of things is.
fn qualified(noun: Cursor<'_>, next: Cursor<'_>) -> bool {
    let (noun, word) = (noun.text.text(noun.at), next.text.text(next.at));
    let feminine = super::is_feminine(noun) || noun.ends_with("ات");
    has_article(next) && (super::is_feminine(word) == feminine) && (super::is_adjective(word) || feminine)
}

/// Countries, towns and nationalities join to their like.
fn names_a_thing(at: Cursor<'_>) -> bool {
    // "and the Arab Republic of Egypt": with its opening noun.
    let formal =
        at.find(|c, s| (c.conjunction && c.preposition.is_none() && matches!(s, Sense::Country(_))).then_some(()));
    if formal.is_some_and(|((), rest, _)| rest.at > at.at + 1) {
        return true;
    }
    at.any(|c, s| {
        c.conjunction
            && matches!(
                s,
                Sense::Country(_) | Sense::Town { .. } | Sense::Nationality { .. } | Sense::Month(..) | Sense::Name
            )
    }) && !at.any(|c, s| c.conjunction && matches!(s, Sense::Noun | Sense::Subject(..)))
}

/// "within the United Nations and the Non-Aligned Movement": an organisation behind another.
fn joins_organisations(start: Cursor<'_>, at: Cursor<'_>) -> bool {
    const NEAR: usize = 6;
    let joined = at.find(|c, s| (c.conjunction && c.preposition.is_none() && s == Sense::Organization).then_some(()));
    let Some(((), rest, _)) = joined else { return false };
    let before = start.at.max(at.at.saturating_sub(NEAR))..at.at;
    rest.at > at.at
        && before.into_iter().any(|token| {
            let first = at.to(token);
            first
                .find(|c, s| (!c.conjunction && s == Sense::Organization).then_some(()))
                .is_some_and(|((), end, _)| end.at == at.at)
        })
}

/// "to wider horizons and a higher level": a further thing without an article that something is raised to, told by a comparative too.
fn raised_to(start: Cursor<'_>, at: Cursor<'_>) -> bool {
    const NEAR: usize = 3;
    let comparative = |at: Cursor<'_>| {
        let word = at.text.text(at.at);
        word.starts_with('أ') && word.chars().count() == 4 && !super::is_feminine(word)
    };
    let to = |token: usize| at.to(token).is(Cue::To);
    comparative(at.to(at.at + 1)) && !joined_article(at) && (start.at.max(at.at.saturating_sub(NEAR))..at.at).any(to)
}

/// Whether what is joined can be the second of two that something is between: with an article where the first has one, and by its
/// name behind "the two shores of" and the like.
fn may_be_between(first: Cursor<'_>, second: Cursor<'_>) -> bool {
    if names_a_thing(second) || second.text.is_unknown(second.at) {
        return true;
    }
    let named = first.any(|c, s| c.is_none() && matches!(s, Sense::Country(_) | Sense::Town { .. } | Sense::Name));
    let waits = first.text.text(first.at).ends_with("تي");
    // "the federal government and the government of": the same noun again.
    let noun = super::without_article(first.text.text(first.at));
    let again = has_article(first) && second.text.text(second.at).strip_prefix(AND) == Some(noun);
    !waits && (again || named || has_article(first) == joined_article(second))
}

fn ends_in_dual(at: Cursor<'_>) -> bool {
    at.text.text(at.at).ends_with("ين")
}

/// After a comma a list goes on only with a noun. "The raising of": what is spelled like a verb too is one where what it is of has no
/// article.
fn is_noun_like(at: Cursor<'_>) -> bool {
    let noun = at.any(|c, s| c.is_none() && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Institution { .. }));
    let structure = at.any(|c, s| match s {
        Sense::Cue(cue) => c.is_none() && !matches!(cue, Cue::TopicHead | Cue::Relation | Cue::Field | Cue::Matter),
        Sense::Encounter(_) | Sense::Office(..) => c.is_none(),
        _ => false,
    });
    let verb = at.any(|c, s| c.is_none() && matches!(s, Sense::Verb(_) | Sense::Act(_)));
    noun && !structure && (!verb || has_article(at) || waits_for_noun(at.to(at.at + 1)))
}

/// Whether an ordinary noun without an article stands here that is no accusative: what a noun before it is of.
fn waits_for_noun(at: Cursor<'_>) -> bool {
    let word = at.text.text(at.at);
    at.any(|c, s| c.is_none() && matches!(s, Sense::Noun | Sense::Subject(..)))
        && !has_article(at)
        && !word.ends_with(['ا', '\u{64b}'])
        && !at.any(|c, s| c.is_none() && matches!(s, Sense::Office(..) | Sense::Name))
}
