import Basics
import Incasso
import Zaken

extension ZaakPageMaker {
    /// Letters and other documents, the newest first; what was taken back at the end.
    var documents: DocumentsPart {
        let inUse = look.documenten.filter { $0.ingetrokken == nil }
        let retracted = look.documenten.filter { $0.ingetrokken != nil }
        return DocumentsPart(
            documents: (inUse + retracted).map(document), letters: may(.briefVersturen) && zaak.isOpen ? letters : [],
            adding: may(.zaakBijwerken) ? sheet(ZaakPaths.documents(zaak.id), adding) : nil)
    }

    private var adding: [Field] {
        let ours = Field.Condition(field: "richting", values: Document.Richting.intern.rawValue)
        let origins = [Document.Richting.ontvangen, .intern].map {
            Option($0.rawValue, words("papers.origin_\($0.rawValue)"), chosen: $0 == .ontvangen)
        }
        return [
            file("document"),
            Field("titel", words("papers.title"), .text(""), id: "document-titel", hint: words("papers.title_hint")),
            Field("richting", words("papers.origin"), .choice(origins), id: "document-richting", isRequired: true),
            Field(
                "status", words("papers.status"), .choice(statuses(.definitief)), id: "document-status", condition: ours
            ),
        ]
    }

    private func file(_ id: String) -> Field {
        Field("bestand", words("zaak.file"), .file, id: id, hint: words("papers.file_hint"), isRequired: true)
    }

    private func statuses(_ now: Document.Status) -> [Option] {
        [Document.Status.inBewerking, .terVaststelling, .definitief].map {
            Option($0.rawValue, words("papers.status_\($0.rawValue)"), chosen: $0 == now)
        }
    }

    private func document(_ one: Document) -> DocumentsPart.Document {
        let mayChange = may(.zaakBijwerken) && one.richting != .verzonden && one.ingetrokken == nil
        let renewal = mayChange ? renewal(of: one) : nil
        let retraction = mayChange ? retraction(of: one) : nil
        let earlier = (1..<max(1, one.versie.nummer)).reversed().map { number in
            Way(
                words("papers.version_n", ["n": words.number(number)]),
                ZaakPaths.document(one.id) + "?versie=\(number)")
        }
        let hasMore = !earlier.isEmpty || renewal != nil || retraction != nil
        return DocumentsPart.Document(
            title: words.text("documents.\(one.titel)") ?? one.titel, path: ZaakPaths.document(one.id),
            detail: detail(of: one),
            direction: look.bezorging[one.id].map { Chip($0, words) }
                ?? Chip(words("zaak.direction_\(one.richting.rawValue)"), one.richting == .intern ? "" : "note"),
            status: status(of: one), retracted: one.ingetrokken.map(sentence), earlier: earlier,
            unfolds: hasMore ? .init(isOpen: renewal?.isOpen == true || retraction?.isOpen == true) : nil,
            renewal: renewal, retraction: retraction)
    }

    private func detail(of one: Document) -> String {
        let size = words("zaak.kilobytes", ["n": words.number(max(1, one.versie.omvang / 1_024))])
        let ending = one.versie.bestandsnaam.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let kind = words.text("zaak.format_\(ending)") ?? ending.uppercased()
        let version =
            one.versie.nummer > 1 ? words("papers.version_n", ["n": words.number(one.versie.nummer)]) : nil
        let day = words.day(one.versie.moment.day, today: today)
        return [day, kind, size, version, look.bezorging[one.id].flatMap { words.why($0, today: today) }].compactMap(
            \.self
        ).joined(
            separator: " · ")
    }

    /// Whether a letter has left.
    private func status(of one: Document) -> Chip? {
        if one.ingetrokken != nil { return Chip(words("papers.retracted"), "attention") }
        return one.status == .definitief
            ? nil : Chip(words("papers.status_\(one.status.rawValue)"), "unknown")
    }

    private func sentence(_ one: Document.Intrekking) -> String {
        words(
            "papers.retracted_by",
            [
                "who": look.colleagues.name(of: one.door, words), "day": words.day(one.moment.day, today: today),
                "reason": one.reden,
            ])
    }

    private func renewal(of one: Document) -> Sheet {
        let id = "versie-\(one.id.text)"
        let status = Field(
            "status", words("papers.status"), .choice(statuses(one.status)), id: id + "-status", isRequired: true)
        let ours = Sheet.Hidden(name: "richting", value: Document.Richting.intern.rawValue)
        return one.richting == .intern
            ? sheet(ZaakPaths.versions(one.id), [file(id), status], hidden: [ours])
            : sheet(ZaakPaths.versions(one.id), [file(id)])
    }

    private func retraction(of one: Document) -> Sheet {
        sheet(
            ZaakPaths.retraction(one.id),
            [Field("reden", words("zaak.reason"), .text(""), id: "intrekking-\(one.id.text)", isRequired: true)])
    }

    private var letters: [Way] {
        ZaakPageMaker.letters.map { Way(words("letters.\($0)"), ZaakPaths.preview(zaak.id.text, $0)) }
    }

    /// The letters that can be looked at before they go.
    static let letters = lettersByHand + ["veertiendagenbrief", "overdracht_aangekondigd"]
    /// Those that a person may send beside the drawing; the others begin terms, which the process keeps.
    static let lettersByHand = ["herinnering", "aanmaning", "regeling_bevestigd"]
}

extension Chip {
    /// How a letter stands.
    init(_ delivery: Brief.Bezorging, _ words: Words) {
        switch delivery {
        case .verzonden: self.init(words("zaak.direction_uit"), "note")
        case .klaargelegd: self.init(words("zaak.delivery_laid"), "note")
        case .wacht: self.init(words("zaak.delivery_waits"), "attention")
        case .mislukt: self.init(words("zaak.delivery_failed"), "urgent")
        case .ingetrokken: self.init(words("zaak.delivery_withdrawn"), "")
        }
    }
}

extension Words {
    /// Why a letter has not left; nothing for one that has.
    func why(_ delivery: Brief.Bezorging, today: Day) -> String? {
        switch delivery {
        case .verzonden: nil
        case .klaargelegd: self("zaak.delivery_laid_why")
        case .wacht(let moment): moment.map { self("zaak.delivery_from", ["when": self.moment($0, today: today)]) }
        case .mislukt(let times, let cause):
            self("zaak.delivery_tried", count: times, ["cause": String(cause.prefix(120))])
        case .ingetrokken(let reason): self("postponed.\(reason.rawValue)")
        }
    }
}
