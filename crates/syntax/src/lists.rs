//! The closed lists that an analysis speaks in: tags, labels, kinds of names.

use crate::closed::closed_list;

closed_list! {
    /// A Penn Treebank part-of-speech tag, as extended by OntoNotes 5.
    Tag {
        /// A currency sign.
        Dollar = "$",
        /// A closing quotation mark.
        CloseQuote = "''",
        /// A comma.
        Comma = ",",
        /// An opening bracket.
        LeftBracket = "-LRB-",
        /// A closing bracket.
        RightBracket = "-RRB-",
        /// A mark that ends a sentence.
        Stop = ".",
        /// A colon, semicolon, dash or ellipsis.
        Colon = ":",
        /// An address of the web or of electronic mail.
        ADD = "ADD",
        /// A coordinating conjunction.
        CC = "CC",
        /// A cardinal number.
        CD = "CD",
        /// A determiner.
        DT = "DT",
        /// Existential *there*.
        EX = "EX",
        /// A foreign word.
        FW = "FW",
        /// A hyphen inside a word.
        HYPH = "HYPH",
        /// A preposition or subordinating conjunction.
        IN = "IN",
        /// An adjective.
        JJ = "JJ",
        /// A comparative adjective.
        JJR = "JJR",
        /// A superlative adjective.
        JJS = "JJS",
        /// A list item marker.
        LS = "LS",
        /// A modal verb.
        MD = "MD",
        /// Superfluous punctuation.
        NFP = "NFP",
        /// A singular or mass noun.
        NN = "NN",
        /// A singular proper noun.
        NNP = "NNP",
        /// A plural proper noun.
        NNPS = "NNPS",
        /// A plural noun.
        NNS = "NNS",
        /// A predeterminer.
        PDT = "PDT",
        /// A possessive ending.
        POS = "POS",
        /// A personal pronoun.
        PRP = "PRP",
        /// A possessive pronoun.
        PRPS = "PRP$",
        /// An adverb.
        RB = "RB",
        /// A comparative adverb.
        RBR = "RBR",
        /// A superlative adverb.
        RBS = "RBS",
        /// A particle.
        RP = "RP",
        /// A symbol.
        SYM = "SYM",
        /// *to* before an infinitive.
        TO = "TO",
        /// An interjection.
        UH = "UH",
        /// A verb in its base form.
        VB = "VB",
        /// A verb in the past tense.
        VBD = "VBD",
        /// A gerund or present participle.
        VBG = "VBG",
        /// A past participle.
        VBN = "VBN",
        /// A present verb, not third person singular.
        VBP = "VBP",
        /// A present verb, third person singular.
        VBZ = "VBZ",
        /// A wh-determiner.
        WDT = "WDT",
        /// A wh-pronoun.
        WP = "WP",
        /// A possessive wh-pronoun.
        WPS = "WP$",
        /// A wh-adverb.
        WRB = "WRB",
        /// Something unknown.
        XX = "XX",
        /// An opening quotation mark.
        OpenQuote = "``",
        /// An affix; the model never assigns it.
        AFX = "AFX",
    }
}

