use super::*;
use crate::lexicon::Lexicon;

fn instruments(source: &str) -> Vec<String> {
    let layout = crate::document::read(source);
    let text = Text::of_layout(&layout);
    let quotations = crate::mentions::quotations::find(&layout, &text);
    let show = |found: InstrumentMention| {
        let number = found.number.map(|number| format!(" no. {number}")).unwrap_or_default();
        let title = match found.title {
            Some(Title::Quoted(range)) => format!(" “{}”", text.slice(&range)),
            Some(Title::Name(range) | Title::Known(range)) => format!(" named {}", text.slice(&range)),
            None => String::new(),
        };
        format!("{} = {}{number}{title}", text.slice(&found.range), found.kind)
    };
    find(&text, &Lexicon::embedded().unwrap().documents, &quotations).into_iter().map(show).collect()
}

#[test]
fn the_longest_words_win() {
    let source = "They tabled a draft resolution and later two press statements on the peace treaty.";
    let expected = [
        "draft resolution = draft_resolution",
        "press statements = press_statement",
        "peace treaty = treaty",
    ];
    assert_eq!(instruments(source), expected);
}

#[test]
fn drafts_and_joint_documents_may_be_described() {
    assert_eq!(
        instruments("Japan circulated a draft Franco-German resolution and a draft of the statement."),
        ["draft Franco-German resolution = draft_resolution", "draft of the statement = draft_statement"]
    );
    assert_eq!(
        instruments("A joint final communiqué and a resolution draft followed; they drafted a law."),
        ["joint final communiqué = joint_statement", "resolution draft = draft_resolution", "law = law"]
    );
}

#[test]
fn the_president_of_a_council_makes_presidential_statements() {
    assert_eq!(
        instruments("A statement by the President of the Security Council followed."),
        ["statement = presidential_statement"]
    );
    assert_eq!(instruments("A statement by the President of Kenya followed."), ["statement = statement"]);
    assert_eq!(
        instruments("The Security Council President's statement was read."),
        ["statement = presidential_statement"]
    );
}

#[test]
fn numbers_belong_to_their_instrument() {
    assert_eq!(instruments("Resolution No. 242 was recalled."), ["Resolution No. 242 = resolution no. 242"]);
    assert_eq!(
        instruments("Resolutions 242, 338 and 425 were recalled by 5 members."),
        ["Resolutions 242, 338 and 425 = resolution no. 242, 338, 425"]
    );
    assert_eq!(
        instruments(
            "It recalled resolutions 1325 (2000) and 1820 (2008), A/RES/68/262 and resolution 2758 (XXVI)."
        ),
        [
            "resolutions 1325 (2000) and 1820 (2008) = resolution no. 1325, 1820",
            "resolution 2758 (XXVI) = resolution no. 2758 (XXVI)"
        ]
    );
    assert_eq!(
        instruments(
            "The resolutions of the Security Council (713, 721, 724) and resolution ES-10/22 were read."
        ),
        ["resolutions = resolution no. 713, 721, 724", "resolution ES-10/22 = resolution no. ES-10/22"]
    );
    assert_eq!(instruments("It made a statement 10 minutes later."), ["statement = statement"]);
}

#[test]
fn names_are_titles() {
    assert_eq!(
        instruments(
            "Kenya ratified the Rome Statute and the Treaty of Amity, Commerce and Navigation with Oman."
        ),
        [
            "Rome Statute = treaty named Rome Statute",
            "Treaty of Amity, Commerce and Navigation = treaty named Treaty of Amity, Commerce and Navigation"
        ]
    );
    assert_eq!(
        instruments("They signed the Treaty on Good-Neighbourliness in Bishkek."),
        ["Treaty on Good-Neighbourliness = treaty named Treaty on Good-Neighbourliness"]
    );
    assert_eq!(
        instruments("They signed the «Treaty of Cooperation in the Basin» in May."),
        ["Treaty of Cooperation = treaty “Treaty of Cooperation in the Basin”"]
    );
    assert_eq!(
        instruments("The Anglo-Portuguese Treaty bound the king. Agreement on prices was reached."),
        ["Anglo-Portuguese Treaty = treaty named Anglo-Portuguese Treaty", "Agreement = agreement"]
    );
    assert_eq!(
        instruments("The Treaty of Jaffa and Egypt were discussed in the Security Council Resolution 50."),
        ["Treaty of Jaffa = treaty named Treaty of Jaffa", "Resolution 50 = resolution no. 50"]
    );
}

#[test]
fn titles_stand_in_quotation_marks() {
    assert_eq!(
        instruments("A resolution entitled “The right to\nwater” was adopted."),
        ["resolution = resolution “The right to water”"]
    );
    assert_eq!(
        instruments("A resolution was adopted \"condemning the raid on the port\"."),
        ["resolution = resolution “condemning the raid on the port”"]
    );
    assert_eq!(
        instruments("Peru's document was called “Roads to trade”."),
        ["document = other “Roads to trade”"]
    );
    assert_eq!(
        instruments("They signed a \"General Agreement\" in the spring."),
        ["General Agreement = agreement “General Agreement”"]
    );
    assert_eq!(
        instruments("It broke the Hague Convention on \"Opium and Trade\" of that year."),
        ["Hague Convention = treaty named Hague Convention on \"Opium and Trade\""]
    );
}

#[test]
fn what_points_back_is_the_same_document() {
    assert_eq!(
        instruments(
            "Peru tabled draft resolution 12. The text was read. This draft and the new text were put aside."
        ),
        [
            "draft resolution 12 = draft_resolution no. 12",
            "text = draft_resolution no. 12",
            "draft = draft_resolution no. 12",
            "text = other"
        ]
    );
    assert_eq!(
        instruments(
            "Chile signed a pact with Peru. The treaty on fishing came later; the treaties were printed."
        ),
        ["pact = treaty", "treaty = treaty", "treaties = treaty"]
    );
}
