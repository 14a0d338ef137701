import Basics
import Database
import Incasso
import Zaken

extension TestHouse {
    /// As many people in arrears, each with a signal that Zonnedorp has; the identifiers of the signals.
    public func signalled(_ count: Int) async throws -> [String] {
        try await act { act in
            for number in 1...count {
                let post = Post.huur(.nummer(number))
                _ = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: post.item).run(in: act)
            }
            let zaken: [Identifier<Zaak>] = try act.tx.rows("SELECT id FROM zaken ORDER BY nummer").map { try $0["id"] }
            return try zaken.map { try act.signal(on: $0).text }
        }
    }
}

extension Act {
    /// A signal that was given and arrived today, without the steps before it.
    fileprivate func signal(on zaak: Identifier<Zaak>) throws -> Identifier<Signaal> {
        let (signal, document): (Identifier<Signaal>, Identifier<Document>) = (newID(), newID())
        try tx.documenten.add(
            DocumentFile(
                titel: "signaal", soort: "signaal", richting: .verzonden, bestandsnaam: "signaal.json",
                formaat: "application/json", bytes: Array("{}".utf8), door: "test"),
            to: zaak, id: document, at: now)
        try tx.run(
            """
            INSERT INTO signalen (id, zaak_id, gemeentecode, gemeente, bedrag, sinds, dag, crisis, document_id, staat, door)
            VALUES (\(signal), \(zaak), '9999', 'Zonnedorp', 60000, \(today - 60), \(today), 0, \(document), 'bevestigd',
                'test')
            """)
        return signal
    }
}
