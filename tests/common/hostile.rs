//! Texts made to hurt: long runs of what opens something and never closes it, of what means many things, of what is
//! remembered, and of what is no text at all. The tests and the bench `adversarial` read them.

/// A text's name, and what makes it in a given length in bytes (a little less where its pieces do not fit).
pub type Hostile = (&'static str, fn(usize) -> String);

/// A bulletin as it should be, for comparison.
const ORDINARY: &str = include_str!("../data/azertac/azertac-c01.txt");

pub const HOSTILE: &[Hostile] = &[
    ("ordinary", |len| of(ORDINARY, len)),
    // one thing over and over
    ("one_word", |len| of("س", len)),
    ("one_word_of_waw", |len| of("و", len)),
    ("waw", |len| of("و ", len)),
    ("bin", |len| of("بن ", len)),
    ("al", |len| of("ال ", len)),
    ("minister", |len| of("وزير ", len)),
    ("deputy_head", |len| of("نائب رئيس ", len)),
    ("given_name", |len| of("محمد ", len)),
    ("country", |len| of("اليابان ", len)),
    ("meet", |len| of("اجتمع ", len)),
    ("meeting", |len| of("اجتماع ", len)),
    ("discuss", |len| of("وبحث ", len)),
    ("cooperation", |len| of("التعاون ", len)),
    ("with", |len| of("مع ", len)),
    ("that", |len| of("أن ", len)),
    ("today", |len| of("اليوم ", len)),
    ("one_number", |len| of("1", len)),
    ("number", |len| of("29 ", len)),
    ("slashed_number", |len| of("29/11/", len)),
    ("date", |len| of("29 نوفمبر ", len)),
    // marks
    ("comma", |len| of("،", len)),
    ("comma_and_word", |len| of("كلمة، ", len)),
    ("full_stop", |len| of(".", len)),
    ("initials", |len| of("م. ", len)),
    ("open_bracket", |len| of("(", len)),
    ("open_bracket_and_word", |len| of("(كلمة ", len)),
    ("nested_quotes", |len| format!("{}{}", of("«", len / 2), of("»", len / 2))),
    ("nested_quotes_and_words", |len| format!("{}{}", of("«كلمة ", len / 2), of("كلمة» ", len / 2))),
    ("dateline_separators", |len| of("باكو، - / ", len)),
    ("separators", |len| of("- ", len)),
    ("slashes", |len| of("/", len)),
    ("offices_and_commas", |len| of("وزير الدفاع، ", len)),
    ("pairs", |len| of("العلاقات المصرية السودانية ", len)),
    // lines
    ("line_ends", |len| of("\n", len)),
    ("lines_of_a_word", |len| of("كلمة\n", len)),
    ("lines_of_a_rubric", |len| of("سياسة\n", len)),
    ("lines_of_a_credit", |len| of("(أذرتاج)\n", len)),
    ("lines_of_a_dateline", |len| of("باكو، 29 نوفمبر، أذرتاج\n", len)),
    ("sentences_of_a_word", |len| of("كلمة. ", len)),
    ("links", |len| of("اقرأ أيضا كلمة ", len)),
    ("links_and_a_gap", |len| format!("{}  كلمة", of("اقرأ أيضا ", len.saturating_sub(10)))),
    ("sentences_of_links", |len| of("اقرأ أيضا كلمة. ", len)),
    // what does not show, and what is no Arabic
    ("diacritics", |len| of("\u{64b}", len)),
    ("word_of_diacritics", |len| of("س\u{651}\u{64e}", len)),
    ("accusatives", |len| of("أيضاًكلمة", len)),
    ("tags", |len| of("#كلمة_", len)),
    ("tatweel", |len| of("ـ", len)),
    ("bidi_marks", |len| of("\u{202e}\u{200f}\u{202c}\u{200e}", len)),
    ("bidi_marks_and_words", |len| of("\u{202b}وزير\u{202c} \u{202e}محمد\u{202c} ", len)),
    ("joiners", |len| of("س\u{200d}", len)),
    ("every_scalar", every_scalar),
    ("hangul_thai_emoji", |len| of("\u{1100}\u{0e33}\u{1f468}\u{200d}\u{1f3fb}", len)),
    ("ligature_of_many_letters", |len| of("\u{fdfa} ", len)),
    ("latin", |len| of("minister ", len)),
    ("nul", |len| of("\0", len)),
    // what reads like prose and never ends
    ("foreign_minister_muhammad", |len| of("وزير الخارجية محمد ", len)),
    ("and_the_minister", |len| of("ووزير الخارجية محمد علي ", len)),
    ("ministers_of_each_other", |len| of("وزير خارجية اليابان سفير البرازيل لدى ", len)),
    ("envoys_of_envoys", |len| of("مبعوث الرئيس أحمد محمد ومبعوث الرئيس علي حسن ", len)),
    ("meetings", |len| of("اجتمع وزير الخارجية محمد علي مع سفير اليابان كينجي موري. ", len)),
    ("meetings_in_one_sentence", |len| of("اجتمع وزير الخارجية محمد علي مع سفير اليابان كينجي موري ", len)),
    ("people", people),
    ("meetings_of_many", meetings_of_many),
    ("mentions", |len| after("اجتمع وزير الخارجية محمد علي مع سفير اليابان. ", "وأكد الوزير أهمية الطاقة. ", len)),
    ("calls", |len| of("وتلقى الملك اتصالا هاتفيا من رئيس مصر. وتلقى الملك اتصالا هاتفيا من رئيس الصين. ", len)),
    ("visits", |len| of("وصل وزير الخارجية محمد علي إلى القاهرة اليوم. وغادر الوزير إلى باكو. ", len)),
    ("attendees", |len| after("استقبل الملك وزير خارجية اليابان. حضر اللقاء ", "ووزير الطاقة سعد خالد ", len)),
    ("topics", |len| {
        after("اجتمع وزير الخارجية مع سفير اليابان. ", "وبحث الجانبان سبل تعزيز التعاون في مجال الطاقة. ", len)
    }),
    ("one_topic", |len| after("اجتمع وزير الخارجية مع سفير اليابان وبحثا ", "التعاون والطاقة وتعزيز ", len)),
    ("acts", |len| of("وأكد أن وشدد على وأشاد ب وبحث ", len)),
    ("verbs", |len| of("قال وأضاف وغادر وزار واستقبل وأكد وبحث ", len)),
    ("who", |len| of("الذي ", len)),
    ("who_met", |len| of("الوزير الذي استقبل السفير الذي زار ", len)),
    ("and_muhammad", |len| of("ومحمد علي ", len)),
    ("brackets_in_names", |len| of("محمد (علي ", len)),
    ("thanks", |len| of("شكره على ", len)),
    ("sidelines", |len| of("على هامش الاجتماع ", len)),
    // what looks ahead or back in its sentence, in one that never ends
    ("in_a_meeting", |len| of("في اجتماع محمد علي ", len)),
    ("in_a_meeting_of_ministers", |len| of("في اجتماع وزير الطاقة سعد خالد ", len)),
    ("his_meeting", |len| of("لقائه محمد علي ", len)),
    ("his_meeting_of_ministers", |len| of("لقائه وزير الطاقة سعد خالد، ", len)),
    ("held_the_meeting", |len| of("التي عقد الاجتماع وزير الطاقة سعد خالد، ", len)),
    ("the_conference", |len| of("المؤتمر محمد علي ", len)),
    ("formed", |len| of("شكل كلمة ", len)),
    ("signed", |len| of("وقع محمد علي ", len)),
    ("congratulated", |len| of("هنأ وزير الطاقة سعد خالد رئيس مصر علي صالح ", len)),
    ("arrived", |len| of("وصل محمد، ", len)),
    ("statement", |len| of("بيان وزير الطاقة، ", len)),
    ("attended", |len| of("حضر اللقاء وزير الطاقة سعد خالد ", len)),
    ("they", |len| of("هم: محمد ", len)),
    ("discussed_with", |len| of("بحث وزير الطاقة سعد خالد مع رئيس مصر علي صالح ", len)),
    ("agreed_with", |len| of("اتفق وزير الطاقة سعد خالد مع رئيس مصر علي صالح ", len)),
    ("thanked_in_a_meeting", |len| of("وأكد خلال لقائه محمد علي ", len)),
    ("which_he_held", |len| of("اللقاء الذي عقد محمد علي ", len)),
    ("and_the_word", |len| after("اجتمع وزير الخارجية مع سفير اليابان وبحثا ", "وكلمات جديدة لكلمات ", len)),
    ("conferences", |len| of("شارك في المؤتمر وزير الطاقة سعد خالد. ", len)),
    ("held_talks_on", |len| after("وأجرى مباحثات ", "حول كتاب ", len)),
    ("the_sides_held_talks", |len| {
        after("استقبل وزير الطاقة سعد خالد رئيس مصر علي صالح. ", "وأجرى الجانبان مباحثات حول التعاون و", len)
    }),
    ("was_signed", |len| of("تم اليوم توقيع اتفاقية التعاون بين قطر والسودان، ", len)),
    ("was_signed_for", |len| of("ووقع الاتفاقية عن قطر محمد علي وعن السودان ", len)),
    ("cables_in_passing", |len| of("أكد وزير الطاقة سعد خالد في رسالة وجهها إلى الملك ", len)),
    ("glossed_names", |len| after("استقبل الملك سعد خالد أندريه ", "Andrej (Novak) ", len)),
    ("abds", |len| after("استقبل الملك سعد خالد ", "وعبد الله ", len)),
    ("the_officials", |len| of("وقال المسؤول التركي إن الملك والمسؤول المصري ", len)),
    ("one_long_title", |len| {
        format!("استقبل {}محمد علي سفير مصر", of("وزير شؤون التعليم والصحة ", len.saturating_sub(48)))
    }),
    // what is told of many is told of each of them
    ("attendees_of_many", attendees_of_many),
    ("ambassadors_of", |len| after("استقبل الملك سعد خالد سفراء اليابان ", "والصين ", len)),
    ("ambassadors", |len| after("استقبل الملك سعد خالد السفراء كينجي موري ", "ومحمد علي ", len)),
    ("meetings_before_ambassadors", |len| {
        after(&of("في اجتماع محمد علي ", len.min(16 * 1024) / 2), "السفراء كينجي موري ومحمد علي وليث المجالي ", len)
    }),
    ("meetings_before_participants", |len| {
        after_numbered(&of("في اجتماع محمد علي ", len.min(16 * 1024) / 2), len, |name| {
            format!("ووزير الطاقة {name} {name}يان ")
        })
    }),
    ("guests_one_by_one", guests_one_by_one),
    ("participants", participants),
    ("topics_of_many", topics_of_many),
    ("attendees_of_all", attendees_of_all),
    ("topics_of_all", topics_of_all),
    ("mentions_in_all", mentions_in_all),
    ("visits_of_one", visits_of_one),
    ("messages_of_one", messages_of_one),
    ("ordinary_on_other_days", ordinary_on_other_days),
    ("headline", |len| format!("{}\nوزير", of("وزير الخارجية يجتمع ", len.saturating_sub(16)))),
];

/// The unit as often as it fits.
fn of(unit: &str, len: usize) -> String {
    unit.repeat(len / unit.len())
}

/// The same behind a beginning.
fn after(beginning: &str, unit: &str, len: usize) -> String {
    format!("{beginning}{}", of(unit, len.saturating_sub(beginning.len())))
}

/// Every Unicode scalar value once, as far as the length goes; all of them take 4.4 MB.
fn every_scalar(len: usize) -> String {
    let mut text = String::new();
    for scalar in '\0'..=char::MAX {
        if text.len() + scalar.len_utf8() > len {
            break;
        }
        text.push(scalar);
    }
    text
}

/// Ministers with a name each, none like another.
fn people(len: usize) -> String {
    numbered(len, |name| format!("ووزير الطاقة {name} {name}يان، "))
}

/// Meetings of two such ministers each, with a topic.
fn meetings_of_many(len: usize) -> String {
    numbered(len, |name| {
        format!("واستقبل وزير الطاقة {name} {name}يان سفير اليابان {name}و {name}وف وبحث معه التعاون.\n")
    })
}

/// A meeting that a list of people attended, each with a name of his own.
fn attendees_of_many(len: usize) -> String {
    after_numbered(
        "استقبل وزير الخارجية محمد علي سفير اليابان. حضر اللقاء ",
        len,
        |name| format!("ووزير الطاقة {name} {name}يان "),
    )
}

/// One host and guests whom he met separately.
fn guests_one_by_one(len: usize) -> String {
    after_numbered("استقبل وزير الخارجية محمد علي كلا على حدة ", len, |name| {
        format!("ووزير الطاقة {name} {name}يان ")
    })
}

/// One meeting of very many.
fn participants(len: usize) -> String {
    after_numbered("اجتمع وزير الخارجية محمد علي مع ", len, |name| {
        format!("ووزير الطاقة {name} {name}يان ")
    })
}

/// One meeting and a field of its own in every sentence.
fn topics_of_many(len: usize) -> String {
    after_numbered("اجتمع وزير الخارجية محمد علي مع سفير اليابان. ", len, |name| {
        format!("وبحث الجانبان التعاون في مجال {name}. ")
    })
}

/// Many meetings, and a list of those who attended all of them.
fn attendees_of_all(len: usize) -> String {
    let meetings = audiences(len);
    after_numbered(&format!("{meetings}حضر اللقاءات "), len, |name| {
        format!("ووزير الطاقة {name} {name}يان ")
    })
}

/// Many meetings, and topics of all of them.
fn topics_of_all(len: usize) -> String {
    let meetings = audiences(len);
    after_numbered(&meetings, len, |name| format!("وبحث الملك خلال اللقاءات التعاون في مجال {name}. "))
}

/// Many meetings of one man, and sentences that name him and nothing else.
fn mentions_in_all(len: usize) -> String {
    after(&audiences(len), "وأكد الملك أهمية الطاقة. ", len)
}

/// Meetings of one man with another each, on half of a text, and not so many that none are told behind them.
fn audiences(len: usize) -> String {
    const FEW: usize = 64 * 1024;
    numbered(FEW.min(len / 2), |name| format!("واستقبل الملك سفير اليابان {name} {name}يان.\n"))
}

/// Visits of one man, each to the same town with somebody else.
fn visits_of_one(len: usize) -> String {
    numbered(len, |name| format!("ووصل وزير الخارجية {name} {name}يان إلى القاهرة اليوم والتقى الملك.\n"))
}

/// Messages of one man to all others.
fn messages_of_one(len: usize) -> String {
    numbered(len, |name| {
        format!("وبعث الملك سعد خالد برقية تهنئة إلى رئيس مصر {name} {name}يان بمناسبة اليوم الوطني.\n")
    })
}

/// A bulletin over and over, each time of people with other names.
fn ordinary_on_other_days(len: usize) -> String {
    numbered(len, |name| {
        format!("استقبل وزير الخارجية محمد علي اليوم وزير الطاقة {name} {name}يان. وأكد الوزير أهمية التعاون.\n")
    })
}

/// The pieces of all names behind a beginning.
fn after_numbered(beginning: &str, len: usize, piece_of: impl Fn(&str) -> String) -> String {
    format!("{beginning}{}", numbered(len.saturating_sub(beginning.len()), piece_of))
}

/// The pieces of all names, one after another, as far as the length goes.
fn numbered(len: usize, piece_of: impl Fn(&str) -> String) -> String {
    const LETTERS: [char; 20] =
        ['ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ع', 'غ', 'ق', 'م', 'ن', 'ه'];
    let mut text = String::new();
    for number in 0.. {
        let name: String = (0..4).map(|place| LETTERS[number / 20_usize.pow(place) % 20]).collect();
        let piece = piece_of(&name);
        if text.len() + piece.len() > len {
            break;
        }
        text.push_str(&piece);
    }
    text
}