closed_list! {
    /// A dependency label of the CLEAR style (ClearNLP, as spaCy's English models use it).
    Label {
        /// A clause that modifies a noun.
        Acl = "acl",
        /// An adjective as complement.
        Acomp = "acomp",
        /// An adverbial clause.
        Advcl = "advcl",
        /// An adverb that modifies.
        Advmod = "advmod",
        /// *by* before the doer of a passive.
        Agent = "agent",
        /// An adjective before a noun.
        Amod = "amod",
        /// An apposition.
        Appos = "appos",
        /// The complement of a copula.
        Attr = "attr",
        /// An auxiliary verb.
        Aux = "aux",
        /// The auxiliary of a passive.
        Auxpass = "auxpass",
        /// A possessive ending.
        Case = "case",
        /// A coordinating conjunction.
        Cc = "cc",
        /// A clause as complement.
        Ccomp = "ccomp",
        /// Part of a compound.
        Compound = "compound",
        /// A later member of a coordination.
        Conj = "conj",
        /// A clause as subject.
        Csubj = "csubj",
        /// A clause as subject of a passive.
        Csubjpass = "csubjpass",
        /// An indirect object.
        Dative = "dative",
        /// Anything else.
        Dep = "dep",
        /// A determiner.
        Det = "det",
        /// A direct object.
        Dobj = "dobj",
        /// Existential *there*.
        Expl = "expl",
        /// An interjection.
        Intj = "intj",
        /// A subordinating word.
        Mark = "mark",
        /// Text about the text.
        Meta = "meta",
        /// A negation.
        Neg = "neg",
        /// A noun that modifies.
        Nmod = "nmod",
        /// A noun phrase used as an adverb.
        Npadvmod = "npadvmod",
        /// A subject.
        Nsubj = "nsubj",
        /// The subject of a passive.
        Nsubjpass = "nsubjpass",
        /// A number that modifies.
        Nummod = "nummod",
        /// An object predicate.
        Oprd = "oprd",
        /// A clause set beside another.
        Parataxis = "parataxis",
        /// A clause after a preposition.
        Pcomp = "pcomp",
        /// The object of a preposition.
        Pobj = "pobj",
        /// A possessor.
        Poss = "poss",
        /// *both*, *either*, *neither*.
        Preconj = "preconj",
        /// *all*, *such* before a determiner.
        Predet = "predet",
        /// A preposition.
        Prep = "prep",
        /// A verb's particle.
        Prt = "prt",
        /// Punctuation.
        Punct = "punct",
        /// What modifies a number.
        Quantmod = "quantmod",
        /// A relative clause.
        Relcl = "relcl",
        /// A clause whose subject is understood.
        Xcomp = "xcomp",
        /// The root of a sentence.
        Root = "ROOT",
    }
}

closed_list! {
    /// The kind of a name, date or number, as in OntoNotes 5.
    NameKind {
        /// A person.
        Person = "PERSON",
        /// A nationality, religion or political group.
        Norp = "NORP",
        /// A building, airport, road, bridge.
        Facility = "FAC",
        /// An organisation.
        Organisation = "ORG",
        /// A country, city or state.
        Gpe = "GPE",
        /// A place that is no state or settlement.
        Location = "LOC",
        /// A product, weapon or vehicle.
        Product = "PRODUCT",
        /// A named event.
        Event = "EVENT",
        /// The title of a work.
        Work = "WORK_OF_ART",
        /// A named law or treaty.
        Law = "LAW",
        /// A language.
        Language = "LANGUAGE",
        /// A date or period.
        Date = "DATE",
        /// A time below a day.
        Time = "TIME",
        /// A percentage.
        Percent = "PERCENT",
        /// A sum of money.
        Money = "MONEY",
        /// A measurement.
        Quantity = "QUANTITY",
        /// An ordinal number.
        Ordinal = "ORDINAL",
        /// Any other number.
        Cardinal = "CARDINAL",
    }
}

closed_list! {
    /// A universal part-of-speech tag of Universal Dependencies 2.
    Universal {
        /// An adjective.
        Adj = "ADJ",
        /// An adposition.
        Adp = "ADP",
        /// An adverb.
        Adv = "ADV",
        /// An auxiliary.
        Aux = "AUX",
        /// A coordinating conjunction.
        Cconj = "CCONJ",
        /// A determiner.
        Det = "DET",
        /// An interjection.
        Intj = "INTJ",
        /// A noun.
        Noun = "NOUN",
        /// A numeral.
        Num = "NUM",
        /// A particle.
        Part = "PART",
        /// A pronoun.
        Pron = "PRON",
        /// A proper noun.
        Propn = "PROPN",
        /// A punctuation.
        Punct = "PUNCT",
        /// A subordinating conjunction.
        Sconj = "SCONJ",
        /// A symbol.
        Sym = "SYM",
        /// A verb.
        Verb = "VERB",
        /// An other.
        X = "X",
    }
}
