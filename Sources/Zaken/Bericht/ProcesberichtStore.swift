import Basics
import Crypto
import Database
import Engine
import Foundation

/// Which zaken await which messages by key, which messages wait for who will, and where those two meet.
///
/// A message and who awaits it both touch the row of their address: of two at the same moment the database lets one see the other.
struct ProcesberichtStore {
    let tx: Transaction

    /// Keeps what a zaak awaits now, and tells what it did not await before; nothing is asked of the database where that is as it was. A
    /// `before` of `nil` is as it is stored.
    func note(
        _ open: Set<MessageAddress>, after before: Set<MessageAddress>?, of zaak: Identifier<Zaak>, at now: Moment
    ) throws -> [Place] {
        let known = try before.map { Set($0.map(Place.init)) } ?? places(of: zaak)
        let wanted = Set(open.map(Place.init))
        for gone in known.subtracting(wanted).sorted() {
            try tx.run(
                """
                DELETE FROM berichtwachters WHERE zaak_id = \(zaak) AND naam = \(gone.naam) AND sleutel = \(gone.sleutel)
                """)
        }
        let fresh = wanted.subtracting(known).sorted()
        for place in fresh {
            try touch(place, at: now)
            try tx.run(
                """
                INSERT INTO berichtwachters (zaak_id, naam, sleutel) VALUES (\(zaak), \(place.naam), \(place.sleutel))
                ON CONFLICT (zaak_id, naam, sleutel) DO NOTHING
                """)
        }
        return fresh
    }

    /// A closed zaak awaits nothing, and nobody says any more what becomes of the messages that waited there for a person: those it gives.
    func forget(_ zaak: Identifier<Zaak>) throws -> [Procesbericht] {
        try tx.run("DELETE FROM berichtwachters WHERE zaak_id = \(zaak)")
        let rows = try tx.rows("SELECT inhoud FROM procesberichten WHERE zaak_id = \(zaak) ORDER BY id")
        try tx.run("DELETE FROM procesberichten WHERE zaak_id = \(zaak)")
        return try rows.compactMap { Procesbericht(try $0["inhoud"]) }
    }

    private func places(of zaak: Identifier<Zaak>) throws -> Set<Place> {
        Set(try tx.rows("SELECT naam, sleutel FROM berichtwachters WHERE zaak_id = \(zaak)").map(Place.init(row:)))
    }

    /// The zaken that await a message at one of these addresses.
    func waiting(
        _ addresses: Set<MessageAddress>, besides sender: Identifier<Zaak>?, at now: Moment
    ) throws -> [Identifier<Zaak>] {
        var found: [Identifier<Zaak>] = []
        for place in Set(addresses.map(Place.init)).sorted() {
            try touch(place, at: now)
            let zaken: [Identifier<Zaak>] = try tx.rows(
                """
                SELECT zaak_id FROM berichtwachters WHERE naam = \(place.naam) AND sleutel = \(place.sleutel)
                ORDER BY zaak_id LIMIT \(ProcesberichtStore.most)
                """
            ).map { try $0["zaak_id"] }
            found += zaken.filter { $0 != sender && !found.contains($0) }
        }
        return found
    }

    /// More receivers than this are looked at by nobody: two are too many already.
    private static let most = 50

    private func touch(_ place: Place, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO berichtadressen (naam, sleutel, moment) VALUES (\(place.naam), \(place.sleutel), \(now))
            ON CONFLICT (naam, sleutel) DO UPDATE SET moment = excluded.moment
            """)
    }

    /// Forgets addresses where nobody and nothing waits; only old ones, as a transaction that runs may have touched a new one.
    func tidy(before moment: Moment) throws {
        try tx.run(
            """
            DELETE FROM berichtadressen WHERE moment < \(moment)
                AND NOT EXISTS (SELECT 1 FROM berichtwachters w
                    WHERE w.naam = berichtadressen.naam AND w.sleutel = berichtadressen.sleutel)
                AND NOT EXISTS (SELECT 1 FROM procesberichtadressen p
                    WHERE p.naam = berichtadressen.naam AND p.sleutel = berichtadressen.sleutel)
            """)
    }
}

extension ProcesberichtStore {
    /// An address as it is stored: a key of whatever length in a length that an index takes.
    struct Place: Hashable, Comparable {
        let naam: String
        let sleutel: String

        init(_ address: MessageAddress) {
            naam = address.message
            let key = address.key
            sleutel = key.utf8.count <= 200 ? key : "~" + SHA256.hash(data: Data(key.utf8)).hexadecimal
        }

        init(row: Row) throws { (naam, sleutel) = (try row["naam"], try row["sleutel"]) }

        static func < (one: Place, other: Place) -> Bool {
            (one.naam, one.sleutel) < (other.naam, other.sleutel)
        }
    }
}

extension Transaction {
    var procesberichten: ProcesberichtStore { ProcesberichtStore(tx: self) }
}
