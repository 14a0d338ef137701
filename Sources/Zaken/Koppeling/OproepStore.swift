import Basics
import Crypto
import Database
import Engine
import Foundation

/// What was taken of callers, by the id that they gave.
struct OproepStore {
    let tx: Transaction

    /// What was answered before; refused when something else was asked under this id.
    func find(_ oproep: Oproep, of code: String) throws -> Oproep.Antwoord? {
        let row = try tx.first(
            "SELECT vingerafdruk, uitkomst, nummer FROM oproepen WHERE koppeling = \(code) AND id = \(oproep.id)")
        guard let row else { return nil }
        guard try row["vingerafdruk"] == oproep.fingerprint else { throw Oproepfout.anderVerzoek }
        let word: String = try row["uitkomst"]
        return Oproep.Antwoord(
            uitkomst: Oproep.Uitkomst(rawValue: word) ?? .onderweg, nummer: try row["nummer"], isHerhaald: true)
    }

    /// Keeps what was answered, and forgets what is long past. Of two that give the same at the same moment the database does one anew, which then
    /// finds the other.
    func keep(_ oproep: Oproep, of code: String, _ answer: Oproep.Antwoord, at now: Moment) throws {
        let old = now.adding(days: -Oproep.Ontvangst.onthouden)
        try tx.run("DELETE FROM oproepen WHERE koppeling = \(code) AND moment < \(old)")
        try tx.run(
            """
            INSERT INTO oproepen (koppeling, id, vingerafdruk, uitkomst, nummer, moment)
            VALUES (\(code), \(oproep.id), \(oproep.fingerprint), \(answer.uitkomst.rawValue), \(answer.nummer), \(now))
            ON CONFLICT (koppeling, id) DO NOTHING
            """)
    }
}

extension Oproep {
    /// The same for the same call, whatever the order of its fields.
    fileprivate var fingerprint: String {
        let texts = [soort.rawValue, naam, sleutel, zaak, geldig?.description]
        let parts = texts.map { text in text.map { JSON.string($0) } ?? JSON.null } + [JSON.object(inhoud)]
        return SHA256.hash(data: Data(JSON.array(parts).canonical.utf8)).hexadecimal
    }
}

extension Transaction {
    var oproepen: OproepStore { OproepStore(tx: self) }
}
