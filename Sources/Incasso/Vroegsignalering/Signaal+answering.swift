public import Basics
import Exchange
import Jobs
public import Recht
public import Zaken

extension Signaal {
    /// The municipality answered a call: taken, or refused for a person to look at.
    public struct Answer: Sendable {
        public var signaal: Identifier<Signaal>
        public var code: Int
        public var tekst: String

        public init(signaal: Identifier<Signaal>, code: Int, tekst: String) {
            self.signaal = signaal
            self.code = code
            self.tekst = tekst
        }

        public func run(in act: Act) throws {
            guard var signaal = try act.tx.signalen.find(signaal), signaal.staat == .klaar else { return }
            let said = EarlyWarningAnswer(status: code, body: tekst)
            signaal.staat = said.isTaken ? .bevestigd : .geweigerd
            (signaal.antwoordcode, signaal.beantwoord) = (code, act.now)
            signaal.antwoord = String(tekst.prefix(4_000))
            if !said.isTaken, signaal.ingetrokken == nil, try act.tx.zaken.find(signaal.zaak)?.isOpen == true {
                let why = [signaal.gemeente, said.words ?? String(code)].joined(separator: ": ")
                signaal.taak = try act.askToDeliver(to: why, on: signaal.zaak)
            }
            try act.tx.signalen.save(signaal)
            // Someone objected while the call was under way, and the municipality has it all the same.
            if said.isTaken, signaal.ingetrokken == .bezwaar { try act.askToTellMunicipality(on: signaal.zaak) }
            try act.record(
                "signaal_\(signaal.staat.rawValue)", of: signaal.zaak,
                [
                    "gemeente": .string(signaal.gemeente), "antwoord": JSON(code),
                    "kenmerk": said.reference.map { .string($0) } ?? .null,
                    "reden": said.isTaken ? .null : said.words.map { .string($0) } ?? .null,
                ])
        }
    }

    /// What became of a signal when its turn to leave came.
    public enum Vertrek: Sendable {
        /// It may go to this municipality, as this file.
        case mag(Gemeente, bestand: [UInt8])
        /// It does not go by a call any more: answered, taken back, or for a person to bring.
        case nietMeer
    }

    /// Looks once more before a signal leaves: after an objection or a payment it stays here for good.
    public struct Leaving: Sendable {
        public var signaal: Identifier<Signaal>

        public init(signaal: Identifier<Signaal>) { self.signaal = signaal }

        public func run(in act: Act, recht: RechtTables) throws -> Vertrek {
            guard var one = try act.tx.signalen.find(signaal), one.staat == .klaar, one.isOnderweg, one.taak == nil
            else { return .nietMeer }
            if let why = try one.obstacle(in: act, recht) {
                try one.withdraw(because: why, in: act)
                return .nietMeer
            }
            guard let gemeente = try act.tx.gemeenten.find(one.gemeentecode, recht), gemeente.adres != nil else {
                // Nobody takes calls there any more: a person brings it.
                one.taak = try act.askToDeliver(to: one.gemeente, on: one.zaak)
                try act.tx.signalen.save(one)
                return .nietMeer
            }
            guard let document = try act.tx.documenten.find(one.document),
                let bytes = try act.tx.documenten.content(of: document.versie)
            else { return .nietMeer }
            return .mag(gemeente, bestand: bytes)
        }
    }

    /// Why it must not reach the municipality any more; nothing when it may.
    private func obstacle(in act: Act, _ recht: RechtTables) throws -> Intrekking? {
        guard let zaak = try act.tx.zaken.find(zaak), zaak.isOpen,
            try act.signaalplicht(of: zaak, recht: recht) != nil
        else { return .voldaan }
        guard try act.refusal(of: .signaal, on: zaak, recht: recht) == nil else { return .verboden }
        let evidence = try act.voorwerk(of: zaak, recht: recht).evidence
        guard case .nietToegestaan(let why) = recht.signals.value(on: act.today)?.verdict(on: evidence) else {
            return nil
        }
        return Intrekking(rawValue: why.word)
    }

    /// Takes it back while the municipality does not have it, with the taak to bring it there.
    func withdraw(because why: Intrekking, in act: Act) throws {
        guard isOnderweg else { return }
        var one = self
        if let taak { try act.tx.taken.withdraw(taak) }
        (one.ingetrokken, one.taak) = (why, nil)
        try act.tx.signalen.save(one)
        try act.tx.jobs.cancel(key: sendingKey)
        try act.record(
            "signaal_ingetrokken", of: zaak, ["gemeente": .string(gemeente), "waarom": .string(why.rawValue)])
    }

    /// What someone answered who brought it to the municipality: it is there, with this proof.
    @Sendable static func delivered(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        for var one in try act.tx.signalen.all(of: zaak.id) where one.isOnderweg {
            guard one.taak == taak.id else { continue }
            let day = answer["afgeleverdOp"]?.day.flatMap { $0 < act.today ? Moment($0, hour: 12) : nil }
            (one.staat, one.beantwoord) = (.bevestigd, day ?? act.now)
            one.antwoordcode = nil
            one.antwoord = answer["toelichting"]?.text.map { String($0.prefix(4_000)) }
            try act.tx.signalen.save(one)
            try act.record("signaal_bevestigd", of: zaak.id, ["gemeente": .string(one.gemeente)])
        }
    }
}

extension Signaal {
    /// The form before costs, on which a customer may object to the signal.
    static let voorKosten = "voor_kosten"

    /// What a customer said before costs: who objects is not told to the municipality, and who disputes is asked nothing more.
    @Sendable static func objected(_ answer: [String: JSON], _ taak: Taak, _ zaak: Zaak, _ act: Act) throws {
        switch answer["signaalGemeente"]?.text {
        case "bezwaar": try act.stopSignals(of: zaak.id, because: .bezwaar)
        case "vertrokken": try act.stopSignals(of: zaak.id, because: .vertrokken)
        default: break
        }
        try Toestand.disputed(answer, taak, zaak, act)
    }
}

extension Act {
    /// Takes back the signals of a zaak that did not arrive; of an objection against one that did the municipality is told.
    func stopSignals(of zaak: Identifier<Zaak>, because why: Signaal.Intrekking) throws {
        for signal in try tx.signalen.onderweg(of: zaak) { try signal.withdraw(because: why, in: self) }
        if why == .bezwaar { try askToTellMunicipality(on: zaak) }
    }

    /// Asks a person to bring the file to a municipality.
    func askToDeliver(to why: String, on zaak: Identifier<Zaak>) throws -> Identifier<Taak> {
        try Taak.Opdracht(zaak: zaak, formulier: Signaal.formulier, waarom: why, uiterlijk: today + 5).run(in: self)
    }
}
