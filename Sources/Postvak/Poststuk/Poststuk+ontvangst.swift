public import Basics
public import Recht
public import Zaken

extension Poststuk {
    /// What came of taking in a mail.
    public enum Ontvangen: Hashable, Sendable {
        case nieuw(Identifier<Poststuk>)
        /// It came in before; nothing changed.
        case bekend(Identifier<Poststuk>)

        public var id: Identifier<Poststuk> {
            switch self {
            case .nieuw(let id), .bekend(let id): id
            }
        }
    }

    /// Takes in a mail once: sorted, with its files, and nothing decided.
    public struct Ontvangst: Sendable {
        let mail: IncomingMail
        /// The mail as it came.
        let bestand: [UInt8]
        /// What clamd found in which file.
        let virussen: [Int: String]
        /// Whether a scanner looked.
        let gescand: Bool

        public init(mail: IncomingMail, bestand: [UInt8], virussen: [Int: String] = [:], gescand: Bool = false) {
            self.mail = mail
            self.bestand = bestand
            self.virussen = virussen
            self.gescand = gescand
        }

        public func run(in act: Act, _ sorteerder: Sorteerder, _ calendar: WorkCalendar) throws -> Ontvangen {
            let sleutel = mail.sleutel
            if let known = try act.tx.poststukken.find(sleutel: sleutel) { return .bekend(known) }
            let sortering = sorteerder.sorteer(mail, try sorteerder.model(in: act.tx))
            let one = poststuk(sortering, id: act.newID(), at: act.now, calendar)
            let kept = virussen.isEmpty ? bestand : nil
            try act.tx.poststukken.add(mail, sleutel: sleutel, bestand: kept, one)
            for (index, file) in mail.files.enumerated() {
                try act.tx.poststukken.add(file, nummer: index + 1, virus: virussen[index], to: one.id)
            }
            try act.record(
                "post_ontvangen", of: one.subject,
                [
                    "soorten": .array(sortering.soorten.map(\.rawValue).sorted().map(JSON.string)),
                    "crisis": .bool(!sortering.crisis.isEmpty), "bijlagen": JSON(mail.files.count),
                    "tegengehouden": JSON(virussen.count),
                ])
            return .nieuw(one.id)
        }

        private func poststuk(
            _ sortering: Sortering, id: Identifier<Poststuk>, at now: Moment, _ calendar: WorkCalendar
        ) -> Poststuk {
            Poststuk(
                id: id, onderwerp: mail.subject, vanNaam: mail.fromName, vanAdres: mail.fromAddress,
                antwoordadres: mail.replyAddress, aan: mail.to, antwoordt: mail.answers, verzonden: mail.date,
                ontvangen: now, tekst: mail.text, ondertekening: mail.signature, historie: mail.history,
                meldingen: mail.notices, bestand: virussen.isEmpty ? InhoudStore.hash(of: bestand) : nil,
                gescand: gescand, sortering: sortering,
                uiterlijk: sortering.uiterlijk(from: now.day, calendar), staat: .nieuw, zaak: nil,
                partij: nil, documenten: [], afgehandeld: nil, door: nil, reden: nil, beantwoord: nil, versie: 0)
        }
    }
}

extension IncomingMail {
    /// The same for the same mail, by whichever road it came and however often: its Message-ID and what it holds.
    var sleutel: String {
        let parts =
            [messageID, fromAddress, subject, text, signature, history]
            + files.map { $0.name + InhoudStore.hash(of: $0.bytes) }
        return InhoudStore.hash(of: Array(parts.joined(separator: "\u{0}").utf8))
    }
}
