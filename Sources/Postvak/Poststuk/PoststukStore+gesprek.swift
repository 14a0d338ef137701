public import Basics
import Database
public import Incasso
public import Zaken

extension PoststukStore {
    /// Keeps which mail a letter answers.
    func note(_ document: Identifier<Document>, answers mail: Identifier<Poststuk>) throws {
        try tx.run("INSERT INTO postantwoorden (document_id, poststuk_id) VALUES (\(document), \(mail))")
    }

    /// The letters that answer a mail, the oldest first.
    public func antwoorden(op mail: Identifier<Poststuk>) throws -> [Brief] {
        try tx.rows(
            """
            SELECT b.id FROM postantwoorden a JOIN brieven b ON b.document_id = a.document_id
            WHERE a.poststuk_id = \(mail) ORDER BY b.id
            """
        ).compactMap { try tx.brieven.find(try $0["id"]) }
    }

    /// The identifiers of the mails that a letter answers, the newest last, when it goes to whom wrote it (RFC 5322, 3.6.4).
    public func conversation(of letter: Identifier<Document>, with address: String) throws -> [String] {
        let row = try tx.first(
            """
            SELECT p.antwoordt AS antwoordt, p.berichtnummer AS berichtnummer, p.van_adres AS van_adres,
                p.antwoordadres AS antwoordadres
            FROM postantwoorden a JOIN poststukken p ON p.id = a.poststuk_id WHERE a.document_id = \(letter)
            """)
        guard let row else { return [] }
        let (answered, number): (String, String) = (try row["antwoordt"], try row["berichtnummer"])
        let (from, reply): (String, String) = (try row["van_adres"], try row["antwoordadres"])
        guard !number.isEmpty, [from, reply].contains(address.lowercased()) else { return [] }
        return (answered.split(separator: " ").map(String.init) + [number]).map { "<" + $0 + ">" }
    }
}
