import Basics
public import Exchange
public import Zaken

/// Takes in any file that can be taken in: what it is, someone says or its first bytes tell.
public struct Bestandsimport: Sendable {
    let office: Office
    let schuldeiser: String

    public init(office: Office, schuldeiser: String) {
        self.office = office
        self.schuldeiser = schuldeiser
    }

    public func run(
        _ file: @autoclosure @escaping @Sendable () -> ImportFile, as soort: Importverslag.Soort? = nil,
        named name: String, by door: String,
        progress: @Sendable (Importverslag) -> Void = { _ in }
    ) async throws -> Importverslag {
        let recognised = if let soort { soort } else { try await recognise(file) }
        guard let soort = recognised else { return try await refuse(.posten, .unknownXml, name, door) }
        if soort.needsCreditor, !(try await isKnown(schuldeiser)) {
            return try await refuse(soort, .unknown(schuldeiser), name, door)
        }
        switch soort {
        case .posten:
            return try await Postenimport(office: office, schuldeiser: schuldeiser)
                .run(file(), named: name, by: door, progress: progress)
        case .factuur:
            let bytes = try await offThread { try file().head(16 << 20) }
            return try await Factuurimport(office: office, schuldeiser: schuldeiser).run(bytes, named: name, by: door)
        case .status:
            return try await Statusimport(office: office).run(
                try await offThread { try file().head(16 << 20) }, named: name, by: door)
        case .terugmelding:
            return try await Terugmeldimport(office: office).run(file(), named: name, by: door, progress: progress)
        case .afschrift:
            return try await Afschriftimport(office: office).run(file(), named: name, by: door, progress: progress)
        }
    }

    private func recognise(_ file: @escaping @Sendable () -> ImportFile) async throws -> Importverslag.Soort? {
        Importverslag.Soort(head: try await offThread { try file().head(8_192) })
    }

    private func isKnown(_ code: String) async throws -> Bool {
        try await office.read { tx in try tx.schuldeisers.find(code) != nil }
    }

    private func refuse(
        _ soort: Importverslag.Soort, _ why: Diagnostic, _ name: String, _ door: String
    ) async throws -> Importverslag {
        try await office.refuse(try await office.begin(soort, named: name, by: door), because: FileFault(why))
    }
}

extension Diagnostic {
    fileprivate static let unknownXml = Diagnostic(
        .error, "unknown-xml",
        "this XML is neither a bank statement (camt.053, camt.054), a status of our own files (pain.002) nor an invoice (UBL 2.1); open items come as CSV"
    )

    fileprivate static func unknown(_ creditor: String) -> Diagnostic {
        Diagnostic(
            .error, "unknown-creditor",
            "no creditor has the code '\(creditor)'; `ontknoop schuldeiser add` makes one")
    }
}

extension Importverslag.Soort {
    /// Whether it is of one creditor, who must be known.
    fileprivate var needsCreditor: Bool {
        switch self {
        case .posten, .factuur: true
        case .afschrift, .status, .terugmelding: false
        }
    }

    /// A bank statement, an invoice, what a municipality reports back (JSON), or otherwise open items; nothing for XML of
    /// another kind.
    init?(head: [UInt8]) {
        let text = String(decoding: head, as: UTF8.self)
        let first = text.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first
        if text.contains("urn:iso:std:iso:20022:tech:xsd:camt.") || text.contains(":20:") && text.contains(":25:") {
            self = .afschrift
        } else if text.contains("urn:iso:std:iso:20022:tech:xsd:pain.002.") {
            self = .status
        } else if text.contains("urn:oasis:names:specification:ubl:schema:xsd:") {
            self = .factuur
        } else if first == "{" {
            self = .terugmelding
        } else if first == "<" {
            return nil
        } else {
            self = .posten
        }
    }
}
