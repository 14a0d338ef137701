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
    var pausing: Pausing?

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

    /// The form to pause everything of this person.
    struct Pausing: Sendable {
        let path: String
        let fields: [Field]
    }
}

/// Letters and other documents of a zaak.
struct DocumentsPart: Sendable {
    let documents: [Document]
    let letters: [Way]
    let upload: String?

    struct Document: Sendable {
        let title: String
        let path: String
        let detail: String
        let direction: Chip
    }
}

/// What colleagues wrote down.
struct NotesPart: Sendable {
    let notes: [Note]
    let path: String?

    struct Note: Sendable {
        let text: String
        let who: String
        let when: String
        let machine: String
    }
}

/// Acts on the zaak as a whole, each a small form; those that do not apply are absent.
struct ZaakActs: Sendable {
    let suspension: Act?
    /// Where to resume; it asks nothing.
    let resumption: Resume?
    let prolongation: Act?
    let closing: Act?
    let reopening: Act?
    let assignment: Act?
    /// What can be told to the process as it stands now.
    let reports: [Report]

    struct Report: Sendable {
        let path: String
        let label: String
        let consequence: String
        let fields: [Field]
    }

    struct Act: Sendable {
        let path: String
        let fields: [Field]
    }

    struct Resume: Sendable {
        let path: String
    }
}

extension String {
    /// A phone number as a telephone takes it.
    var dialled: String { filter { $0.isNumber || $0 == "+" } }
}
