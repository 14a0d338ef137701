/// Who a zaak is about, as far as one needs to help.
struct PersonPart: Sendable {
    let name: String
    /// The person's own page, for who may see it.
    var path: String?
    /// Where the special states are.
    var states: String?
    /// Where the steps before a signal to the municipality are.
    var signals: String?
    /// Where the handover to the bailiff is.
    var handover: String?
    var facts: [Fact] = []
    var pause: Pause?
    /// The form to pause everything of this person.
    var pausing: Sheet?

    struct Fact: Sendable {
        let name: String
        let value: String
        /// Where the value leads: a call, a mail.
        var link: String?
    }

    /// A pause that runs.
    struct Pause: Sendable {
        let text: String
        let resumption: String?
    }
}

/// Letters and other documents of a zaak.
struct DocumentsPart: Sendable {
    let documents: [Document]
    let letters: [Way]
    let adding: Sheet?

    /// The forms to add, renew and take back.
    var sheets: [Sheet] { ([adding] + documents.flatMap { [$0.renewal, $0.retraction] }).compactMap(\.self) }

    struct Document: Sendable {
        let title: String
        let path: String
        let detail: String
        let direction: Chip
        /// How far the writing is, while it is not final.
        let status: Chip?
        /// Who took it back and why.
        let retracted: String?
        let earlier: [Way]
        /// Whether there is more to see or to do with it.
        let unfolds: Unfolds?

        struct Unfolds: Sendable {
            let isOpen: Bool
        }

        let renewal: Sheet?
        let retraction: Sheet?
    }
}

/// What colleagues wrote down.
struct NotesPart: Sendable {
    let notes: [Note]
    let writing: Sheet?
    /// Whether it holds words of a special kind, and asks to be sure.
    let isSensitive: Bool

    struct Note: Sendable {
        let text: String
        let who: String
        let when: String
        let machine: String
    }
}

/// Acts on the zaak as a whole, each a small form; those that do not apply are absent.
struct ZaakActs: Sendable {
    let suspension: Sheet?
    /// Where to resume; it asks nothing.
    let resumption: Resume?
    let prolongation: Sheet?
    let closing: Sheet?
    let reopening: Sheet?
    let assignment: Sheet?
    /// What can be told to the process as it stands now.
    let reports: [Report]

    struct Report: Sendable {
        let label: String
        let consequence: String
        let sheet: Sheet
    }

    struct Resume: Sendable {
        let path: String
    }
}

extension String {
    /// A phone number as a telephone takes it.
    var dialled: String { filter { $0.isNumber || $0 == "+" } }
}
