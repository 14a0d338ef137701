public import Basics
public import Database
public import Klanten
public import Zaken

/// Uit de Knoop: the guidance of a person with several debts, over all their zaken; everything stands still meanwhile.
public struct Knoop: Hashable, Sendable, Identifiable {
    public let id: Identifier<Knoop>
    public let partij: Identifier<Partij>
    /// The zaak of its own process.
    public let zaak: Identifier<Zaak>
    public let pauze: Identifier<Pauze>
    /// The one fixed contact.
    public var contact: Medewerker
    public let begin: Day
    /// The last day of the pause; passing it ends nothing by itself.
    public var einde: Day
    public var isVerlengd: Bool
    public var uitkomst: Uitkomst?
    /// When the pause was ended.
    public var afgesloten: Day?
    /// How many aftercare contacts were planned.
    public var nazorg: Int

    public enum Uitkomst: String, Hashable, Sendable, CaseIterable { case oplossing, doorverwezen, gewoon }

    public static let zaaktype = "uit_de_knoop"

    /// What the policy says (`knoop` in the zaaktype).
    public struct Beleid: Hashable, Sendable {
        public let dagen: Int
        public let verlenging: Int
        public let nazorgMaanden: [Int]
        public let partners: [Partner]
        /// What may go along with a warm handover, and no more.
        public let gegevens: [String]

        public struct Partner: Hashable, Sendable {
            public let code: String
            public let naam: String
            /// The named desk that accepts.
            public let bureau: String
            public let werkdagen: Int
            /// The municipalities whose people it helps; none where it helps everybody.
            public let gemeenten: [String]

            /// Whether it helps who lives in a town of this municipality, as far as is known.
            public func helps(in gemeente: String?) -> Bool {
                gemeenten.isEmpty || gemeente.map(gemeenten.contains) ?? false
            }
        }

        public init(_ playbook: Playbook) {
            let policy = playbook.zaaktypen[Knoop.zaaktype]?.variabelen["knoop"] ?? .null
            dagen = policy["dagen"].integer ?? 60
            verlenging = policy["verlenging"].integer ?? 30
            nazorgMaanden = policy["nazorgMaanden"].elements?.compactMap(\.integer) ?? [1, 3, 6]
            gegevens = policy["gegevens"].elements?.compactMap(\.text) ?? ["naam", "telefoon", "voorkeurskanaal"]
            partners = (policy["partners"].elements ?? []).compactMap { one in
                guard let code = one["code"].text, let name = one["naam"].text else { return nil }
                return Partner(
                    code: code, naam: name, bureau: one["bureau"].text ?? name,
                    werkdagen: one["werkdagen"].integer ?? 5,
                    gemeenten: one["gemeenten"].elements?.compactMap(\.text) ?? [])
            }
        }
    }
}

/// Why an act of Uit de Knoop is refused.
public enum KnoopRefusal: Error, Hashable {
    case alreadyRuns
    case notRunning
    /// The pause belongs to a guidance: it ends there, with a choice.
    case endsWithChoice
    /// It can be extended once.
    case alreadyExtended
    case contactMissing
    case consentMissing
    /// Nothing goes along that the policy does not name.
    case tooMuchShared
    /// Nobody knows this yet, so that there is nothing to tell the partner.
    case nothingToShare([String])
    /// The partner would not know whom to reach, or how.
    case reachMissing
    case unknownPartner
    case unknown
    case alreadyAnswered
    case nameMissing
    case notAnAmount
}

extension Knoop.Uitkomst: ColumnValue {}

/// The guidances, inside one transaction.
public struct KnoopStore {
    let tx: Transaction
    private static let select: Query =
        """
        SELECT id, partij_id, zaak_id, pauze_id, contact, begin, einde, verlengd, uitkomst, afgesloten, nazorg FROM knopen
        """

    public func find(_ id: Identifier<Knoop>) throws -> Knoop? {
        try tx.first("\(KnoopStore.select) WHERE id = \(id)").map(Knoop.init(row:))
    }

    public func find(zaak: Identifier<Zaak>) throws -> Knoop? {
        try tx.first("\(KnoopStore.select) WHERE zaak_id = \(zaak)").map(Knoop.init(row:))
    }

    /// The guidance of a person whose pause runs.
    public func running(for partij: Identifier<Partij>) throws -> Knoop? {
        try tx.first("\(KnoopStore.select) WHERE partij_id = \(partij) AND afgesloten IS NULL").map(Knoop.init(row:))
    }

    /// The guidance whose zaak is open: in its pause or in its aftercare.
    public func current(for partij: Identifier<Partij>) throws -> Knoop? {
        try all(of: partij).first { try tx.zaken.find($0.zaak)?.isOpen == true }
    }

    /// All of a person, the newest first.
    public func all(of partij: Identifier<Partij>) throws -> [Knoop] {
        try tx.rows("\(KnoopStore.select) WHERE partij_id = \(partij) ORDER BY begin DESC, id DESC")
            .map(Knoop.init(row:))
    }

    func add(_ one: Knoop) throws {
        try tx.run(
            """
            INSERT INTO knopen (id, partij_id, zaak_id, pauze_id, contact, begin, einde, verlengd, uitkomst, afgesloten,
                nazorg)
            VALUES (\(one.id), \(one.partij), \(one.zaak), \(one.pauze), \(one.contact), \(one.begin), \(one.einde),
                \(one.isVerlengd), \(one.uitkomst), \(one.afgesloten), \(Int64(one.nazorg)))
            """)
    }

    func save(_ one: Knoop) throws {
        try tx.run(
            """
            UPDATE knopen SET contact = \(one.contact), einde = \(one.einde), verlengd = \(one.isVerlengd),
                uitkomst = \(one.uitkomst), afgesloten = \(one.afgesloten), nazorg = \(Int64(one.nazorg))
            WHERE id = \(one.id)
            """)
    }
}

extension Knoop {
    fileprivate init(row: Row) throws {
        let contacts: Int64 = try row["nazorg"]
        self.init(
            id: try row["id"], partij: try row["partij_id"], zaak: try row["zaak_id"], pauze: try row["pauze_id"],
            contact: try row["contact"], begin: try row["begin"], einde: try row["einde"],
            isVerlengd: try row["verlengd"], uitkomst: try row["uitkomst"], afgesloten: try row["afgesloten"],
            nazorg: Int(contacts))
    }
}

extension Transaction {
    public var knopen: KnoopStore { KnoopStore(tx: self) }
}
