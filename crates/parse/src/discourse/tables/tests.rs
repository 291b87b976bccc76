use crate::discourse::{fates, lead_ins};
use crate::events::{self, EventDraft};
use crate::lexicon::Lexicon;
use crate::mentions::Mentions;
use crate::text::Text;

/// The events of a text, one a line: kind, trigger, date, then who, what, where and which document.
fn told(source: &str) -> Vec<String> {
    let lexicon = Lexicon::embedded().unwrap();
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let mut mentions = crate::mentions::find(&layout, &text, &lexicon);
    let mut events = events::find(&text, &mut mentions, &lexicon).drafts;
    lead_ins::govern(&layout, &text, &mentions, &lexicon, &mut events);
    super::read(&layout, &text, &mut mentions, &lexicon, &mut events);
    fates::settle(&text, &mentions, &lexicon, &mut events);
    events.iter().map(|event| shown(event, &text, &mentions, &lexicon)).collect()
}

fn shown(event: &EventDraft, text: &Text<'_>, mentions: &Mentions, lexicon: &Lexicon) -> String {
    let mut parts = vec![format!("{} «{}»", lexicon.frames[event.frame].kind, text.slice(&event.trigger))];
    if event.status != verbale_core::Status::Occurred {
        parts.push(event.status.to_string());
    }
    parts.extend(event.own_dates.iter().map(|&date| text.slice(&mentions.dates[date].range).to_owned()));
    parts.extend(event.participants.iter().map(|found| {
        let mention = &mentions.actors[found.who.mention().unwrap()];
        format!("{}={}", found.role, text.slice(&mention.range))
    }));
    parts.extend(event.items.iter().map(|item| {
        let number = item.quantity.map(|index| text.slice(&mentions.quantities[index].range));
        format!("{} {}", number.unwrap_or("?"), text.slice(&item.range))
    }));
    parts.extend(event.places.iter().map(|place| format!("in {}", text.slice(place))));
    parts.extend(event.instrument.iter().map(|found| {
        format!("{} {}", found.kind, found.number.as_deref().unwrap_or(text.slice(&found.range)))
    }));
    parts.extend(
        event
            .casualties
            .killed
            .map(|index| format!("killed {}", text.slice(&mentions.quantities[index].range))),
    );
    parts.join(" | ")
}

#[test]
fn contracts_with_their_goods() {
    let table = "India modernised its forces. The contracts of these years were:\n\n\
                 | Item | Supplier | Signed | Number | Value |\n| --- | --- | --- | --- | --- |\n\
                 | Rafale aircraft | France | 23 September 2016 | 36 | €7.9 billion |\n\
                 | Apache helicopters | United States | 28 September 2015 | 22 | $1.4 billion |\n";
    let expected = [
        "contract «Rafale aircraft» | 23 September 2016 | supplier=France | 36 Rafale aircraft | contract contracts",
        "contract «Apache helicopters» | 28 September 2015 | supplier=United States | 22 Apache helicopters | contract contracts",
    ];
    assert_eq!(told(table), expected);
}

#[test]
fn resolutions_and_drafts() {
    let table = "## Resolutions on Cyprus\n\n| Resolution | Date | In favour | Against |\n|---|---|---|---|\n\
                 | 186 | 4 March 1964 | 11 | 0 |\n| 541 (1983) | 18 November 1983 | 13 | 1 |\n";
    let expected = [
        "adoption «186» | 4 March 1964 | resolution 186",
        "adoption «541 (1983)» | 18 November 1983 | resolution 541",
    ];
    assert_eq!(told(table), expected);
    let drafts = "| Draft | Date | Result |\n|---|---|---|\n| S/1980/11 | 11 January 1980 | vetoed |\n\
                  | S/1980/12 | 12 January 1980 | still open |\n";
    assert_eq!(told(drafts), ["rejection «vetoed» | 11 January 1980 | other S/1980/11"]);
}

#[test]
fn a_treaty_is_signed_and_ratified() {
    let table = "| Country | Signed | Ratified |\n|---|---|---|\n| Chile | 14 February 1967 | 9 October 1974 |\n\
                 | Cuba | 25 March 1995 | |\n";
    let expected = [
        "signature «14 February 1967» | 14 February 1967 | actor=Chile",
        "ratification «9 October 1974» | 9 October 1974 | actor=Chile",
        "signature «25 March 1995» | 25 March 1995 | actor=Cuba",
    ];
    assert_eq!(told(table), expected);
}

