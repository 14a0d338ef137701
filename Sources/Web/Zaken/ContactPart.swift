import Basics
import Zaken

/// The form to record a contact: channel, reason, facts, agreement, next step and its day.
struct ContactPart: Sendable {
    let path: String
    let fields: [Field]
    /// Whether it stands open, as it was sent.
    let isOpen: Bool
    /// Whether it holds words of a special kind, and asks to be sure.
    let isSensitive: Bool

    static let channels = ["telefoon", "email", "brief", "balie", "bezoek"]

    init(path: String, zaken: [Option], sent: FormFields, today: Day, words: Words, isSensitive: Bool) {
        self.path = path
        self.isSensitive = isSensitive
        isOpen = sent["kanaal"] != nil && sent.raw("feiten") != nil
        let sent = isOpen ? sent : FormFields()
        let channels = ContactPart.channels.map {
            Option($0, words("contact.channel_\($0)"), chosen: (sent["kanaal"] ?? "telefoon") == $0)
        }
        let zaak = Field("zaak", words("contact.zaak"), .choice(zaken), id: "contact-zaak", isRequired: true)
        fields =
            (zaken.count > 1 ? [zaak] : []) + [
                Field("kanaal", words("contact.channel"), .choice(channels), id: "contact-kanaal", isRequired: true),
                Field(
                    "reden", words("contact.reden"), .text(sent["reden"] ?? ""), id: "contact-reden", isRequired: true),
                Field("feiten", words("contact.feiten"), .longText(sent["feiten"] ?? ""), id: "contact-feiten"),
                Field("afspraak", words("contact.afspraak"), .text(sent["afspraak"] ?? ""), id: "contact-afspraak"),
                Field("vervolg", words("contact.vervolg"), .text(sent["vervolg"] ?? ""), id: "contact-vervolg"),
                Field("op", words("contact.op"), .date(sent["op"] ?? ""), id: "contact-op"),
            ]
    }

    static let sample = ContactPart(
        path: "/zaken/1/contact",
        fields: [Field("reden", "Waarom was er contact?", .text(""), id: "contact-reden", isRequired: true)],
        isOpen: true, isSensitive: true)

    private init(path: String, fields: [Field], isOpen: Bool, isSensitive: Bool) {
        self.path = path
        self.fields = fields
        self.isOpen = isOpen
        self.isSensitive = isSensitive
    }
}

extension Contact {
    /// The form as sent; a day that cannot be read counts as none.
    init(_ form: FormFields) {
        self.init(
            kanaal: ContactPart.channels.first { $0 == form["kanaal"] } ?? "telefoon", reden: form["reden"] ?? "",
            feiten: form["feiten"], afspraak: form["afspraak"], vervolg: form["vervolg"],
            op: form["op"].flatMap(Day.init(written:)))
    }
}

extension Refusal {
    /// Whether a contact is only held back to ask whether its words are needed.
    var isSensitiveContact: Bool {
        if case .contact(.sensitive) = self { true } else { false }
    }
}

extension Dictionaries {
    /// Words about health, faith, crime and the like, in all languages; none when someone said that they are needed.
    func sensitive(unless form: FormFields) -> Set<String> {
        guard form["toch"] == nil else { return [] }
        return Set(
            Language.allCases.flatMap { self[$0]("contact.warning_words").split(separator: " ").map(String.init) })
    }
}
