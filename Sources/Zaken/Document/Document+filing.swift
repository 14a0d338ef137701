public import Basics

extension Document {
    /// Puts a file in a zaak.
    public struct Filing: Sendable {
        /// 25 MB, what most mail servers let through.
        public static let largest = 25 * 1024 * 1024

        public var zaak: Identifier<Zaak>
        public var file: DocumentFile
        /// Whether someone chose the file here: then it must be what its name says. What came by mail is kept as it came.
        public var isGekozen: Bool

        public init(zaak: Identifier<Zaak>, file: DocumentFile, isGekozen: Bool = false) {
            self.zaak = zaak
            self.file = file
            self.isGekozen = isGekozen
        }

        @discardableResult
        public func run(in act: Act) throws -> Identifier<Document> {
            guard try act.tx.zaken.find(zaak) != nil else { throw ZaakRefusal.unknownZaak }
            try file.requireFit()
            if isGekozen { try file.requireKind() }
            let id: Identifier<Document> = act.newID()
            try act.tx.documenten.add(file, to: zaak, id: id, at: act.now)
            try act.record(
                "document", of: zaak,
                [
                    "document": .string(id.text), "titel": .string(file.titel),
                    "richting": .string(file.richting.rawValue),
                ])
            return id
        }
    }
}

/// Why a document is refused.
public enum DocumentRefusal: Error, Hashable {
    case empty, tooLarge(Int), program(String), none, unreadable, unknown, sent, retracted
    /// Its name says this kind, and it is none.
    case otherThanNamed(Bestandssoort)
    /// A newer version of a file of this kind, of another.
    case otherThanBefore(Bestandssoort)
}