#[test]
fn attacks_and_their_dead() {
    let table = "## Attacks in the north\n\n| Date | Place | Killed |\n|---|---|---|\n| 14 April 2014 | Abuja | 88 |\n\
                 | 2015 | | 400 |\n";
    assert_eq!(told(table), ["attack «14 April 2014» | 14 April 2014 | in Abuja | killed 88"]);
}

#[test]
fn prose_takes_the_date_of_its_row() {
    let table = "| Date | Event |\n|---|---|\n| 10 April 1998 | Ireland and the United Kingdom signed an agreement |\n\
                 | 22 May 1998 | rain |\n";
    let expected =
        "signature «signed» | 10 April 1998 | actor=Ireland | actor=United Kingdom | agreement agreement";
    assert_eq!(told(table), [expected]);
}

#[test]
fn prose_takes_the_place_of_its_row() {
    let table = "Date | Event | Place\n10 April 1998 | Ireland and the United Kingdom signed an agreement | Belfast\n\
                 22 May 1998 | Kenya expelled the envoy of Chad | Nairobi\n";
    let expected = [
        "signature «signed» | 10 April 1998 | actor=Ireland | actor=United Kingdom | in Belfast | agreement agreement",
        "expulsion «expelled» | 22 May 1998 | actor=Kenya | recipient=envoy of Chad | in Nairobi",
    ];
    assert_eq!(told(table), expected);
}

#[test]
fn who_did_it_to_whom() {
    let table = "## Sanctions\n\n| Date | Imposed by | Target | Measure |\n|---|---|---|---|\n\
                 | 15 July 1997 | Security Council | Sierra Leone | oil embargo |\n";
    let expected = "sanction «oil embargo» | 15 July 1997 | actor=Security Council | recipient=Sierra Leone";
    assert_eq!(told(table), [expected]);
    // A name that only begins with that of a state is not the state.
    let yard = "| Ship | Yard | Delivered |\n|---|---|---|\n| Patrol boat | Japan Marine United | 18 August 2016 |\n";
    assert_eq!(told(yard), ["transfer «Patrol boat» | 18 August 2016 | ? Patrol boat"]);
}

#[test]
fn troops_are_counted_below_their_name() {
    let table = "| Country | Troops | Deployed |\n|---|---|---|\n| Nepal | 1,200 | June 2005 |\n";
    assert_eq!(told(table), ["deployment «June 2005» | June 2005 | actor=Nepal | 1,200 Troops"]);
}

#[test]
fn titles_say_whether_it_came_about() {
    let table = "## Planned visits\n\n| Visitor | Host | Date |\n|---|---|---|\n\
                 | Ban Ki-moon | Sudan | 3 March 2016 |\n";
    assert_eq!(
        told(table),
        ["visit «3 March 2016» | planned | 3 March 2016 | actor=Ban Ki-moon | host=Sudan"]
    );
}

#[test]
fn aid_is_money() {
    let table = "## Aid since the war\n\n| Donor | Recipient | Amount | Year |\n|---|---|---|---|\n\
                 | Norway | Sudan | $10 million | 2006 |\n";
    let expected = "aid «$10 million» | 2006 | supplier=Norway | beneficiary=Sudan | $10 million $10 million";
    assert_eq!(told(table), [expected]);
}

#[test]
fn goods_with_their_number_in_one_cell() {
    let table = "| Equipment | Recipient | Delivered |\n|---|---|---|\n\
                 | two patrol boats, 40 tanks | Kenya | May 2001 |\n| 155 mm shells | Mali | June 2001 |\n";
    let expected = [
        "transfer «patrol boats» | May 2001 | recipient=Kenya | two patrol boats patrol boats | 40 tanks tanks",
        "transfer «155 mm shells» | June 2001 | recipient=Mali | ? 155 mm shells",
    ];
    assert_eq!(told(table), expected);
}

#[test]
fn tables_of_other_things_tell_nothing() {
    let table = "## Attacks on trade\n\n| Country | Exports | Share |\n|---|---|---|\n| Peru | 12 | 3 |\n";
    assert!(told(table).is_empty());
}
