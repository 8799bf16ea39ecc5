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
    // lines
    ("line_ends", |len| of("\n", len)),
    ("lines_of_a_word", |len| of("كلمة\n", len)),
    ("lines_of_a_rubric", |len| of("سياسة\n", len)),
    ("lines_of_a_credit", |len| of("(أذرتاج)\n", len)),
    ("lines_of_a_dateline", |len| of("باكو، 29 نوفمبر، أذرتاج\n", len)),
    ("sentences_of_a_word", |len| of("كلمة. ", len)),
    // what does not show, and what is no Arabic
    ("diacritics", |len| of("\u{64b}", len)),
    ("word_of_diacritics", |len| of("س\u{651}\u{64e}", len)),
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
