//! One document a family of layouts, read as a whole. The snapshots are meant to be read line by line.

use super::super::read;

fn shown(source: &str) -> String {
    read(source).describe(source)
}

/// A report in Markdown style: masthead, headings, nested list, note inside an item, table, links.
#[test]
fn marked_report() {
    insta::assert_snapshot!(shown(include_str!("marked_report.txt")), @r###"
    title: The Cyprus water talks: ten years on
    publisher: Harbour Institute for Conflict Research
    date: 12 March 2021
    genre: POLICY BRIEF No. 14
    author: Eleni Markou
    author: Selim Arda
    s0 level 1 blocks 2-29: The Cyprus water talks: ten years on
    s1 level 2 in s0 blocks 6-26: Summary
    s2 level 3 in s1 blocks 8-17: Background
    s3 level 3 in s1 blocks 17-26: What the sides said
    s4 level 2 in s0 blocks 26-29: Notes
    0 masthead: HARBOUR INSTITUTE FOR CONFLICT RESEARCH
    1 masthead: POLICY BRIEF No. 14
    2 heading s0: The Cyprus water talks: ten years on
    3 masthead s0: By Eleni Markou and Selim Arda | 12 March 2021
    4 masthead s0: Nicosia, Ledra Street 4, 1010
    5 masthead s0: +357 22 55 01 00 · office@hicr.example
    6 heading s1: Summary
    7 paragraph s1: Two committees met in Nicosia in 2019. The mixed … t register of wells.
    8 heading s2: Background.
    9 paragraph s2: The pipeline opened in October 2015 and carries 75 million m³ a year.
    10 paragraph s2: The committee asked for:
    11 item s2 + <10: On 3 May 2019, a survey of the northern coast, c …  the two reservoirs;
    12 item s2 + <10: a list of wells:
    13 item s2 ++ <12: those drilled before 1974;
    14 item s2 ++ <12: those drilled after 2004 and later closed by the authorities.
    15 note s2: Minutes of the mixed committee, https://example.org/minutes/2019-05
    16 item s2 + <10: a joint statement.
    17 heading s3 #2.1: What the sides said
    18 quote s3: The water belongs to the island and to its people.
    19 row s3 header: Year ; Wells ; Closed
    20 row s3: 2018 ; 412 ; 12
    21 row s3: 2019 ; 398 ; 31
    22 item s3 + #1: The northern side spoke of a "gift".
    23 item s3 + #2: The southern side spoke of a debt:
    24 item s3 ++ #a <23: for the wells;
    25 item s3 ++ #b <23: for the pipes.
    26 heading s4: Notes
    27 note s4: Register of wells, second edition.
    28 note s4: Ibid., p. 14.
    marker 1 after "2019."
    marker 2 after "register"
    note 1 in 15: Minutes of the mixed committee, https://example.org/minutes/2019-05
    note 2 in 27: Register of wells, second edition.
    note 3 in 28: Ibid., p. 14.
    link bare "https://example.org/minutes/2019-05" https://example.org/minutes/2019-05
    link "joint statement" https://example.org/statement
    "###);
}

/// A page of a journal set in columns: hyphens, page furniture, run-in headings, indented paragraphs.
#[test]
fn two_columns() {
    insta::assert_snapshot!(shown(include_str!("two_columns.txt")), @r###"
    s0 level 1 blocks 0-4: The canal crisis and its aftermath
    s1 level 1 blocks 4-6: Outcome: who gained what the landings cost
    s2 level 1 blocks 6-8: Canada
    0 heading s0: The canal crisis and its aftermath.
    1 paragraph s0: In July 1956 Cairo nationalised the canal compan … capital at the time.
    2 paragraph s0: The landings began on 5 November. Within two day …  effect at midnight.
    3 paragraph s0: Canada proposed the force; ten states sent troop … ate was short-lived.
    4 heading s1: Outcome: who gained what the landings cost.
    5 paragraph s1: Egypt kept the canal. Britain lost a prime minis … rld for much longer.
    6 heading s2: Canada.
    7 paragraph s2: The proposal of the Canadian delegation brought  … rest of the century.
    furniture: River & Sea Quarterly   41
    furniture: 42
    furniture: History
    "###);
}

/// A news story with wiki headings and a list.
#[test]
fn news_and_encyclopedia() {
    insta::assert_snapshot!(shown(include_str!("news_and_encyclopedia.txt")), @r###"
    title: Ceasefire holds in Tripoli as envoys return
    author: Hana Yusuf
    s0 level 2 blocks 5-14: Background
    s1 level 3 in s0 blocks 7-14: Foreign fighters
    s2 level 4 in s1 blocks 12-14: Reactions
    0 masthead: Ceasefire holds in Tripoli as envoys return
    1 masthead: By Hana Yusuf
    2 paragraph: TRIPOLI, 24 October 2020 (Desert Wire) — The two … voy, officials said.
    3 paragraph: "We shall keep to every line of it," said Colone … or the east, agreed.
    4 paragraph: The text names 23 October as the first day of the truce.
    5 heading s0: Background
    6 paragraph s0: Fighting broke out in April 2019.
    7 heading s1: Foreign fighters
    8 paragraph s1: All foreign fighters are to leave within 90 days … g states were named:
    9 item s1 + <8: Turkey
    10 item s1 + <8: Russia
    11 item s1 + <8: Chad
    12 heading s2: Reactions
    13 paragraph s2: Algeria welcomed the signature and called it a "turning point".
    "###);
}

/// A report wrapped at 72 columns: numbered paragraphs, Roman and lettered headings, a quotation set apart, references.
#[test]
fn plain_report() {
    insta::assert_snapshot!(shown(include_str!("plain_report.txt")), @r###"
    title: Final Report of the Panel of Experts on the Lake Border
    date: 4 June 2012
    s0 level 1 blocks 2-8: MANDATE AND METHODS
    s1 level 1 blocks 8-17: FINDINGS
    s2 level 2 in s1 blocks 9-13: The night of 3 October
    s3 level 2 in s1 blocks 13-15: The mines
    s4 level 2 in s1 blocks 15-17: Recommendations
    s5 level 1 blocks 17-20: REFERENCES
    0 masthead: FINAL REPORT OF THE PANEL OF EXPERTS ON THE LAKE BORDER
    1 masthead: Geneva, 4 June 2012
    2 heading s0 #I: MANDATE AND METHODS
    3 item s0 + #1: The Panel was set up on 12 January 2012 to look  … sited both capitals.
    4 item s0 + #2: The Panel heard 41 witnesses. It asked both sides for:
    5 item s0 ++ #a <4: the orders given to their troops;
    6 item s0 ++ #b <4: maps of the mined areas; and
    7 item s0 ++ #c <4: the names of those killed.
    8 heading s1 #II: FINDINGS
    9 heading s2 #A: The night of 3 October
    10 item s2 + #3: At about 0200 hours a patrol of the western side … nder told the Panel:
    11 quote s2 + <10: We had no map. We followed the water, and the wa … thers drew the line.
    12 item s2 + #4: Both sides opened fire, and by dawn seven men had died.[2]
    13 heading s3 #B: The mines
    14 item s3 + #5: The Panel found 212 mines, of which none was marked.
    15 heading s4: Recommendations
    16 item s4 + #6: The Panel recommends that both sides mark the bo … es before the rains.
    17 heading s5: REFERENCES
    18 note s5: Treaty of the Lakes, art. 4.
    19 note s5: Witness 17, heard on 2 March 2012 in the capital.
    note 1 in 18: Treaty of the Lakes, art. 4.
    note 2 in 19: Witness 17, heard on 2 March 2012 in the capital.
    furniture: - 2 -
    furniture: Report of the Panel of Experts                   …            June 2012
    "###);
}

/// A report whose headings have no marks, with glued note numbers and a running header.
#[test]
fn unmarked_report() {
    insta::assert_snapshot!(shown(include_str!("unmarked_report.txt")), @r###"
    title: The Ethiopia–Eritrea border: what the Algiers deal left open
    publisher: The Horn Observatory
    date: May 2009
    author: Daniel Tesfaye
    author: Marta Lindqvist
    s0 level 1 blocks 4-6: Executive summary
    s1 level 1 blocks 6-12: Introduction
    s2 level 2 in s1 blocks 8-10: The commission
    s3 level 2 in s1 blocks 10-12: The force
    s4 level 1 blocks 12-17: After the ruling
    s5 level 1 blocks 17-21: Conclusion
    0 masthead: The Horn Observatory
    1 masthead: The Ethiopia–Eritrea border: what the Algiers deal left open
    2 masthead: Daniel Tesfaye, Senior Analyst, and Marta Lindqvist
    3 masthead: Addis Ababa, May 2009
    4 heading s0: Executive summary
    5 paragraph s0: The boundary commission gave its ruling in April … r the town of Badme.
    6 heading s1 #1: Introduction
    7 paragraph s1: The war of 1998–2000 cost tens of thousands of l … on 12 December 2000.
    8 heading s2 #1.1: The commission
    9 paragraph s2: The commission had five members. They sat in The …  they gave a ruling.
    10 heading s3 #1.2: The force
    11 paragraph s3: A UN force of 4,200 troops held a zone 25 km wide.
    12 heading s4 #2: After the ruling
    13 paragraph s4: Ethiopia asked for:
    14 item s4 + #i <13: talks on trade,
    15 item s4 + #ii <13: talks on people, and
    16 item s4 + #iii <13: a new line.
    17 heading s5: Conclusion
    18 paragraph s5: The deal stands, the line does not.
    19 note s5: Figures given by both ministries of defence in 2001.
    20 note s5: Ruling of 13 April 2002, para. 8.
    marker 7 after "lives."
    marker 8 after "ruling."
    note 7 in 19: Figures given by both ministries of defence in 2001.
    note 8 in 20: Ruling of 13 April 2002, para. 8.
    furniture: The Horn Observatory
    "###);
}

/// A newsletter whose headings are in bold.
#[test]
fn bold_report() {
    insta::assert_snapshot!(shown(include_str!("bold_report.txt")), @r###"
    title: Gas, grain and the left bank
    publisher: Moldova Monitor
    author: Ana Rusu
    s0 level 1 blocks 4-9: Key points
    s1 level 1 blocks 9-15: The gas
    s2 level 2 in s1 blocks 11-15: Audit
    s3 level 1 blocks 15-19: The grain
    0 masthead: Moldova Monitor
    1 masthead: Issue 3 / 2023
    2 masthead: Gas, grain and the left bank
    3 masthead: Ana Rusu
    4 heading s0: Key points
    5 item s0 +: Chişinău bought no Russian gas from December 2022 on.
    6 item s0 +: The left bank still gets 5.7 million m³ a day.
    7 item s0 ++: It pays nothing for it.
    8 item s0 ++: The debt stands at US$ 7 billion or more, a figu … ndredth of that sum.
    9 heading s1 #1: The gas
    10 paragraph s1: The contract of 2021 set a price by formula. Pri … t rose. Volume fell.
    11 heading s2: Audit:
    12 paragraph s2: the firms Wikborg Rein and Forensic Risk Allianc …  claim had no proof.
    13 row s2 header: Month ; Price
    14 row s2: May ; 500
    15 heading s3 #2: The grain
    16 paragraph s3: See the ministry's page or write to info@example.md.
    17 note s3: As claimed by the supplier in 2021, see https://example.org/claim.
    18 note s3: Contract of 29 October 2021.
    marker debt after "billion"
    marker 2 after "formula."
    note debt in 17: As claimed by the supplier in 2021, see https://example.org/claim.
    note 2 in 18: Contract of 29 October 2021.
    link "ministry's page" https://example.md/grain
    link bare "info@example.md" info@example.md
    link bare "https://example.org/claim" https://example.org/claim
    furniture: **Moldova Monitor** | 4
    "###);
}

/// The reading text of a page in columns: every hyphen and line break is worth a look.
#[test]
fn two_columns_reading_text() {
    insta::assert_snapshot!(read(include_str!("two_columns.txt")).reading.text(), @r###"
    The canal crisis and its aftermath.

    In July 1956 Cairo nationalised the canal company, which British and French shareholders had owned for decades. The move was greeted with joy in the streets and with alarm in London (3). A conference of maritime states failed to produce an agreed text, and the envoys went home without a date for a new meeting. The two governments then turned to a plan with Tel Aviv, a pro-Western capital at the time.

    The landings began on 5 November. Within two days the Anglo-French force held the northern third of the waterway, but Washington, which had not been told, asked for a cease-fire and got it. The cease-fire, policed by a UN force, took effect at midnight.

    Canada proposed the force; ten states sent troops, among them Norway, Colombia and India. It was the first self-contained force of its kind and its mandate was short-lived.

    Outcome: who gained what the landings cost.

    Egypt kept the canal. Britain lost a prime minister within ten weeks and its standing in the Arab world for much longer.

    Canada.

    The proposal of the Canadian delegation brought its minister a prize and the country a role it kept for the rest of the century.
    "###);
}
