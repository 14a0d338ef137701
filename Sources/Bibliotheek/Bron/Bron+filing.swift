public import Basics
import Procesbot
public import Zaken

extension Bron {
    /// Puts a file in the library: a new source, or the next version of the one that goes by its name.
    public struct Filing: Sendable {
        public var naam: String
        public var file: SourceFile
        /// What the person says where the document itself says nothing.
        public var eigenaar: String?
        public var geldigVan: Day?
        public var geldigTot: Day?
        public var zaaktypen: [String]
        public var stappen: [String]
        public var door: String

        public init(
            naam: String, file: SourceFile, eigenaar: String? = nil, geldigVan: Day? = nil, geldigTot: Day? = nil,
            zaaktypen: [String] = [], stappen: [String] = [], door: String
        ) {
            self.naam = naam
            self.file = file
            self.eigenaar = eigenaar
            self.geldigVan = geldigVan
            self.geldigTot = geldigTot
            self.zaaktypen = zaaktypen
            self.stappen = stappen
            self.door = door
        }

        @discardableResult
        public func run(in act: Act) throws -> Bronversie {
            let version = try checked(in: act)
            if version.nummer == 1 { try act.tx.bronnen.add(version.bron) }
            try act.tx.bronnen.add(version, file: file.bytes, text: file.document.text.bytes)
            try act.record(
                "bron_versie", of: version.bron.subject,
                [
                    "naam": .string(version.bron.naam), "versie": JSON(version.nummer), "hash": .string(version.hash),
                ])
            return version
        }

        /// The version that it would be, or why it is refused; nothing is kept of it.
        func checked(in act: Act) throws -> Bronversie {
            let naam = naam.prefix(200).filter { !$0.isNewline }
            guard !naam.allSatisfy(\.isWhitespace) else { throw BronRefusal.nameless }
            guard !file.document.passages.isEmpty else { throw BronRefusal.empty }
            try file.requireSound(in: act)
            let bron = try act.tx.bronnen.find(naam: naam) ?? Bron(id: act.newID(), naam: naam)
            let newest = try act.tx.bronnen.versions(of: bron.id).first
            if let newest, newest.hash == file.document.hash { throw BronRefusal.unchanged(newest.nummer) }
            let version = version(of: bron, number: (newest?.nummer ?? 0) + 1, at: act.now)
            try version.checkDays()
            return version
        }

        private func version(of bron: Bron, number: Int, at now: Moment) -> Bronversie {
            let document = file.document
            return Bronversie(
                bron: bron, nummer: number, bestandsnaam: file.name, vorm: file.vorm, hash: document.hash,
                tekst: LibraryDocument.hash(of: document.text.bytes), titel: document.title, uitgave: document.edition,
                eigenaar: eigenaar ?? document.owner, geldigVan: geldigVan ?? document.validFrom,
                geldigTot: geldigTot ?? document.validTo,
                zaaktypen: (zaaktypen.isEmpty ? document.zaaktypes : zaaktypen).joined(separator: ","),
                stappen: (stappen.isEmpty ? document.steps : stappen).joined(separator: ","), moment: now, door: door)
        }
    }
}
