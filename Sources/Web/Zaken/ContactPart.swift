import Basics
import Zaken

/// The form to record a contact: channel, reason, facts, agreement, next step and its day.
struct ContactPart: Sendable {
    /// How someone is reached, and what was said last.
    let known: [PersonPart.Fact]
    let sheet: Sheet
    /// Whether it holds words of a special kind, and asks to be sure.
    let isSensitive: Bool
    /// Showing the number where the klant may not be called, with a reason.
    var calling: Sheet? = nil

    /// The fields in which someone writes freely.
    static let written = ["reden", "feiten", "afspraak", "vervolg", "tochOmdat"]
    static let channels = ["telefoon", "email", "brief", "balie", "bezoek"]

    init(
        path: String, zaken: [Option], known: [PersonPart.Fact] = [], isForbidden: Bool = false, sent: Sent?,
        words: Words
    ) {
        self.known = known
        let channels = ContactPart.channels.map {
            Option($0, words("contact.channel_\($0)"), chosen: $0 == "telefoon")
        }
        let seekers = Contact.Initiatiefnemer.allCases.map {
            Option($0.rawValue, words("contact.by_\($0.rawValue)"))
        }
        let zaak = Field("zaak", words("contact.zaak"), .choice(zaken), id: "contact-zaak", isRequired: true)
        let fields = [
            Field(
                "initiatiefnemer", words("contact.by"), .choice(seekers), id: "contact-initiatiefnemer",
                hint: words("contact.by_hint"), isRequired: true),
            Field("kanaal", words("contact.channel"), .choice(channels), id: "contact-kanaal", isRequired: true),
            Field("reden", words("contact.reden"), .text(""), id: "contact-reden", isRequired: true),
            Field("feiten", words("contact.feiten"), .longText(""), id: "contact-feiten"),
            Field("afspraak", words("contact.afspraak"), .text(""), id: "contact-afspraak"),
            Field("vervolg", words("contact.vervolg"), .text(""), id: "contact-vervolg"),
            Field("op", words("contact.op"), .date(""), id: "contact-op"),
        ]
        sheet = Sheet(
            path, (zaken.count > 1 ? [zaak] : []) + fields + (isForbidden ? [.anyway(words)] : []), sent: sent)
        isSensitive = sheet.isOpen && sent?.refusal.isSensitiveContact == true
    }

    static let sample = ContactPart(
        known: [.init(name: "Telefoon", value: "06 00000000", link: "tel:0600000000")], sheet: .sample,
        isSensitive: true, calling: .sample)

    private init(known: [PersonPart.Fact], sheet: Sheet, isSensitive: Bool, calling: Sheet) {
        self.known = known
        self.sheet = sheet
        self.isSensitive = isSensitive
        self.calling = calling
    }
}

extension Field {
    /// With whom we spoke, or why we called all the same, where the klant may not be called.
    static func anyway(_ words: Words) -> Field {
        Field("tochOmdat", words("contact.anyway_because"), .text(""), id: "contact-toch")
    }
}

extension Contact {
    init(_ form: FormFields) throws {
        let because = form["tochOmdat"]
        try self.init(
            kanaal: form.choice("kanaal", among: ContactPart.channels), reden: form["reden"] ?? "",
            feiten: form["feiten"], afspraak: form["afspraak"], vervolg: form["vervolg"],
            op: form.dayIfAny("op"),
            initiatiefnemer: form.choice("initiatiefnemer"))
        toch = because
    }
}

extension Refusal {
    /// Whether a contact is only held back to ask whether its words are needed.
    var isSensitiveContact: Bool {
        switch self {
        case .contact(.sensitive), .notitie(.sensitive): true
        default: false
        }
    }
}
